namespace TradeDigest.Language;

/// <summary>Some words of a vocabulary.</summary>
internal sealed class WordSet
{
    private readonly bool[] _words;

    public WordSet(Vocabulary vocabulary, params IEnumerable<string> words)
    {
        int[] numbers = [.. words.Select(vocabulary.Add)];
        _words = new bool[numbers.DefaultIfEmpty(-1).Max() + 1];
        foreach (int number in numbers)
        {
            _words[number] = true;
        }
    }

    /// <summary>Whether the token is one of the words, without regard to case.</summary>
    public bool Has(Token token) => (uint)token.Word < (uint)_words.Length && _words[token.Word];
}
