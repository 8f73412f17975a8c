using System.Collections.Concurrent;
using TradeDigest.Language;

namespace TradeDigest.Stories;

/// <summary>Reads the terms of an article: word stems, numbers, and names as a whole, each with how much the article makes of it.</summary>
/// <remarks>Safe for any number of threads; it remembers the words of the texts it has read, so that one serves one collection. News tells the event first (the inverted pyramid), so the title and the opening count more than what follows.</remarks>
internal sealed class TermReader(BackgroundWords background)
{
    private const float TitleMass = 3f;
    private const float NameMass = 1.5f;
    private const int OpeningWords = 70;
    private const int BodyWords = 300;

    private readonly Tokenizer _tokenizer = new(new Vocabulary());

    /// <summary>The term of every word seen; empty for one that tells nothing.</summary>
    private readonly ConcurrentDictionary<string, string> _terms = new(StringComparer.Ordinal);

    /// <summary>How often the background has a term, as a share of all articles.</summary>
    public BackgroundWords Background => background;

    /// <summary>Adds to <paramref name="mass"/> how much <paramref name="article"/> makes of each term.</summary>
    public void Read(StoryArticle article, Dictionary<string, float> mass)
    {
        if (article.Title is { } title)
        {
            Read(title, _ => TitleMass, mass);
        }

        Read(article.Text, at => at < OpeningWords ? 2f : at < BodyWords ? 1f : 0.5f, mass);
        foreach (string feature in article.Features)
        {
            mass["\u0001" + feature] = 1f;
        }
    }

    private void Read(string text, Func<int, float> massAt, Dictionary<string, float> mass)
    {
        var tokens = _tokenizer.Tokenize(text);
        int words = 0;
        string? previousName = null;
        int previousEnd = -1;
        bool opensSentence = true;
        foreach (var token in tokens)
        {
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
            {
                bool ends = token.Length == 1 && text[token.Start] is '.' or '!' or '?' or ':';
                opensSentence |= ends || token.Kind == TokenKind.Quote;
                previousName = ends || (token.Length == 1 && text[token.Start] is ',' or ';') ? null : previousName;
                continue;
            }

            words++;
            float weight = massAt(words);
            string term = Term(text.AsSpan(token.Start, token.Length), token.Kind);
            bool isName = token.Kind == TokenKind.Word && token.IsCapitalized && (!opensSentence || token.IsAllCaps);
            opensSentence = token.StartsParagraph && token.Kind != TokenKind.Word;
            if (term.Length == 0)
            {
                previousName = null;
                continue;
            }

            Add(mass, term, isName ? weight * NameMass : weight);
            if (isName)
            {
                Add(mass, "^" + term, weight);
            }

            if (isName && previousName is not null && token.Start - previousEnd <= 1)
            {
                Add(mass, previousName + " " + term, weight);
            }

            previousName = token.IsCapitalized ? term : null;
            previousEnd = token.End;
        }
    }

    private static void Add(Dictionary<string, float> mass, string term, float weight) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(mass, term, out _) += weight;

    private string Term(ReadOnlySpan<char> word, TokenKind kind)
    {
        var known = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(word, out string? term))
        {
            term = NewTerm(word.ToString(), kind);
            known.TryAdd(word, term);
        }

        return term;
    }

    private string NewTerm(string word, TokenKind kind)
    {
        if (word.Length < 2)
        {
            return "";
        }

        if (kind == TokenKind.Number)
        {
            return word.Replace(",", "", StringComparison.Ordinal);
        }

        string lower = word.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Replace("’", "'", StringComparison.Ordinal);
        string stem = WordStem.Of(lower);
        return lower.Length < 2 || background.IsStopWord(stem) ? "" : stem;
    }
}
