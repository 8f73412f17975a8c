using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Html;

namespace TradeDigest.Articles.Formats;

/// <summary>Articles as JSON: one object, an array, an object that holds an array, or one object a line.</summary>
/// <remarks>The text is the first of <c>text</c>, <c>articleBody</c>, <c>body</c>, <c>content</c>, <c>fullText</c>, <c>content_html</c>, <c>content_text</c> (plain or HTML);
/// the rest, each optional: <c>title</c> or <c>headline</c>; <c>publisher</c>, <c>source</c>, <c>site</c> or <c>domain</c>; <c>url</c> or <c>link</c>;
/// <c>byline</c>, <c>author</c>, <c>authors</c> or <c>creator</c>; <c>published</c>, <c>publishedAt</c>, <c>datePublished</c>, <c>date</c> or <c>seendate</c>;
/// <c>language</c> or <c>inLanguage</c>. That takes in schema.org's NewsArticle, the lists of NewsAPI and GDELT, and JSON Feed.</remarks>
internal sealed partial class JsonFormat(HtmlFormat html, int mostArticles)
{
    private static readonly string[] Lists = ["articles", "items", "data", "results", "docs", "@graph", "entries", "news", "response", "mainEntity"];

    private static readonly string[] Texts = ["text", "articleBody", "body", "content", "fullText", "full_text", "content_html", "content_text", "article"];

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Whether a text is meant as JSON.</summary>
    public static bool Fits(string text) => Opening().IsMatch(text);

    /// <summary>The drafts of the articles with text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="faults">Takes what could not be read while other articles could: a sentence each, with its place.</param>
    /// <exception cref="UnreadableArticleException">It is no JSON, or none of its objects has a text.</exception>
    public List<Draft> Read(string text, List<string> faults)
    {
        var drafts = new List<Draft>();
        foreach (var (root, place) in Roots(text, faults))
        {
            int before = drafts.Count + faults.Count;
            Collect(root, place, drafts, faults, 0);
            if (place is not null && drafts.Count + faults.Count == before)
            {
                faults.Add($"{place} holds no article with a text.");
            }
        }

        return drafts.Count > 0 ? drafts : throw new UnreadableArticleException(UnreadableReasons.NoText,
            "The JSON holds no article with a text. Give each article its words as \"text\" (or \"articleBody\", \"body\" or \"content\"); titles and addresses alone cannot be summarised.");
    }

    private static List<(JsonElement Root, string? Place)> Roots(string text, List<string> faults)
    {
        string trimmed = text.Trim('\uFEFF', ' ', '\t', '\r', '\n');
        return Parse(trimmed, out var whole, out string problem) ? [(whole, null)]
            : trimmed.StartsWith('{') && trimmed.Contains('\n', StringComparison.Ordinal) && Lines(trimmed, faults) is { } lines ? lines
            : throw new UnreadableArticleException(UnreadableReasons.Damaged, $"The file begins like JSON but is none: {problem} Mend it, or drop the article as plain text.");
    }

    /// <summary>The lines of JSON lines; null for a text most of whose lines are no JSON.</summary>
    private static List<(JsonElement Root, string? Place)>? Lines(string text, List<string> faults)
    {
        var roots = new List<(JsonElement, string?)>();
        var bad = new List<string>();
        int number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
            {
                continue;
            }

            if (Parse(line.ToString(), out var root, out _))
            {
                roots.Add((root, string.Create(CultureInfo.InvariantCulture, $"Line {number}")));
            }
            else
            {
                bad.Add(string.Create(CultureInfo.InvariantCulture, $"Line {number} is no JSON."));
            }
        }

        faults.AddRange(roots.Count > bad.Count ? bad : []);
        return roots.Count > bad.Count ? roots : null;
    }

    private static bool Parse(string json, out JsonElement root, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            root = document.RootElement.Clone();
            problem = "";
            return true;
        }
        catch (JsonException e)
        {
            root = default;
            problem = string.Create(CultureInfo.InvariantCulture, $"it breaks off at line {e.LineNumber + 1}, place {e.BytePositionInLine + 1}.");
            return false;
        }
    }

    private void Collect(JsonElement element, string? place, List<Draft> drafts, List<string> faults, int depth)
    {
        if (depth > 4)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            CollectItems(element, drafts, faults, depth);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (Draft(element) is { } draft)
            {
                drafts.Add(draft with { Place = place });
                return;
            }

            foreach (string list in Lists)
            {
                if (element.TryGetProperty(list, out var inner) && inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                {
                    Collect(inner, place, drafts, faults, depth + 1);
                }
            }
        }
    }

    private void CollectItems(JsonElement array, List<Draft> drafts, List<string> faults, int depth)
    {
        int number = 0;
        foreach (var item in array.EnumerateArray())
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"Article {++number}");
            if (drafts.Count >= mostArticles)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{place} and those behind it are beyond the {mostArticles:N0} that one file may hold."));
                return;
            }

            int before = drafts.Count + faults.Count;
            Collect(item, place, drafts, faults, depth + 1);
            bool isOther = item.ValueKind == JsonValueKind.Object && LinkedData.Type(item) is { Length: > 0 } type && !LinkedData.IsArticle(type);
            if (drafts.Count + faults.Count == before && !isOther)
            {
                faults.Add(item.ValueKind == JsonValueKind.Object ? $"{place} has no \"text\"{Named(item)}." : $"{place} is no object.");
            }
        }
    }

    private static string Named(JsonElement item) => LinkedData.Text(item, "title", "headline") is { } title ? $" (\"{ArticleText.Shorten(title)}\")" : "";

    private Draft? Draft(JsonElement article)
    {
        string? text = Texts.Select(p => article.TryGetProperty(p, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
            .FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
        if (text is null)
        {
            return null;
        }

        // NewsAPI ends what it cut with "… [+1234 chars]".
        text = CutMark().Replace(text, "");
        var blocks = HtmlFormat.Fits(text) ? html.Read(text).Blocks : PlainTextFormat.Blocks(text);
        return new Draft
        {
            Title = LinkedData.Text(article, "title", "headline"),
            Publisher = LinkedData.Text(article, "publisher", "source", "site", "outlet", "domain"),
            Url = LinkedData.Text(article, "url", "link", "external_url", "mainEntityOfPage"),
            Byline = LinkedData.Names(article, "byline") ?? LinkedData.Names(article, "author") ?? LinkedData.Names(article, "authors") ?? LinkedData.Names(article, "creator"),
            Published = LinkedData.Text(article, "published", "publishedAt", "datePublished", "date_published", "published_at", "pubDate", "date", "seendate"),
            IsPublishedGiven = true,
            Language = LinkedData.Text(article, "language", "inLanguage", "lang"),
            Blocks = blocks,
        };
    }

    [GeneratedRegex("""\A[\uFEFF\s]*(\{\s*("|\})|\[\s*(\{|\]|\[))""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"…?\s*\[\+[0-9]+ chars\]\s*\z", RegexOptions.None, 10_000)]
    private static partial Regex CutMark();
}
