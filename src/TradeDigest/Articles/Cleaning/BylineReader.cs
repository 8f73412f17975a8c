using System.Buffers;

namespace TradeDigest.Articles.Cleaning;

/// <summary>Reads a line that says who wrote an article: <c>By Amina Otieno and Peter Wu</c>, <c>By JANE ROE, Staff Writer</c>.</summary>
/// <param name="openings">The words with which such a line begins.</param>
/// <param name="notNames">Words that begin with a capital and no name: a line that goes on with one is text.</param>
internal sealed class BylineReader(IReadOnlyList<string> openings, IReadOnlyList<string> notNames)
{
    private const int Longest = 200;
    private const int MostWords = 24;

    // Words that stand small between names or within them.
    private static readonly string[] Joints = ["and", "&", "de", "da", "del", "della", "di", "dos", "du", "van", "von", "der", "den", "la", "le", "bin", "al", "el", "ibn", "ter", "und", "et", "y", "e"];

    private static readonly SearchValues<char> Separators = SearchValues.Create("|·•—–;(");

    private readonly HashSet<string> _notNames = new(notNames, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names; null where the line says anything else.</summary>
    public string? NamesIn(string line)
    {
        if (line.Length > Longest)
        {
            return null;
        }

        foreach (string opening in openings)
        {
            if (line.Length > opening.Length + 1 && line.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && line[opening.Length] is ' ' or ':')
            {
                return Names(line[opening.Length..].TrimStart(' ', ':'));
            }
        }

        return null;
    }

    private string? Names(string rest)
    {
        int end = rest.AsSpan().IndexOfAny(Separators);
        string names = (end > 0 ? rest[..end] : rest).TrimEnd(' ', ',', '-');
        if (names.Length < 3 || names[^1] is ':' or '?' or '!' || (names[^1] == '.' && names.Length > 40))
        {
            return null;
        }

        // What follows a comma may be a post or a place, of which only names' capitals are asked.
        string[] words = names.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        bool areNames = words.Length is > 0 and <= MostWords && !_notNames.Contains(words[0])
            && Array.TrueForAll(words, w => char.IsUpper(w[0]) || Array.IndexOf(Joints, w) >= 0 || char.IsUpper(w[^1]) || names.IndexOf(',', StringComparison.Ordinal) is > 3 and var comma && names.IndexOf(w, StringComparison.Ordinal) > comma);
        bool isPlain = names.AsSpan().IndexOfAnyInRange('0', '9') < 0;
        if (!areNames || !isPlain)
        {
            return null;
        }

        int post = names.IndexOf(',', StringComparison.Ordinal);
        return post > 0 && names[(post + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && (char.IsLower(first[0]) || names[(post + 1)..].Contains("Staff", StringComparison.OrdinalIgnoreCase) || names[(post + 1)..].Contains("Correspondent", StringComparison.OrdinalIgnoreCase) || names[(post + 1)..].Contains("Editor", StringComparison.OrdinalIgnoreCase) || names[(post + 1)..].Contains("Writer", StringComparison.OrdinalIgnoreCase) || names[(post + 1)..].Contains("Reporter", StringComparison.OrdinalIgnoreCase))
            ? names[..post] : names;
    }
}
