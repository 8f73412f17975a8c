using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Summaries;

/// <summary>The words of <c>English/summary-words.json</c> that decide how sentences are compared and which can stand alone.</summary>
internal sealed class SummaryLexicon
{
    private static readonly Lazy<SummaryLexicon> Listed = new(() => new SummaryLexicon(LexiconFile.Load("English/summary-words.json", SummaryLexiconContext.Default.SummaryWords)));

    private readonly FrozenSet<string> _common;
    private readonly FrozenSet<string> _backward;
    private readonly FrozenSet<string> _attributions;
    private readonly string[] _backwardPhrases;

    private SummaryLexicon(SummaryWords data)
    {
        _common = Set(data.Common);
        _backward = Set(data.Backward);
        _attributions = Set(data.Attributions);
        _backwardPhrases = data.BackwardPhrases;
    }

    /// <summary>The words that the assembly carries, read once.</summary>
    public static SummaryLexicon Words => Listed.Value;

    /// <summary>Whether a word in lower case tells nothing of what a sentence is about.</summary>
    public bool IsCommon(string word) => _common.Contains(word);

    /// <summary>Whether words say that somebody else said it.</summary>
    public bool Attributes(string words) => words.Split(' ').Any(w => _attributions.Contains(w.Trim('.', ',')));

    /// <summary>Whether a sentence begins with words that point back at the one before.</summary>
    public bool PointsBack(string sentence)
    {
        int end = sentence.AsSpan().IndexOfAny(' ', ',', ';');
        string first = end > 0 ? sentence[..end] : sentence;
        return _backward.Contains(first.Split('’', '\'')[0])
            || Array.Exists(_backwardPhrases, p => sentence.StartsWith(p, StringComparison.OrdinalIgnoreCase) && (sentence.Length == p.Length || !char.IsLetter(sentence[p.Length])));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The lists of <c>summary-words.json</c>, words separated by spaces.</summary>
internal sealed record SummaryWords(string Common, string Backward, string[] BackwardPhrases, string Attributions);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SummaryWords))]
internal sealed partial class SummaryLexiconContext : JsonSerializerContext;
