using TradeDigest.Articles.Cleaning;

namespace TradeDigest.Summaries;

/// <summary>Makes a headline of a sentence: without its dateline, and without what its grammar can spare at its end (who said it, a relative or
/// adverbial clause). What is left is always a piece of the sentence in one, and a whole clause.</summary>
internal static class HeadlineCutter
{
    /// <summary>The longest headline, in characters, up to which commas alone say where to cut.</summary>
    private const int Longest = 140;

    /// <summary>Beyond this a line is no headline any more, and the gist of another sentence is better.</summary>
    public const int Bearable = 180;

    private const int Wished = 90;
    private const int Shortest = 30;
    private const int Reach = 600;

    /// <summary>The sentence without its full stop, cut while it is longer than a headline and a clause can be spared; whole where none can.</summary>
    public static string Cut(string sentence)
    {
        string line = WithoutAttribution(WithoutDateline(Head(sentence)).TrimEnd('.', ' '));
        line = CutAt(line, SummaryLexicon.Words.ClauseOpeners, Wished, mayFollowComma: true);
        return WithoutAttribution(CutAt(line, SummaryLexicon.Words.AdverbOpeners, Longest, mayFollowComma: false));
    }

    /// <summary>Cuts at the last opener of a clause behind which the line can end, as long as the line is longer than wished.</summary>
    private static string CutAt(string line, IReadOnlyList<string> openers, int wished, bool mayFollowComma)
    {
        for (int at = line.Length; line.Length > wished && (at = line.LastIndexOf(' ', Math.Clamp(at - 1, 0, line.Length - 1))) >= Shortest;)
        {
            bool closed = line[at - 1] is ',' or ';' or '—' or '–';
            bool opens = mayFollowComma ? closed && Opens(line[(at + 1)..], line[at - 1], openers) : !closed && StartsWithAny(line[(at + 1)..], openers);
            string left = line[..at].TrimEnd(' ', ',', ';', '—', '–');
            if (opens && !IsParenthesis(line[(at + 1)..]) && IsWhole(left))
            {
                line = left;
            }
        }

        return line;
    }

    /// <summary>Whether words behind a mark begin a clause, and do not go on with a list.</summary>
    private static bool Opens(string rest, char mark, IReadOnlyList<string> openers) =>
        mark is ';' or '—' or '–' || StartsWithAny(rest, openers) || Participle(rest)
        || ((rest.StartsWith("and ", StringComparison.Ordinal) || rest.StartsWith("but ", StringComparison.Ordinal)) && ClauseEnd(rest) is var clause && SummaryLexicon.Words.HasFiniteVerb(clause));

    /// <summary>Whether the clause at the head of the words closes before the verb that the sentence waits for: <c>which fell in May, had been counted</c>.</summary>
    private static bool IsParenthesis(string rest)
    {
        int close = rest.IndexOf(", ", StringComparison.Ordinal);
        return close > 0 && SummaryLexicon.Words.MayBeVerb(rest[(close + 2)..].Split(' ', 2)[0]);
    }

    private static string ClauseEnd(string rest) => rest.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma ? rest[..comma] : rest;

    /// <summary>A word such as <c>raising</c> before an object: a clause that hangs on the one before.</summary>
    private static bool Participle(string rest)
    {
        string[] words = rest.Split(' ', 3);
        return words.Length == 3 && words[0].Length > 5 && words[0].EndsWith("ing", StringComparison.Ordinal) && words[1] is not ("and" or "or");
    }

    private static bool StartsWithAny(string rest, IReadOnlyList<string> openers) => openers.Any(o => rest.Length > o.Length && rest[o.Length] == ' ' && rest.StartsWith(o, StringComparison.Ordinal));

    /// <summary>Of an endless sentence, what lies before the last break within reach.</summary>
    private static string Head(string sentence)
    {
        if (sentence.Length <= Reach)
        {
            return sentence;
        }

        int comma = sentence.LastIndexOf(", ", Reach, StringComparison.Ordinal);
        int end = comma >= Shortest ? comma : sentence.LastIndexOf(' ', Reach);
        return sentence[..(end > 0 ? end : Reach)];
    }

    private static string WithoutDateline(string line) =>
        Dateline.In(line) is { Length: > 0 } dateline && line.Length - dateline.Length >= Shortest ? line[dateline.Length..].TrimStart() : line;

    /// <summary>Leaves off who said it, where that stands behind the last comma: <c>, the ministry said on Tuesday</c>, <c>, according to traders</c>.</summary>
    private static string WithoutAttribution(string line)
    {
        int comma = line.LastIndexOf(", ", StringComparison.Ordinal);
        if (comma < Shortest)
        {
            return line;
        }

        string rest = line[(comma + 2)..];
        bool attributes = SummaryLexicon.Words.Attributes(rest) && !rest.Contains(" that ", StringComparison.Ordinal)
            && !rest.StartsWith("and ", StringComparison.Ordinal) && !rest.StartsWith("or ", StringComparison.Ordinal) && !rest.StartsWith("but ", StringComparison.Ordinal);
        return attributes && IsWhole(line[..comma]) ? line[..comma] : line;
    }

    /// <summary>What somebody said, where words begin with that: it needs a verb of its own.</summary>
    private static string Told(string line) => line.IndexOf(" said that ", StringComparison.Ordinal) is > 0 and var at ? line[(at + 11)..] : line;

    /// <summary>Whether words could end here: with a verb of their own, no bracket or quotation open, and no word that waits for the next.</summary>
    private static bool IsWhole(string line) => SummaryLexicon.Words.HasFiniteVerb(Told(line)) && !SummaryLexicon.Words.Waits(line[(line.LastIndexOf(' ') + 1)..])
        && line.Count(c => c == '“') == line.Count(c => c == '”') && line.Count(c => c == '"') % 2 == 0
        && line.Count(c => c == '(') == line.Count(c => c == ')');
}
