using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Recognition;

namespace TradeDigest.Articles;

/// <summary>What the caller says of a file, checked.</summary>
internal sealed record GivenData(string? Title, string? Publisher, string? Url, string? Byline, DateOnly? Published)
{
    /// <summary>The data of <paramref name="source"/>.</summary>
    /// <exception cref="UnreadableArticleException">A date or an address that is none.</exception>
    public static GivenData Of(ArticleSource source)
    {
        DateOnly? published = null;
        if (!string.IsNullOrWhiteSpace(source.Published))
        {
            published = PublicationDate.Parse(source.Published, source.ReceivedAt) ?? throw new UnreadableArticleException(
                UnreadableReasons.Metadata,
                $"The metadata 'published' is \"{ArticleText.Shorten(source.Published)}\", which is no date. Give a day as in 2025-06-09, or a date and time as in 2025-06-09T14:30:00Z.");
        }

        string? url = null;
        if (!string.IsNullOrWhiteSpace(source.Url))
        {
            url = WebAddress.Parse(source.Url) ?? throw new UnreadableArticleException(
                UnreadableReasons.Metadata,
                $"The metadata 'url' is \"{ArticleText.Shorten(source.Url)}\", which is no http or https address. Give the article's full address, or leave it out.");
        }

        return new GivenData(ArticleText.Line(source.Title), ArticleText.Line(source.Publisher), url, ArticleText.Line(source.Byline), published);
    }
}
