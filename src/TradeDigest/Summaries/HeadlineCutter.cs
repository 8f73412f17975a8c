namespace TradeDigest.Summaries;

/// <summary>Makes a headline of a sentence by leaving off what its grammar can spare at its end: who said it, a relative or adverbial clause.</summary>
internal static class HeadlineCutter
{
    private const int Longest = 90;
    private const int Shortest = 30;
    private const int Reach = 600;

    /// <summary>Where a clause that can be spared begins, in the order in which they are tried.</summary>
    private static readonly string[] Joints = [", which ", ", who ", ", while ", ", as ", ", after ", ", amid ", ", with ", "; ", " — ", " – ", ", but ", ", and ", ", "];

    /// <summary>The sentence without its full stop, cut while it is longer than a headline and a clause can be spared; whole where none can.</summary>
    public static string Cut(string sentence)
    {
        string line = WithoutAttribution(Head(sentence).TrimEnd('.', ' '));
        foreach (string joint in Joints)
        {
            while (line.Length > Longest && line.LastIndexOf(joint, StringComparison.Ordinal) is >= Shortest and var at && IsWhole(line[..at]))
            {
                line = line[..at];
            }
        }

        return line;
    }

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

    private static string WithoutAttribution(string line)
    {
        int comma = line.LastIndexOf(", ", StringComparison.Ordinal);
        return comma >= Shortest && SummaryLexicon.Words.Attributes(line[(comma + 2)..]) && IsWhole(line[..comma]) ? line[..comma] : line;
    }

    private static bool IsWhole(string line) => line.Count(c => c == '“') == line.Count(c => c == '”') && line.Count(c => c == '"') % 2 == 0
        && line.Count(c => c == '(') == line.Count(c => c == ')');
}
