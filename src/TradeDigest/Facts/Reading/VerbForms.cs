namespace TradeDigest.Facts.Reading;

/// <summary>Writes out the forms of English verbs from an entry of <c>verbs.json</c>.</summary>
internal static class VerbForms
{
    private static readonly (string Word, VerbForm Form)[] s_be =
        [("be", VerbForm.Base), ("is", VerbForm.Third), ("are", VerbForm.Third), ("was", VerbForm.Past), ("were", VerbForm.Past),
            ("been", VerbForm.Participle), ("being", VerbForm.Gerund)];

    /// <summary>The words of an entry: <c>rise rose risen</c>, <c>cut+ cut cut</c>, <c>strike_down struck_down struck_down</c>, <c>climb</c>.</summary>
    /// <exception cref="FormatException">The entry holds more than three forms.</exception>
    public static IEnumerable<(string Word, VerbForm Form)> Of(string entry)
    {
        string[] parts = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > 3)
        {
            throw new FormatException($"The verb '{entry}' gives {parts.Length} forms: write its base, or base, past and participle.");
        }

        int mark = parts[0].IndexOf('_', StringComparison.Ordinal);
        string head = mark < 0 ? parts[0] : parts[0][..mark];
        string tail = mark < 0 ? "" : parts[0][mark..].Replace('_', ' ');
        if (head == "be")
        {
            return s_be.Select(b => (b.Word + tail, b.Form));
        }

        bool doubles = head.EndsWith('+');
        head = head.TrimEnd('+');
        string stem = doubles ? head + head[^1] : head;
        string past = parts.Length > 1 ? parts[1].Replace('_', ' ') : Past(stem, doubles) + tail;
        string participle = parts.Length > 2 ? parts[2].Replace('_', ' ') : past;
        return
        [
            (head + tail, VerbForm.Base), (Third(head) + tail, VerbForm.Third), (past, VerbForm.Past), (participle, VerbForm.Participle),
            (Gerund(stem, doubles) + tail, VerbForm.Gerund),
        ];
    }

    /// <summary>The base form that an entry is filed under.</summary>
    public static string Base(string entry) => entry.Split(' ')[0].Replace("+", "", StringComparison.Ordinal).Replace('_', ' ');

    private static string Third(string word) =>
        word == "have" ? "has"
        : IsConsonantY(word) ? word[..^1] + "ies"
        : word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            || word is "do" or "go" or "forgo" or "undergo" ? word + "es"
        : word + "s";

    private static string Past(string stem, bool doubled) =>
        doubled ? stem + "ed" : stem.EndsWith('e') ? stem + "d" : IsConsonantY(stem) ? stem[..^1] + "ied" : stem + "ed";

    private static string Gerund(string stem, bool doubled) =>
        doubled ? stem + "ing"
        : stem.EndsWith("ie", StringComparison.Ordinal) ? stem[..^2] + "ying"
        : stem.EndsWith('e') && !stem.EndsWith("ee", StringComparison.Ordinal) ? stem[..^1] + "ing"
        : stem is "set" or "hit" or "put" or "run" or "begin" or "get" or "sit" or "bid" ? stem + stem[^1] + "ing"
        : stem + "ing";

    private static bool IsConsonantY(string word) => word.Length > 1 && word[^1] == 'y' && word[^2] is not ('a' or 'e' or 'i' or 'o' or 'u');
}
