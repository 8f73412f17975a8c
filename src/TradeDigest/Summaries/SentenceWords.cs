namespace TradeDigest.Summaries;

/// <summary>The content words of one text's sentences, by which sentences are compared: lower case, without the words that all texts share,
/// cut to a common stem (<c>tariffs</c>, <c>tariff</c>). Each stem has a number, so that sentences are compared by numbers.</summary>
internal sealed class SentenceWords
{
    private const int LongestOnStack = 128;

    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<int> _found = [];

    /// <summary>No words yet, with room for as many as are expected.</summary>
    public SentenceWords(int expected)
    {
        _numbers = new Dictionary<string, int>(expected, StringComparer.Ordinal);
        _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many stems it knows; numbers run from 0 to this, exclusive.</summary>
    public int Count => _numbers.Count;

    /// <summary>The numbers of the content words of <paramref name="sentence"/>, each once, ascending.</summary>
    public int[] Of(ReadOnlySpan<char> sentence)
    {
        _found.Clear();
        int at = 0;
        while (at < sentence.Length)
        {
            if (!char.IsLetterOrDigit(sentence[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < sentence.Length && (char.IsLetterOrDigit(sentence[at]) || (sentence[at] is '.' or ',' && IsInNumber(sentence, at))))
            {
                at++;
            }

            var written = sentence[start..at];
            if (!SummaryLexicon.Words.IsCommon(written))
            {
                _found.Add(Number(written));
            }
        }

        return Distinct();
    }

    /// <summary>Number of words of a text: runs without white space that hold a letter or digit.</summary>
    public static int CountIn(string text) => Articles.Cleaning.ArticleText.CountWords(text);

    /// <summary>How many numbers two ascending lists share.</summary>
    public static int Shared(int[] a, int[] b)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            int order = a[i] - b[j];
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    private int[] Distinct()
    {
        _found.Sort();
        int kept = 0;
        for (int i = 0; i < _found.Count; i++)
        {
            if (i == 0 || _found[i] != _found[kept - 1])
            {
                _found[kept++] = _found[i];
            }
        }

        _found.RemoveRange(kept, _found.Count - kept);
        return [.. _found];
    }

    private static bool IsInNumber(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    /// <summary>The number of a word's stem: the word in lower case without the commonest English endings; what is left need not be a word.</summary>
    private int Number(ReadOnlySpan<char> written)
    {
        Span<char> word = written.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[written.Length];
        word = word[..written.ToLowerInvariant(word)];
        word = word.Length switch
        {
            > 6 when word.EndsWith("ing") => word[..^3],
            > 5 when word.EndsWith("ies") => InY(word),
            > 5 when word.EndsWith("ed") => word[..^2],
            > 3 when word[^1] == 's' && word[^2] != 's' => word[..^1],
            _ => word,
        };
        if (!_lookup.TryGetValue(word, out int number))
        {
            number = _numbers.Count;
            _lookup[word] = number;
        }

        return number;
    }

    /// <summary>The singular of a plural in <c>-ies</c>, in its place.</summary>
    private static Span<char> InY(Span<char> word)
    {
        word[^3] = 'y';
        return word[..^2];
    }
}
