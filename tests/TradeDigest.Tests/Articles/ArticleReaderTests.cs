using System.Text;
using TradeDigest.Articles;

namespace TradeDigest.Tests.Articles;

public class ArticleReaderTests
{
    private static readonly DateTimeOffset Received = new(2024, 3, 8, 9, 30, 0, TimeSpan.Zero);

    private readonly ArticleReader _reader = new();

    private Article Read(string text, ArticleSource? source = null) =>
        Assert.Single(_reader.Read(Encoding.UTF8.GetBytes(text), source ?? new ArticleSource("a.txt", Received)));

    [Fact]
    public void Front_matter_gives_the_data_and_stays_out_of_the_text()
    {
        var article = Read("""
            ---
            title: "Kenya raises maize duty"
            publisher: The Rift Post
            url: https://rift.example/maize
            byline: By Amina Otieno
            published: 2024-03-05T22:15:00+03:00
            ---
            Kenya will raise its duty on maize to 50% from July, the treasury said on Tuesday.

            Millers had asked for a lower rate.
            """);

        Assert.Equal("Kenya raises maize duty", article.Title);
        Assert.Equal("The Rift Post", article.Publisher);
        Assert.Equal("https://rift.example/maize", article.Url);
        Assert.Equal("Amina Otieno", article.Byline);
        Assert.Equal(new DateOnly(2024, 3, 5), article.PublishedAt);
        Assert.Equal(PublishedBasis.Text, article.PublishedBasis);
        Assert.Equal("Kenya will raise its duty on maize to 50% from July, the treasury said on Tuesday.\n\nMillers had asked for a lower rate.", article.Text);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void Lines_of_known_keys_above_the_text_are_data_without_dashes_too()
    {
        var article = Read("Headline: Kenya raises maize duty\nSource: The Rift Post\nDate: 5 March 2024\n\nKenya will raise its duty on maize to 50% from July, the treasury said on Tuesday.");

        Assert.Equal("Kenya raises maize duty", article.Title);
        Assert.Equal("The Rift Post", article.Publisher);
        Assert.Equal(new DateOnly(2024, 3, 5), article.PublishedAt);
        Assert.Equal("Kenya will raise its duty on maize to 50% from July, the treasury said on Tuesday.", article.Text);
    }

    [Theory]
    [InlineData("Title: Maize\nVerdict: a higher duty is coming\n\nKenya will raise its duty on maize to 50% from July.")]
    [InlineData("Source: grain traders expect a higher duty on maize in Kenya.\n\nThe treasury said on Tuesday that it would decide in July.")]
    public void A_line_with_an_unknown_key_or_alone_is_text(string text) => Assert.Contains(": ", Read(text).Text, StringComparison.Ordinal);

    [Fact]
    public void What_the_caller_says_stands_above_the_document()
    {
        var source = new ArticleSource("a.txt", Received) { Title = "Given", Published = "2024-03-01" };

        var article = Read("---\ntitle: Own\npublished: 2024-03-05\n---\nThe council of ministers agreed on a quota for steel.", source);

        Assert.Equal("Given", article.Title);
        Assert.Equal(new DateOnly(2024, 3, 1), article.PublishedAt);
        Assert.Equal(PublishedBasis.Metadata, article.PublishedBasis);
    }

    [Fact]
    public void A_dateline_is_kept_and_dates_the_article()
    {
        var article = Read("Cocoa exporters face new levy\n\nACCRA, March 4 (Reuters) - Ghana will charge cocoa exporters a levy of 2%, the finance ministry said on Monday.\n\n(Reporting by Kofi Mensah; Editing by Jane Doe)");

        Assert.Equal("Cocoa exporters face new levy", article.Title);
        Assert.Equal("ACCRA", article.Dateline);
        Assert.Equal("Reuters", article.Wire);
        Assert.Equal(new DateOnly(2024, 3, 4), article.PublishedAt);
        Assert.EndsWith("said on Monday.", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", UnreadableReasons.Empty)]
    [InlineData(" \n ", UnreadableReasons.Empty)]
    [InlineData("12345 67890 !!!", UnreadableReasons.NoText)]
    [InlineData("%PDF-1.7 abc", UnreadableReasons.Binary)]
    [InlineData("abc\0def\u0001", UnreadableReasons.Binary)]
    public void What_holds_no_article_is_refused_with_a_reason(string content, string reason)
    {
        var error = Assert.Throws<UnreadableArticleException>(() => Read(content));

        Assert.Equal(reason, error.Reason);
    }
}
