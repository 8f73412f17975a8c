namespace TradeDigest.Language;

/// <summary>The words that lexicons know, each with a small number, so that a text's words are looked up once, while it is cut into tokens.</summary>
/// <remarks>Filled while lexicons load; only read afterwards, and then safe for any number of threads.</remarks>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = [];
    private readonly HashSet<int> _prefixes = [];

    public Vocabulary() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words it knows; numbers run from 0 to this, exclusive.</summary>
    public int Count => _words.Count;

    /// <summary>The word of a number, as it was first added.</summary>
    public string this[int number] => _words[number];

    /// <summary>The number of <paramref name="word"/>, given one if it has none.</summary>
    public int Add(string word)
    {
        if (!_numbers.TryGetValue(word, out int number))
        {
            number = _words.Count;
            _numbers.Add(word, number);
            _words.Add(word);
        }

        return number;
    }

    /// <summary>Adds a word that digits may be attached to without being part of it (<c>Rs500</c>, <c>USD5</c>; but not <c>Q1</c>).</summary>
    public void AddPrefix(string word) => _prefixes.Add(Add(word));

    /// <summary>Whether a word was added by <see cref="AddPrefix"/>.</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out int number) && _prefixes.Contains(number);

    /// <summary>The number of a word without regard to case, or -1. Curly apostrophes are taken for straight ones.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Contains('’') && word.Length <= 64)
        {
            Span<char> straight = stackalloc char[word.Length];
            word.Replace(straight, '’', '\'');
            return _lookup.TryGetValue(straight, out int curly) ? curly : -1;
        }

        return _lookup.TryGetValue(word, out int number) ? number : -1;
    }
}
