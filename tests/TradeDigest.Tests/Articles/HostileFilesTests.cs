using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Articles;

namespace TradeDigest.Tests.Articles;

/// <summary>Files that are broken, or made to break a reader.</summary>
public class HostileFilesTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div class=\"article-body\">", "</div>", "<table><tr><td>", "</table>", "<a href=x>", "<b><i>", "<br><br>", "<!--", "-->", "<script>", "</script>", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":",
        "<svg>", "<select>", "<html><body>", "<meta charset=utf-16>", "<title>", "&#x110000;", "&amp", "{\"text\":\"", "\"}", "[[[[", "]", "---\n", "title: x\n", "# H\n", "- item\n", "> q\n", "[a](http://b)", "**b**", "\n\n", "\r\n",
        "From: a@b\nSubject: =?utf-8?B?////?=\n\n", "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "Content-Transfer-Encoding: base64\n", "=\n", "=ZZ", "LONDON, March 4 (Reuters) - ", "By A B\n", "Source: ", "The ministry raised the duty on rice by 5 percent on Monday, it said. ",
        "\u0000", "\uD800", "\uFEFF", "\u202E", "\u0301", "😀", "中文字符", "é", "PK\u0003\u0004", "%PDF-", "99999999999999999999-13-45", "<", ">", "\"", "'", "=", "<x y=\"z", "<?xml version=\"1.0\"?>", "<!DOCTYPE html>",
    ];

    private static readonly Gen<byte[]> Texts = Gen.Elements(Pieces).ListOf().Select(p => Encoding.UTF8.GetBytes(string.Concat(p)));

    private static readonly Gen<byte[]> Files = Gen.OneOf(
        Texts,
        Texts.Select(t => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(t))),
        Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(),
        from text in Texts from cut in Gen.Choose(0, 40) select Reading.Docx(Encoding.UTF8.GetString(text).Replace("\0", "", StringComparison.Ordinal))[cut..]);

    [Fact]
    public void Whatever_is_dropped_is_read_or_refused_with_a_known_reason() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120), Prop.ForAll(Files.ToArbitrary(), IsReadOrRefused));

    public static TheoryData<string, string> Monsters => new()
    {
        { "100,000 nested div", string.Concat(Enumerable.Repeat("<div>", 100_000)) + Sentence },
        { "100,000 paragraphs never closed, each in bold", string.Concat(Enumerable.Repeat("<b><p>", 100_000)) + Sentence },
        { "20,000 fonts, then paragraphs", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<font color={i}>")) + string.Concat(Enumerable.Repeat("<p>x", 20_000)) + Sentence },
        { "50,000 nested tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 50_000)) + Sentence },
        { "100,000 nested links and spans", string.Concat(Enumerable.Repeat("<a href=x><span class=y>", 100_000)) + Sentence },
        { "deep JSON", new string('[', 200_000) + "{" },
        { "deep quotation in Markdown", "# T\n\n" + new string('>', 50_000) + " " + Sentence },
        { "deep list in Markdown", "# T\n\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', 2 * (i % 400)) + "- a\n")) + Sentence },
        { "brackets in Markdown", "# T\n\n" + string.Concat(Enumerable.Repeat("[a](", 20_000)) + Sentence },
        { "one word of two million letters", new string('a', 2_000_000) },
        { "a line of commas", new string(',', 500_000) + Sentence },
        { "entities", "<p>" + string.Concat(Enumerable.Repeat("&lt;&amp;&#39;", 100_000)) + Sentence },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=b ")) + ">" + Sentence },
        { "open comment", "<html>" + string.Concat(Enumerable.Repeat("<!--", 100_000)) },
        { "parts of mail in parts", "From: a@b\nSubject: c\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 20_000)) },
    };

    private const string Sentence = " The ministry raised the duty on rice by 5 percent on Monday, and traders in the port said they had expected as much.";

    [Theory]
    [MemberData(nameof(Monsters))]
    public void A_monster_is_read_or_refused_within_bounds(string name, string text)
    {
        byte[] content = Encoding.UTF8.GetBytes(text);
        long before = GC.GetAllocatedBytesForCurrentThread();

        bool survived = IsReadOrRefused(content);

        // Allocation in all, of which only a part lives at any time, is the stricter measure; what a small page needs anyway is allowed on top.
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(survived, name);
        Assert.True(allocated <= (60L * content.Length) + 20_000_000, $"{name}: {allocated:N0} bytes for {content.Length:N0}");
    }

    [Fact]
    public void A_page_of_two_megabytes_is_read()
    {
        string page = "<html><body><nav>" + string.Concat(Enumerable.Repeat("<a href=/x>Section</a> ", 20_000)) + "</nav><article>"
            + string.Concat(Enumerable.Repeat("<p>" + Sentence + "</p><script>var a = 'b';</script>", 9_000)) + "</article></body></html>";

        var article = Reading.One(page);

        Assert.StartsWith(Sentence.Trim(), article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Section", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><head><script>document.write('<p>The text of the article, which a script would write.</p>')</script></head><body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><body><nav><a href=/>Home</a><a href=/n>News</a></nav><div>Please enable JavaScript to continue.</div></body></html>")]
    public void A_page_without_an_article_is_refused(string page) => Assert.Equal(UnreadableReasons.NoText, Reading.Refused(page));

    [Fact]
    public void A_file_over_the_limit_is_refused()
    {
        var reader = new ArticleReader(new ArticleReaderOptions { MaxBytes = 100 });

        var error = Assert.Throws<UnreadableArticleException>(() => reader.Read(new byte[101], new ArticleSource("a", Reading.Received)));

        Assert.Equal(UnreadableReasons.TooLarge, error.Reason);
    }

    private static bool IsReadOrRefused(byte[] content)
    {
        try
        {
            return Reading.All(content).All(a => a.Text.Length > 0 && a.Id.Length == 16 && a.Text.IsNormalized());
        }
        catch (UnreadableArticleException e)
        {
            return UnreadableReasons.All.Contains(e.Reason);
        }
    }
}
