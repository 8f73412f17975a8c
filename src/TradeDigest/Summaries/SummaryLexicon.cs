using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Summaries;

/// <summary>The words of <c>English/summary-words.json</c> that decide how sentences are compared and which can stand alone.</summary>
internal sealed class SummaryLexicon
{
    private static readonly Lazy<SummaryLexicon> Listed = new(() => new SummaryLexicon(LexiconFile.Load("English/summary-words.json", SummaryLexiconContext.Default.SummaryWords)));

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _commonWords;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _backward;
    private readonly FrozenSet<string> _attributions;
    private readonly FrozenSet<string> _finite;
    private readonly FrozenSet<string> _behindParticiples;
    private readonly FrozenSet<string> _waiting;
    private readonly string[] _backwardPhrases;

    private SummaryLexicon(SummaryWords data)
    {
        _commonWords = Set(data.Common).GetAlternateLookup<ReadOnlySpan<char>>();
        _backward = Set(data.Backward).GetAlternateLookup<ReadOnlySpan<char>>();
        _attributions = Set(data.Attributions);
        _finite = Set(data.FiniteVerbs);
        _behindParticiples = Set(data.BehindParticiples);
        _waiting = Set(data.Waiting);
        _backwardPhrases = data.BackwardPhrases;
        ClauseOpeners = data.ClauseOpeners.Split('|');
        AdverbOpeners = data.AdverbOpeners.Split('|');
    }

    /// <summary>The words that the assembly carries, read once.</summary>
    public static SummaryLexicon Words => Listed.Value;

    /// <summary>Words that begin, behind a comma, a clause without which the sentence is whole.</summary>
    public IReadOnlyList<string> ClauseOpeners { get; }

    /// <summary>Words that begin, without a comma, an adverbial clause without which the sentence is whole.</summary>
    public IReadOnlyList<string> AdverbOpeners { get; }

    /// <summary>Whether some of the words is surely the verb of a clause: an auxiliary, a past that is no participle, or a form in
    /// <c>-ed</c> that takes an object.</summary>
    public bool HasFiniteVerb(string words)
    {
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            // “offered on Tuesday” tells when somebody did it; “goods offered on markets” does not.
            bool takesObject = i > 0 && i + 1 < parts.Length && parts[i].Length > 4 && parts[i].EndsWith("ed", StringComparison.Ordinal) && (!_behindParticiples.Contains(parts[i + 1]) || (i + 2 < parts.Length && parts[i + 1] == "on" && parts[i + 2].EndsWith("day", StringComparison.Ordinal)));
            if (_finite.Contains(parts[i].TrimEnd(',')) || takesObject)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word can be the verb of a clause.</summary>
    public bool MayBeVerb(string word) => _finite.Contains(word) || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>Whether a word cannot be the last of a clause.</summary>
    public bool Waits(string word) => _waiting.Contains(word);

    /// <summary>Whether a word tells nothing of what a sentence is about.</summary>
    public bool IsCommon(ReadOnlySpan<char> word) => _commonWords.Contains(word);

    /// <summary>Whether words say that somebody else said it.</summary>
    public bool Attributes(string words) => words.Split(' ').Any(w => _attributions.Contains(w.Trim('.', ',')));

    /// <summary>Whether a sentence begins with words that point back at the one before.</summary>
    public bool PointsBack(ReadOnlySpan<char> sentence)
    {
        int end = sentence.IndexOfAny(' ', ',', ';');
        var first = end > 0 ? sentence[..end] : sentence;
        int apostrophe = first.IndexOfAny('’', '\'');
        if (_backward.Contains(apostrophe >= 0 ? first[..apostrophe] : first))
        {
            return true;
        }

        foreach (string phrase in _backwardPhrases)
        {
            if (sentence.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (sentence.Length == phrase.Length || !char.IsLetter(sentence[phrase.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The lists of <c>summary-words.json</c>, words separated by spaces.</summary>
internal sealed record SummaryWords(string Common, string Backward, string[] BackwardPhrases, string Attributions, string FiniteVerbs, string BehindParticiples, string Waiting, string ClauseOpeners, string AdverbOpeners);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SummaryWords))]
internal sealed partial class SummaryLexiconContext : JsonSerializerContext;
