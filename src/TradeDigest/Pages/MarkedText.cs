using System.Text;
using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Pages;

/// <summary>A piece of an article's text that the same facts rest on.</summary>
/// <param name="Text">The words.</param>
/// <param name="Start">Offset of the piece in the article's text.</param>
/// <param name="Facts">Numbers of the facts that rest on it, from 1; empty for none.</param>
/// <param name="Begins">The spans that begin with this piece, each once.</param>
/// <param name="IsSought">Whether the reader came for these words.</param>
public sealed record MarkedPiece(string Text, int Start, IReadOnlyList<int> Facts, IReadOnlyList<TextSpan> Begins, bool IsSought);

/// <summary>A paragraph in pieces.</summary>
/// <param name="Pieces">The pieces, without a gap.</param>
public sealed record MarkedParagraph(IReadOnlyList<MarkedPiece> Pieces);

/// <summary>Cuts an article's text where the evidence of its facts begins and ends, so that spans that overlap can be shown in one text.</summary>
public static class MarkedText
{
    private const int SoughtWords = -1;

    /// <summary>The paragraphs of <paramref name="text"/>. A span that does not lie in the text is in none of them.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="sought">The words that the reader came for; null for none.</param>
    public static IReadOnlyList<MarkedParagraph> Of(string text, IReadOnlyList<Fact> facts, TextSpan? sought = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        var spans = facts.Select((f, i) => (Index: i, f.Evidence.Span)).Concat(sought is { } words ? [(SoughtWords, words)] : []);
        var sound = spans.Where(s => s.Span.Start >= 0 && s.Span.Start < s.Span.End && s.Span.End <= text.Length).ToList();
        var paragraphs = new List<MarkedParagraph>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            if (end > start)
            {
                paragraphs.Add(new MarkedParagraph(Pieces(text, start, end, sound)));
            }

            start = end + 1;
        }

        return paragraphs;
    }

    /// <summary>The words as they may be shown: without characters that a page cannot hold or that would turn the order of others around.</summary>
    public static string Shown(string text)
    {
        if (!text.Any(IsLeftOut))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!IsLeftOut(c))
            {
                shown.Append(c);
            }
        }

        return shown.ToString();
    }

    /// <summary>Control characters, and the marks that force a direction on what follows (Unicode Standard Annex 9), by which “12%” could be made to read “%21”.</summary>
    private static bool IsLeftOut(char c) => (char.IsControl(c) && c is not ('\n' or '\t')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static List<MarkedPiece> Pieces(string text, int start, int end, List<(int Index, TextSpan Span)> facts)
    {
        var inside = facts.Where(f => f.Span.Start < end && f.Span.End > start).ToList();
        var cuts = inside.SelectMany(f => new[] { Math.Max(f.Span.Start, start), Math.Min(f.Span.End, end) }).Append(start).Append(end).Distinct().Order().ToList();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => new MarkedPiece(
            Shown(text[from..to]),
            from,
            [.. inside.Where(f => f.Index != SoughtWords && f.Span.Start <= from && f.Span.End >= to).Select(f => f.Index + 1)],
            [.. inside.Where(f => Math.Max(f.Span.Start, start) == from).Select(f => f.Span).Where(s => s.Start >= start).Distinct()],
            inside.Exists(f => f.Index == SoughtWords && f.Span.Start <= from && f.Span.End >= to)))];
    }
}
