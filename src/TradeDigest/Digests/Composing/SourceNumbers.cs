using TradeDigest.Articles;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Gives the articles of a digest their numbers, story by story.</summary>
internal sealed class SourceNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _originals = new(StringComparer.Ordinal);
    private readonly List<DigestSource> _sources = [];

    /// <summary>Numbers the articles of stories in the order given.</summary>
    public SourceNumbers(IEnumerable<StoryDraft> stories)
    {
        foreach (var story in stories)
        {
            foreach (var article in story.Articles)
            {
                int copies = story.Copies.Count(c => story.Groups.Of(c.Document.Id) == story.Groups.Of(article.Document.Id) && OriginalOf(c, story) == article.Document.Id);
                Add(article, copies);
            }

            foreach (var copy in story.Copies)
            {
                _originals[copy.Document.Id] = OriginalOf(copy, story);
            }
        }
    }

    /// <summary>The articles in the order of their numbers.</summary>
    public IReadOnlyList<DigestSource> Sources => _sources;

    /// <summary>The numbers of articles, ascending; a copy has its original's, an article of an earlier digest has none.</summary>
    public IReadOnlyList<int> Of(IEnumerable<string> articleIds) =>
        [.. articleIds.Select(id => _numbers.GetValueOrDefault(_originals.GetValueOrDefault(id, id))).Where(n => n > 0).Distinct().Order()];

    /// <summary>The numbers of the articles of reports.</summary>
    public IReadOnlyList<int> Of(IEnumerable<FactReport> reports) => Of(reports.Select(r => r.ArticleId));

    private static string OriginalOf(DigestArticle copy, StoryDraft story) =>
        copy.Document.Article.CopyOf is { } original && story.Articles.Any(a => a.Document.Id == original) ? original : story.Articles[0].Document.Id;

    private void Add(DigestArticle article, int copies)
    {
        var (id, info) = (article.Document.Id, article.Document.Article);
        _numbers.Add(id, _sources.Count + 1);
        _sources.Add(new DigestSource
        {
            Number = _sources.Count + 1,
            ArticleId = id,
            Title = HeadlineLine.Of(info.Title ?? article.Document.Summary.Headline) is { Length: > 0 } title ? title : info.Names is [var name, ..] ? name : id,
            Publisher = info.Publisher is null ? null : PlainText.Line(info.Publisher, 80),
            PublishedAt = info.PublishedAt,
            Url = WebAddress.Parse(info.Url),
            Wire = info.Wire is null ? null : PlainText.Line(info.Wire, 80),
            Copies = copies,
        });
    }
}
