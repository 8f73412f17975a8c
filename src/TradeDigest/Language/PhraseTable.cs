using System.Diagnostics.CodeAnalysis;

namespace TradeDigest.Language;

/// <summary>Phrases of one or more words, each with a value; the longest that begins at a token is found in one step a word.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
/// <remarks>Phrases are cut by the same <see cref="Tokenizer"/> as texts are, so that <c>year-on-year</c> matches however it is spaced;
/// case does not matter unless a phrase is added with <c>exactCase</c>.</remarks>
public sealed class PhraseTable<T>(Vocabulary vocabulary)
{
    private const int NoWord = -2;

    /// <summary>The phrases that begin with a word, longest first, by the word's number; none where no phrase begins with it.</summary>
    private Entry[][] _byFirst = [];

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

        int first = words[0];
        if (first >= _byFirst.Length)
        {
            int length = _byFirst.Length;
            Array.Resize(ref _byFirst, Math.Max(first + 1, 2 * length));
            Array.Fill(_byFirst, [], length, _byFirst.Length - length);
        }

        int at = Array.FindIndex(_byFirst[first], e => e.Words.Length < words.Length);
        at = at < 0 ? _byFirst[first].Length : at;
        _byFirst[first] = [.. _byFirst[first][..at], new Entry(words, exactCase ? forms : null, value), .. _byFirst[first][at..]];
        Count++;
    }

    /// <summary>The longest phrase that begins at token <paramref name="at"/>.</summary>
    /// <param name="text">The text that the tokens were cut from.</param>
    /// <param name="tokens">The text's tokens.</param>
    /// <param name="at">Index of the first token to look at.</param>
    /// <param name="value">What the phrase stands for.</param>
    /// <param name="length">How many tokens it takes.</param>
    public bool TryMatch(string text, List<Token> tokens, int at, [MaybeNullWhen(false)] out T value, out int length)
    {
        int first = tokens[at].Word;
        if ((uint)first < (uint)_byFirst.Length && _byFirst[first] is { Length: > 0 } entries)
        {
            int second = at + 1 < tokens.Count ? tokens[at + 1].Word : -1;
            foreach (ref readonly var entry in entries.AsSpan())
            {
                if ((entry.Second == NoWord || entry.Second == second) && Fits(entry, text, tokens, at))
                {
                    (value, length) = (entry.Value, entry.Words.Length);
                    return true;
                }
            }
        }

        (value, length) = (default, 0);
        return false;
    }

    private static bool Fits(in Entry entry, string text, List<Token> tokens, int at)
    {
        if (at + entry.Words.Length > tokens.Count)
        {
            return false;
        }

        for (int i = 1; i < entry.Words.Length; i++)
        {
            if (tokens[at + i].Word != entry.Words[i] || tokens[at + i].StartsParagraph)
            {
                return false;
            }
        }

        return entry.Forms is null || IsWrittenSo(entry.Forms, text, tokens, at);
    }

    private static bool IsWrittenSo(string[] forms, string text, List<Token> tokens, int at)
    {
        for (int i = 0; i < forms.Length; i++)
        {
            if (!tokens[at + i].Span.In(text).SequenceEqual(forms[i]))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Entry(int[] Words, string[]? Forms, T Value)
    {
        /// <summary>The second word, for few phrases that begin alike go on alike; <see cref="NoWord"/> where there is none.</summary>
        public int Second { get; } = Words.Length > 1 ? Words[1] : NoWord;
    }
}
