using System.Globalization;
using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Formats;
using TradeDigest.Articles.Recognition;

namespace TradeDigest.Articles;

/// <summary>Turns a dropped file into articles: recognises its encoding and format by content, takes the article's text and data
/// out of it, cleans the text and gives it its id.</summary>
/// <remarks>Safe for any number of threads. Nothing is fetched and nothing in a file is executed.</remarks>
public sealed class ArticleReader
{
    private readonly ArticleReaderOptions _options;
    private readonly FormatReader _formats;
    private readonly BlockCleaner _cleaner;
    private readonly LanguageRecognizer _languages = new();

    /// <summary>A reader with the given limits, or the default ones.</summary>
    public ArticleReader(ArticleReaderOptions? options = null)
    {
        _options = options ?? new ArticleReaderOptions();
        var boilerplate = Boilerplate.Load();
        _cleaner = new BlockCleaner(boilerplate);
        _formats = new FormatReader(boilerplate, _options);
    }

    /// <summary>The articles that a file holds, in its order; at least one. An article that stands twice in the file is given once.</summary>
    /// <inheritdoc cref="ReadFile"/>
    public IReadOnlyList<Article> Read(ReadOnlyMemory<byte> content, ArticleSource source) => ReadFile(content, source).Articles;

    /// <summary>The articles that a file holds, and what of it could not be read.</summary>
    /// <param name="content">The file, as it is.</param>
    /// <param name="source">What is known of it besides; this stands above what the file says of itself.</param>
    /// <exception cref="UnreadableArticleException">The file holds no article that can be read; the reason and message say why and what to do.</exception>
    public FileContent ReadFile(ReadOnlyMemory<byte> content, ArticleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (content.Length > _options.MaxBytes)
        {
            throw new UnreadableArticleException(UnreadableReasons.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"The file has {content.Length:N0} bytes; the limit is {_options.MaxBytes:N0}. Drop the article's text alone, or raise the limit in the settings."));
        }

        var given = GivenData.Of(source);
        var faults = new List<string>();
        var drafts = _formats.Read(content, faults).ToArray();
        var articles = new List<Article>(drafts.Length);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < drafts.Length; i++)
        {
            var cleaned = _cleaner.Clean(drafts[i], given.Title);
            drafts[i] = drafts[i] with { Blocks = [] };
            if (Finish(drafts[i], cleaned, given, source) is not { } article)
            {
                faults.Add($"{drafts[i].Place ?? "One article"} holds no text.");
            }
            else if (seen.Add(article.Id))
            {
                articles.Add(article);
                faults.AddRange(DateFault(drafts[i], article, source));
            }
        }

        return articles.Count > 0 ? new FileContent(articles, faults) : throw new UnreadableArticleException(UnreadableReasons.NoText,
            "The file holds no article text: after menus, captions and the like are taken out nothing is left. Drop the article itself, not a page that only loads or links it.");
    }

    /// <summary>What to tell where the file gives a date of publication that is none.</summary>
    private static IEnumerable<string> DateFault(Draft draft, Article article, ArticleSource source)
    {
        if (draft.IsPublishedGiven && !string.IsNullOrWhiteSpace(draft.Published) && article.PublishedBasis != PublishedBasis.Metadata
            && PublicationDate.Parse(draft.Published, source.ReceivedAt) is null)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{draft.Place ?? "The article"} gives \"{ArticleText.Shorten(draft.Published)}\" as its date of publication, which is no day up to today; {article.PublishedAt:yyyy-MM-dd} was taken instead. Write it as in 2025-06-09.");
        }
    }

    private Article? Finish(Draft draft, CleanArticle cleaned, GivenData given, ArticleSource source)
    {
        string text = ArticleText.Join(cleaned.Blocks);
        if (!ArticleText.HasWords(text))
        {
            return null;
        }

        var published = given.Published
            ?? PublicationDate.Parse(draft.Published, source.ReceivedAt)
            ?? cleaned.PublishedIn(source.ReceivedAt);
        return new Article
        {
            Id = ArticleId.Of(text),
            Text = text,
            Names = [source.Name],
            Title = given.Title ?? cleaned.Title,
            Publisher = given.Publisher ?? ArticleText.Line(draft.Publisher),
            Url = given.Url ?? WebAddress.Parse(draft.Url),
            Byline = given.Byline ?? cleaned.Byline,
            PublishedAt = published ?? DateOnly.FromDateTime(source.ReceivedAt.UtcDateTime),
            PublishedBasis = given.Published is not null ? PublishedBasis.Metadata
                : published is not null ? PublishedBasis.Text : PublishedBasis.Received,
            ReceivedAt = source.ReceivedAt,
            Language = _languages.Recognize(text, draft.Language),
            Words = ArticleText.CountWords(text),
            Wire = cleaned.Wire,
            Dateline = cleaned.Dateline,
        };
    }
}
