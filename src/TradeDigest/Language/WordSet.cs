namespace TradeDigest.Language;

/// <summary>Some words of a vocabulary.</summary>
internal sealed class WordSet
{
    private readonly HashSet<int> _words = [];

    public WordSet(Vocabulary vocabulary, params IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            _words.Add(vocabulary.Add(word));
        }
    }

    /// <summary>Whether the token is one of the words, without regard to case.</summary>
    public bool Has(Token token) => token.Word >= 0 && _words.Contains(token.Word);
}
