using System.Diagnostics.CodeAnalysis;

namespace TradeDigest.Language;

/// <summary>Phrases of one or more words, each with a value; the longest that begins at a token is found in one step a word.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
/// <remarks>Phrases are cut by the same <see cref="Tokenizer"/> as texts are, so that <c>year-on-year</c> matches however it is spaced;
/// case does not matter unless a phrase is added with <c>exactCase</c>.</remarks>
public sealed class PhraseTable<T>(Vocabulary vocabulary)
{
    private readonly Dictionary<int, List<Entry>> _byFirst = [];

    /// <summary>Number of phrases.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a phrase. Of two equal ones the first stands.</summary>
    /// <param name="phrase">One or more words as written in a text.</param>
    /// <param name="value">What it stands for.</param>
    /// <param name="exactCase">Whether upper and lower case must be as given (<c>US</c>, <c>May</c>).</param>
    /// <exception cref="ArgumentException">The phrase holds no token.</exception>
    public void Add(string phrase, T value, bool exactCase = false)
    {
        var tokens = new Tokenizer(vocabulary).Tokenize(phrase);
        if (tokens.Count == 0)
        {
            throw new ArgumentException("A phrase holds at least one word.", nameof(phrase));
        }

        var words = new int[tokens.Count];
        var forms = new string[tokens.Count];
        for (int i = 0; i < words.Length; i++)
        {
            forms[i] = phrase[tokens[i].Start..tokens[i].End].Replace('’', '\'');
            words[i] = vocabulary.Add(forms[i]);
        }

        if (!_byFirst.TryGetValue(words[0], out var entries))
        {
            _byFirst.Add(words[0], entries = []);
        }

        int at = entries.FindIndex(e => e.Words.Length < words.Length);
        entries.Insert(at < 0 ? entries.Count : at, new Entry(words, exactCase ? forms : null, value));
        Count++;
    }

    /// <summary>The longest phrase that begins at token <paramref name="at"/>.</summary>
    /// <param name="text">The text that the tokens were cut from.</param>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="at">Index of the first token to look at.</param>
    /// <param name="value">What the phrase stands for.</param>
    /// <param name="length">How many tokens it takes.</param>
    public bool TryMatch(string text, IReadOnlyList<Token> tokens, int at, [MaybeNullWhen(false)] out T value, out int length)
    {
        int first = tokens[at].Word;
        if (first >= 0 && _byFirst.TryGetValue(first, out var entries))
        {
            foreach (var entry in entries)
            {
                if (Fits(entry, text, tokens, at))
                {
                    (value, length) = (entry.Value, entry.Words.Length);
                    return true;
                }
            }
        }

        (value, length) = (default, 0);
        return false;
    }

    private static bool Fits(Entry entry, string text, IReadOnlyList<Token> tokens, int at)
    {
        if (at + entry.Words.Length > tokens.Count)
        {
            return false;
        }

        for (int i = 0; i < entry.Words.Length; i++)
        {
            var token = tokens[at + i];
            if (token.Word != entry.Words[i] || (i > 0 && token.StartsParagraph)
                || (entry.Forms is not null && !token.Span.In(text).SequenceEqual(entry.Forms[i])))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Entry(int[] Words, string[]? Forms, T Value);
}
