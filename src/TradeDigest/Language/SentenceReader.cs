namespace TradeDigest.Language;

/// <summary>Finds where sentences begin and end.</summary>
public sealed class SentenceReader
{
    private readonly HashSet<int> _neverEnds = [];

    /// <summary>A reader with the abbreviations of <c>English/sentences.json</c>.</summary>
    public SentenceReader(Vocabulary vocabulary)
    {
        var lexicon = LexiconFile.Load("English/sentences.json", SentenceLexiconJson.Default.SentenceLexicon);
        foreach (string word in lexicon.Titles.Concat(lexicon.BeforeNumber).Concat(lexicon.Inner))
        {
            _neverEnds.Add(vocabulary.Add(word));
        }
    }

    /// <summary>The sentences of a text, in order.</summary>
    public IReadOnlyList<Sentence> Read(string text, IReadOnlyList<Token> tokens)
    {
        var sentences = new List<Sentence>();
        int first = 0, paragraph = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            bool last = i + 1 == tokens.Count || tokens[i + 1].StartsLine;
            if (last || Ends(text, tokens, i))
            {
                sentences.Add(new Sentence(new TextSpan(tokens[first].Start, tokens[i].End), first, i + 1, paragraph, SentenceKind.Prose));
                first = i + 1;
                paragraph += last ? 1 : 0;
            }
        }

        return sentences;
    }

    private bool Ends(string text, IReadOnlyList<Token> tokens, int at)
    {
        int mark = at;
        while (mark > 0 && tokens[mark].Kind == TokenKind.Quote && !tokens[mark].HasSpaceBefore)
        {
            mark--;
        }

        return text[tokens[mark].End - 1] is '.' or '!' or '?' && tokens[at + 1].HasSpaceBefore
            && (tokens[at + 1].IsCapitalized || tokens[at + 1].Kind == TokenKind.Quote)
            && (mark == 0 || !_neverEnds.Contains(tokens[mark - 1].Word)) && (tokens[mark].Traits & TokenTraits.Dotted) == 0;
    }
}
