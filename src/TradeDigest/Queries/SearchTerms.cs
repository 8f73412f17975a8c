namespace TradeDigest.Queries;

/// <summary>What a text must hold: words, each anywhere in it, and phrases, whose words stand one after the other.</summary>
public sealed class SearchTerms
{
    private SearchTerms(IReadOnlyList<IReadOnlyList<string>> phrases) => Phrases = phrases;

    /// <summary>The phrases, in folded words; a word alone is a phrase of one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; }

    /// <summary>Reads what someone typed: words with blanks between, phrases in quotation marks (<c>steel "rare earths"</c>). A mark that is not closed reaches to the end;
    /// what has no blank is a phrase too (<c>34.5%</c>).</summary>
    /// <returns>The terms; null where the text holds no word.</returns>
    public static SearchTerms? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var phrases = new List<IReadOnlyList<string>>();
        string[] parts = text.Split('"', '“', '”', '„');
        for (int i = 0; i < parts.Length; i++)
        {
            IEnumerable<string> terms = i % 2 == 1 ? [parts[i]] : parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            phrases.AddRange(terms.Select(SearchText.Words).Where(words => words.Count > 0));
        }

        return phrases.Count == 0 ? null : new(phrases);
    }

    /// <summary>Whether each phrase stands in one of the texts.</summary>
    public bool OccurIn(IEnumerable<string> texts)
    {
        var words = texts.Select(SearchText.Words).ToList();
        return Phrases.All(phrase => words.Any(text => Stands(phrase, text)));
    }

    /// <summary>The terms in one form, the same for the same terms.</summary>
    public override string ToString() => string.Join('|', Phrases.Select(p => string.Join(' ', p)).Order(StringComparer.Ordinal));

    private static bool Stands(IReadOnlyList<string> phrase, IReadOnlyList<string> text)
    {
        for (int at = 0; at + phrase.Count <= text.Count; at++)
        {
            int matched = 0;
            while (matched < phrase.Count && phrase[matched] == text[at + matched])
            {
                matched++;
            }

            if (matched == phrase.Count)
            {
                return true;
            }
        }

        return false;
    }
}
