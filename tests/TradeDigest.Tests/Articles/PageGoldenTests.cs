using TradeDigest.Articles;
using Xunit.Abstractions;

namespace TradeDigest.Tests.Articles;

/// <summary>Whole pages, each built as another kind of site builds them (<c>golden/pages/*.html</c>), and the text that a reader would
/// call the article (<c>*.txt</c> beside it).</summary>
public class PageGoldenTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Articles", "golden", "pages");

    private readonly ArticleReader _reader = new();

    public static TheoryData<string> Pages => [.. PageNames];

    private static IEnumerable<string> PageNames => Directory.EnumerateFiles(Folder, "*.html").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_text_of_a_page_is_its_article(string page)
    {
        var article = Assert.Single(Read(page));

        var score = ShingleScore.Of(File.ReadAllText(Path.Combine(Folder, page + ".txt")), article.Text);

        output.WriteLine($"{page}: {score} F1 {score.F1:0.000}\n{article.Text}");
        Assert.True(score.F1 >= 0.9, $"{page}: {score}, F1 {score.F1:0.000}\n{article.Title} | {article.Byline} | {article.Publisher}\n{article.Text}");
    }

    [Fact]
    public void Over_all_pages_the_text_is_nearly_whole_and_nearly_pure()
    {
        var scores = PageNames.Select(name => ShingleScore.Of(File.ReadAllText(Path.Combine(Folder, name + ".txt")), Read(name).Single().Text)).ToList();

        Assert.True(scores.Count >= 40);
        Assert.True(scores.Average(s => s.F1) >= 0.98, $"mean F1 {scores.Average(s => s.F1):0.0000}");
    }

    private IReadOnlyList<Article> Read(string page) =>
        _reader.Read(File.ReadAllBytes(Path.Combine(Folder, page + ".html")), new ArticleSource(page + ".html", new DateTimeOffset(2025, 1, 2, 6, 0, 0, TimeSpan.Zero)));
}
