using System.Text.Json;
using System.Text.Json.Nodes;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Storage;
using TradeDigest.Summaries;

namespace TradeDigest.Analysis.Model;

/// <summary>What of a model's answer an article bears out.</summary>
/// <param name="Facts">The facts that passed, with their evidence as spans of the text.</param>
/// <param name="Sentences">The summary's sentences that passed.</param>
/// <param name="Dropped">How many statements did not pass, by reason.</param>
public sealed record Grounded(IReadOnlyList<Fact> Facts, IReadOnlyList<SummarySentence> Sentences, IReadOnlyDictionary<string, int> Dropped);

/// <summary>Lets through of a model's answer what the article says, and nothing else.</summary>
/// <remarks>A fact's evidence is found in the text; each of its numbers, dates, parties and names follows from the evidence or from names beside it;
/// a quotation is verbatim and its speaker named. The model is never believed for what it says about itself.</remarks>
public sealed class GroundingGate(EnglishReader reader, WordingCheck wording)
{
    /// <summary>Most characters of a headline.</summary>
    private const int LongestHeadline = 160;

    /// <summary>Checks <paramref name="answer"/> against <paramref name="article"/>.</summary>
    public Grounded Check(AnnotatedText article, ModelAnswer answer)
    {
        var dropped = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var finder = new EvidenceFinder(article.Text);
        var facts = new List<Fact>();
        foreach (var candidate in answer.Facts)
        {
            if (CheckFact(article, finder, candidate, out string reason) is { } fact)
            {
                facts.Add(fact);
            }
            else
            {
                dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
            }
        }

        var sentences = new List<SummarySentence>();
        foreach (var candidate in answer.Summary)
        {
            if (CheckSentence(article, finder, candidate) is { } sentence)
            {
                sentences.Add(sentence);
            }
            else
            {
                dropped["summary"] = dropped.GetValueOrDefault("summary") + 1;
            }
        }

        return new Grounded(facts, sentences, dropped);
    }

    private Fact? CheckFact(AnnotatedText article, EvidenceFinder finder, JsonObject candidate, out string reason)
    {
        reason = "schema";
        if (candidate["evidence"] is not JsonValue given || !given.TryGetValue(out string? quote))
        {
            return null;
        }

        if (finder.Find(quote) is not { } span)
        {
            reason = "evidence";
            return null;
        }

        if (Parse(candidate, Evidence.Of(article.Text, span)) is not { } fact)
        {
            return null;
        }

        var grounds = new Grounds(article, [span]);
        var claims = FactClaims.Of(fact).ToList();
        if (claims.Count == 0)
        {
            reason = "empty";
            return null;
        }

        foreach (var claim in claims)
        {
            if (!Holds(grounds, claim))
            {
                reason = claim.Kind.ToString().ToLowerInvariant();
                return null;
            }
        }

        if (fact is QuoteFact quotation && !IsQuoted(article, quotation))
        {
            reason = "quote";
            return null;
        }

        if (!wording.BearsOut(article, span, fact))
        {
            reason = "wording";
            return null;
        }

        return fact;
    }

    private static bool Holds(Grounds grounds, Claim claim) => claim.Kind switch
    {
        ClaimKind.Number => grounds.HasNumber((decimal)claim.Value),
        ClaimKind.Days => grounds.HasDays((int)claim.Value),
        ClaimKind.Minutes => grounds.HasMinutes((int)claim.Value),
        ClaimKind.Date => grounds.HasDate((PartialDate)claim.Value),
        ClaimKind.Period => grounds.HasPeriod((string)claim.Value),
        ClaimKind.Who => grounds.Names((string)claim.Value),
        ClaimKind.Words => grounds.HasWords((string)claim.Value),
        ClaimKind.Verbatim => grounds.HasVerbatim((string)claim.Value),
        ClaimKind.Unit => grounds.HasUnit((string)claim.Value),
        _ => true,
    };

    /// <summary>The words stand between quotation marks, or are part of what does.</summary>
    private static bool IsQuoted(AnnotatedText article, QuoteFact fact) =>
        fact.Text is { Length: > 0 } && fact.Speaker is not null
        && article.Quotes.Any(q => q.Outer.Overlaps(fact.Evidence.Span)
            && new EvidenceFinder(article.Words(q.Inner)).Find(fact.Text) is not null
            && (q.Speaker is null || string.Equals(q.Speaker, fact.Speaker, StringComparison.OrdinalIgnoreCase)));

    private static Fact? Parse(JsonObject candidate, Evidence evidence)
    {
        try
        {
            var whole = (JsonObject)candidate.DeepClone();
            whole["evidence"] = new JsonObject { ["start"] = evidence.Start, ["end"] = evidence.End, ["text"] = evidence.Text };
            whole.Remove("statement");
            whole.Remove("by");
            return whole.Deserialize(TradeDigestJson.Compact.Fact);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private SummarySentence? CheckSentence(AnnotatedText article, EvidenceFinder finder, ModelSentence candidate)
    {
        string text = candidate.Text.Trim();
        var spans = candidate.Evidence.Select(finder.Find).OfType<TextSpan>().ToList();
        if (text.Length == 0 || spans.Count == 0 || spans.Count < candidate.Evidence.Count)
        {
            return null;
        }

        var hull = spans.Aggregate((a, b) => a.Union(b));
        return Follows(new Grounds(article, spans), reader.Read(text, article.Published))
            ? new SummarySentence(text, hull.Start, hull.End) { Spans = [.. spans.OrderBy(s => s.Start)] }
            : null;
    }

    /// <summary>Whether every number, date and name of a headline stands in the article.</summary>
    public bool BearsOutHeadline(AnnotatedText article, string headline) =>
        headline.Trim() is { Length: > 0 and <= LongestHeadline } text && !text.Contains('\n')
        && Follows(new Grounds(article, [new TextSpan(0, article.Text.Length)]), reader.Read(text, article.Published));

    /// <summary>Whether one sentence says no number, date, name or quotation that its grounds do not.</summary>
    private static bool Follows(Grounds grounds, AnnotatedText said) =>
        said.Sentences.Count == 1
        && said.Quantities.All(q => grounds.HasNumber(q.Value) && (q.High is not { } high || grounds.HasNumber(high)))
        && said.Dates.All(d => grounds.Dates().Any(g => g.Value == d.Value)
            || (d.Start is { } start && grounds.HasDate(start) && (d.End is not { } end || grounds.HasDate(end))))
        && said.Names.All(n => grounds.Names(n.Id))
        && QuotedRuns(said).All(grounds.HasVerbatim)
        && UnreadNames(said).All(t => grounds.HasWords(said.Words(t.Span)))
        && said.Tokens.Where(t => t.Kind == TokenKind.Number).All(t => IsInMention(said, t) || grounds.HasWords(said.Words(t.Span)));

    /// <summary>What stands between double quotation marks of any shape; a mark without a partner reaches to the end.</summary>
    private static IEnumerable<string> QuotedRuns(AnnotatedText said)
    {
        int open = -1;
        foreach (var mark in said.Tokens.Where(t => t.Kind == TokenKind.Quote && said.Text[t.Start] is ('"' or '“' or '”' or '„' or '«' or '»')))
        {
            if (open < 0)
            {
                open = mark.End;
                continue;
            }

            yield return said.Text[open..mark.Start];
            open = -1;
        }

        if (open >= 0)
        {
            yield return said.Text[open..];
        }
    }

    /// <summary>Capitalised words inside the sentence that no reader took for a name.</summary>
    private static IEnumerable<Token> UnreadNames(AnnotatedText said) =>
        said.Tokens.Skip(1).Where(t => t.Kind == TokenKind.Word && t.IsCapitalized && !said.Names.Any(n => n.Span.Overlaps(t.Span)));

    private static bool IsInMention(AnnotatedText said, Token token) =>
        said.Quantities.Any(q => q.Span.Overlaps(token.Span)) || said.Dates.Any(d => d.Span.Overlaps(token.Span));
}
