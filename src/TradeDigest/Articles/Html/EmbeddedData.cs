using System.Text.Json;
using System.Text.RegularExpressions;

namespace TradeDigest.Articles.Html;

/// <summary>Finds an article's text in the JSON from which a page's scripts would build it (<c>__NEXT_DATA__</c> and its like).</summary>
internal static partial class EmbeddedData
{
    private const int Deepest = 64;

    /// <summary>The shortest string that reads as a paragraph, in characters.</summary>
    private const int Shortest = 60;

    /// <summary>The paragraphs of the list that holds most prose, one a line; null where no list holds any.</summary>
    public static string? Text(IEnumerable<string> scripts)
    {
        var best = new List<string>();
        foreach (string script in scripts)
        {
            try
            {
                using var data = JsonDocument.Parse(script, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Deepest });
                Visit(data.RootElement, ref best);
            }
            catch (JsonException)
            {
                // What is no JSON holds no text; the page's other parts are read all the same.
            }
        }

        return best.Count == 0 ? null : string.Join('\n', best);
    }

    /// <summary>Gives the paragraphs under an element; a list's are weighed against the best so far, and not given to what holds the list.</summary>
    private static List<string> Visit(JsonElement element, ref List<string> best)
    {
        var paragraphs = new List<string>();
        switch (element.ValueKind)
        {
            case JsonValueKind.String when element.GetString() is { Length: >= Shortest } text && Reads(text):
                paragraphs.Add(Tags().Replace(text, " "));
                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    paragraphs.AddRange(Visit(property.Value, ref best));
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    paragraphs.AddRange(Visit(item, ref best));
                }

                best = paragraphs.Count > 1 && paragraphs.Sum(p => p.Length) > best.Sum(p => p.Length) ? paragraphs : best;
                return [];
        }

        return paragraphs;
    }

    /// <summary>Whether a string is a sentence or more, and no address, style or program.</summary>
    private static bool Reads(string text) => text.Contains(". ", StringComparison.Ordinal) || text.TrimEnd('"', '”', '’', ' ')[^1] is '.' or '。' or '>'
        ? text.AsSpan().Count(' ') * 12 >= text.Length || text.Contains('。', StringComparison.Ordinal)
        : false;

    [GeneratedRegex("<[^<>]{1,400}>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
