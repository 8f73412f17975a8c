namespace TradeDigest.Language;

/// <summary>Finds the words around a quotation that attribute it: a verb of saying before or behind it, <c>according to</c>.</summary>
internal sealed class QuoteCues(NameScan scan, SpeakerReader speakers, QuoteShape shape, List<QuoteSpan> spans)
{
    private const int FarthestBehind = 40;
    private const int FarthestBefore = 60;
    private const int FarthestVerb = 16;
    private const int FarthestJudgement = 9;
    private readonly NameScan _scan = scan;
    private readonly SpeakerReader _speakers = speakers;
    private readonly QuoteShape _shape = shape;
    private readonly List<QuoteSpan> _spans = spans;

    /// <summary>An attribution behind the closing mark, in the same sentence.</summary>
    public SpeechSource? Behind(int s, SpeechSource? last)
    {
        var span = _spans[s];
        bool closed = _scan.IsMark(span.End - 1, '.') && _scan.Tokens[span.End - 1].Kind == TokenKind.Punctuation && !_scan.IsMark(span.Close, ',');
        int limit = s + 1 < _spans.Count ? _spans[s + 1].Open : _scan.Tokens.Count;
        int at = span.Close;
        while (at < limit && (_scan.IsMark(at, ',') || _scan.IsMark(at, '—') || _scan.IsMark(at, '–') || _scan.Is(at, "--")))
        {
            at++;
        }

        if (at >= limit || _scan.StartsParagraph(at) || (closed && !_scan.SameSentence(at, span.Close - 1)) || (closed && at == span.Close && _scan.IsCapitalized(at)))
        {
            return null;
        }

        int end = at;
        while (end < limit && end - at < FarthestBehind && (end == at || (!_scan.StartsParagraph(end) && _scan.SentenceOf(end) == _scan.SentenceOf(at))))
        {
            end++;
        }

        // A fragment's own sentence goes on behind it; its verb of saying stands close or behind a comma.
        bool comma = at > span.Close || _scan.IsMark(span.End - 1, ',') || _scan.IsMark(span.End - 1, '?') || _scan.IsMark(span.End - 1, '!') || _scan.IsWord(at);
        int said = -1;
        for (int verb = at; comma && verb < end; verb++)
        {
            if (!_scan.Has(verb, NameWord.StrongSaying) || !IsVerb(verb))
            {
                continue;
            }

            bool inverted = verb == at || _scan.Is(verb, "according");
            if ((inverted ? _speakers.Behind(verb, end, last) : null) is { } behind)
            {
                return behind;
            }

            if (_speakers.Before(verb, at, last) is { } before)
            {
                return before;
            }

            said = said < 0 ? verb : said;
        }

        // Somebody said it, whom no rule finds: no one else's words.
        bool quoted = at > span.Close || !_scan.IsWord(span.End - 1);
        return said >= 0 && quoted ? new SpeechSource(null, null, said, said + 1, null) : null;
    }

    /// <summary>An attribution before the opening mark, in the same sentence.</summary>
    /// <param name="s">The quotation.</param>
    /// <param name="near">Whether its verb must stand close, as before a whole sentence.</param>
    /// <param name="last">Whom the last quotation was from.</param>
    public SpeechSource? Before(int s, bool near, SpeechSource? last)
    {
        var span = _spans[s];
        int from = span.Open;
        int floor = s > 0 ? _spans[s - 1].Close : 0;
        int sentence = _scan.SentenceOf(Math.Max(0, span.Open - 1));
        while (from > 0 && span.Open - from < FarthestBefore && _scan.SentenceOf(from - 1) == sentence && !_scan.StartsParagraph(from))
        {
            from--;
        }

        bool colon = _scan.IsMark(span.Open - 1, ':');
        if (span.Open == 0 || _scan.StartsParagraph(span.Open) || (_scan.SentenceOf(span.Open) != sentence && _scan.SentenceOf(span.Open) >= 0 && !colon))
        {
            return null;
        }

        for (int verb = span.Open - 1; verb >= Math.Max(from, floor); verb--)
        {
            if (IsSaying(verb) && IsVerb(verb) && (!near || colon || span.Open - verb < FarthestVerb))
            {
                if (!near && _shape.Words(span) == 1 && !_shape.TakesOneWord(span) && !IsJudged(verb, span.Open))
                {
                    return null;
                }

                return IsPassive(verb) ? Agent(verb, span, last) : SourceOf(verb, from, span.Open, last);
            }
        }

        return null;
    }

    /// <summary>A verb of saying, or <c>put it</c>.</summary>
    private bool IsSaying(int at) => _scan.Has(at, NameWord.Saying | NameWord.StrongSaying) || ((_scan.Is(at, "put") || _scan.Is(at, "puts")) && _scan.Is(at + 1, "it"));

    /// <summary>Whether the subject is spoken of: <c>ministers were accused of “…”</c>; not <c>was quoted as saying</c>.</summary>
    private bool IsPassive(int verb) => _scan.Has(verb - 1, NameWord.Copula) && _scan.Word(verb).EndsWith("ed", StringComparison.OrdinalIgnoreCase) && !_scan.Is(verb, "quoted");

    /// <summary>Whoever <c>by</c> names; someone whom the text does not tell for words enough to be somebody's.</summary>
    private SpeechSource? Agent(int verb, QuoteSpan span, SpeechSource? last)
    {
        for (int i = verb + 1; i < span.Open; i++)
        {
            if (_scan.Is(i, "by") && _speakers.Behind(i, span.Open, last) is { } agent)
            {
                return agent;
            }
        }

        return _shape.IsLong(span) ? new SpeechSource(null, null, verb, verb + 1, null) : null;
    }

    private SpeechSource? SourceOf(int verb, int from, int open, SpeechSource? last)
    {
        if (_scan.Is(verb, "according"))
        {
            return _speakers.Behind(verb, open, last);
        }

        // “as described by the minister”, “was quoted by Xinhua as saying”
        if (_scan.Is(verb + 1, "by"))
        {
            return _speakers.Behind(verb + 1, open, last) ?? _speakers.Before(verb, from, last);
        }

        return _speakers.Before(verb, from, last) ?? _speakers.Behind(verb, open, last);
    }

    /// <summary>Whether the verb gives its object a name: <c>called the decision “regrettable”</c>.</summary>
    private bool IsJudged(int verb, int open) => open - verb < FarthestJudgement && _scan.Has(verb, NameWord.Judging);

    /// <summary>Whether a word that may be a noun is a verb here: <c>he claims</c>, not <c>their claims</c>.</summary>
    public bool IsVerb(int at)
    {
        if (_scan.Is(at, "according"))
        {
            return true;
        }

        bool noun = _scan.Word(at).EndsWith("s", StringComparison.OrdinalIgnoreCase) && !_scan.Is(at, "says") && !_scan.Is(at, "adds");
        bool isNoun = noun && (_scan.Has(at - 1, NameWord.Portfolio | NameWord.Particle | NameWord.Determiner) || _scan.IsPossessive(at - 1) || _scan.Is(at - 1, "of")
            || _scan.Is(at - 1, "such"));
        return !isNoun && !(_scan.Is(at, "agreed") && _scan.Is(at - 1, "was")) && !_scan.Is(at - 1, "to");
    }
}
