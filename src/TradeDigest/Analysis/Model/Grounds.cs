using System.Globalization;
using TradeDigest.Language;

namespace TradeDigest.Analysis.Model;

/// <summary>What some spans of an article say: the numbers, dates, names and words that a statement resting on them may use.</summary>
/// <param name="article">The article, read.</param>
/// <param name="spans">The spans that the statement rests on; at least one.</param>
public sealed class Grounds(AnnotatedText article, IReadOnlyList<TextSpan> spans)
{
    private readonly TextSpan[] _sentences = SentencesOf(article, spans);

    /// <summary>Whether the spans give this amount, with either sign.</summary>
    public bool HasNumber(decimal value)
    {
        value = Math.Abs(value);
        return Quantities().Any(q => Math.Abs(q.Value) == value || (q.High is { } high && Math.Abs(high) == value))
            || Tokens().Any(t => t.Kind == TokenKind.Number
                && decimal.TryParse(t.Span.In(article.Text), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) && number == value);
    }

    /// <summary>Whether an amount in the spans has this unit.</summary>
    public bool HasUnit(string unit) =>
        Quantities().Any(q => string.Equals(q.Unit, unit, StringComparison.OrdinalIgnoreCase)) || HasWords(unit);

    /// <summary>Whether the spans give this date, or one that it includes.</summary>
    public bool HasDate(PartialDate date) =>
        Dates().Any(d => (d.Start is { } start && (start == date || date.Includes(start))) || (d.End is { } end && (end == date || date.Includes(end))));

    /// <summary>Whether the spans give this period.</summary>
    public bool HasPeriod(string period) =>
        Dates().Any(d => d.Period == period || d.Value == period) || (PartialDate.TryParse(period, out var date) && HasDate(date));

    /// <summary>Whether the spans give a length of so many days.</summary>
    public bool HasDays(int days) => Dates().Any(d => d.Days == days);

    /// <summary>Whether the spans give a length of so many minutes.</summary>
    public bool HasMinutes(int minutes) => Quantities().Any(q => MinutesOf(q) == minutes) || Dates().Any(d => MinutesOf(d.Value) == minutes);

    /// <summary>Whether the party, organisation or person is named in the sentences of the spans, or in the sentence before the first of them.</summary>
    public bool Names(string who) =>
        article.Names.Any(n => IsNear(n.Span)
            && (Same(n.Id, who) || Same(n.Party, who) || Same(n.Organization, who)))
        || Array.Exists(_sentences, s => ContainsWords(s, who));

    /// <summary>Whether every word of <paramref name="words"/> stands in the sentences of the spans.</summary>
    public bool HasWords(string words)
    {
        var known = _sentences.SelectMany(WordsIn).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Split(words).All(w => known.Contains(w) || known.Contains(Singular(w)) || known.Contains(w + "s"));
    }

    /// <summary>Whether the words stand in the spans to the letter, but for the shape of quotation marks, dashes and white space.</summary>
    public bool HasVerbatim(string words) =>
        spans.Any(s => new EvidenceFinder(article.Text[s.Start..s.End]).Find(words) is not null);

    /// <summary>The quantities in the spans.</summary>
    internal IEnumerable<Quantity> Quantities() => article.Quantities.Where(q => IsIn(q.Span));

    /// <summary>The mentions of time in the spans.</summary>
    internal IEnumerable<DateMention> Dates() => article.Dates.Where(d => IsIn(d.Span));

    private IEnumerable<Token> Tokens() => article.Tokens.Where(t => IsIn(t.Span));

    private bool IsIn(TextSpan span) => spans.Any(s => s.Overlaps(span));

    private bool IsNear(TextSpan span) => Array.Exists(_sentences, s => s.Overlaps(span));

    private string[] WordsIn(TextSpan span) => Split(article.Text[span.Start..span.End]);

    private bool ContainsWords(TextSpan span, string words) => new EvidenceFinder(article.Text[span.Start..span.End]).Find(words) is not null;

    private static string[] Split(string words) =>
        words.Split([' ', '\u00A0', '\n', '\r', '\t', ',', '.', ';', ':', '-', '–', '—', '(', ')', '/', '"', '“', '”', '‘', '’', '\''],
            StringSplitOptions.RemoveEmptyEntries);

    private static string Singular(string word) => word.EndsWith('s') ? word[..^1] : word;

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static decimal? MinutesOf(Quantity quantity) => quantity.Unit switch
    {
        "minute" => quantity.Value,
        "hour" => quantity.Value * 60,
        _ => null,
    };

    /// <summary>Minutes of an ISO 8601 duration of hours and minutes (<c>PT1H30M</c>).</summary>
    private static int? MinutesOf(string iso)
    {
        try
        {
            return iso.StartsWith("PT", StringComparison.Ordinal) ? (int)System.Xml.XmlConvert.ToTimeSpan(iso).TotalMinutes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static TextSpan[] SentencesOf(AnnotatedText article, IReadOnlyList<TextSpan> spans)
    {
        var near = new List<TextSpan>();
        for (int i = 0; i < article.Sentences.Count; i++)
        {
            if (spans.Any(s => s.Overlaps(article.Sentences[i].Span)))
            {
                if (near.Count == 0 && i > 0)
                {
                    near.Add(article.Sentences[i - 1].Span);
                }

                near.Add(article.Sentences[i].Span);
            }
        }

        return near.Count > 0 ? [.. near] : [.. spans];
    }
}
