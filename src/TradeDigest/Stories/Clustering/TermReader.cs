using TradeDigest.Language;

namespace TradeDigest.Stories;

/// <summary>Reads the terms of an article: word stems, numbers, and names as a whole, each with how much the article makes of it.</summary>
/// <remarks>News tells the event first (the inverted pyramid), so the title and the opening count more than what follows.</remarks>
internal sealed class TermReader
{
    private const float TitleMass = 3f;
    private const float NameMass = 1.5f;
    private const int OpeningWords = 70;
    private const int BodyWords = 300;

    private readonly BackgroundWords _background = BackgroundWords.Load();
    private readonly Tokenizer _tokenizer = new(new Vocabulary());

    /// <summary>How often the background has a term, as a share of all articles.</summary>
    public BackgroundWords Background => _background;

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
            string? term = Term(text.AsSpan(token.Start, token.Length), token.Kind);
            bool isName = token.Kind == TokenKind.Word && token.IsCapitalized && (!opensSentence || token.IsAllCaps);
            opensSentence = token.StartsParagraph && token.Kind != TokenKind.Word;
            if (term is null || _background.IsStopWord(term))
            {
                previousName = null;
                continue;
            }

            Add(mass, term, isName ? weight * NameMass : weight);
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

    private static string? Term(ReadOnlySpan<char> word, TokenKind kind)
    {
        if (kind == TokenKind.Number)
        {
            return word.Length < 2 ? null : word.ToString().Replace(",", "", StringComparison.Ordinal);
        }

        string lower = word.ToString().ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Replace("’", "'", StringComparison.Ordinal);
        return lower.Length < 2 ? null : WordStem.Of(lower);
    }
}
