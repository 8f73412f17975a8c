namespace TradeDigest.Language;

/// <summary>Tells quotations from other words in marks, and gives each its speaker.</summary>
internal sealed class QuoteAttribution(NameScan scan, IReadOnlyList<NameMention> names, List<QuoteSpan> spans)
{
    private const int FewestOwnWords = 4;
    private const int LongestIntroduction = 100;
    private readonly NameScan _scan = scan;
    private readonly SpeakerReader _speakers = new(scan, names);
    private readonly List<QuoteSpan> _spans = spans;
    private readonly List<Quotation> _found = [];
    private SpeechSource? _last;
    private int _lastSpan = -1;
    private int _utterances;

    public List<Quotation> Read()
    {
        for (int s = 0; s < _spans.Count; s++)
        {
            Attribute(s);
        }

        return _found;
    }

    private void Attribute(int s)
    {
        var span = _spans[s];
        bool interrupted = Interrupts(s);
        bool whole = interrupted || span.ContinuesLast || IsWhole(span);
        if (span.ContinuesLast && _lastSpan == s - 1)
        {
            Add(s, _last, sameUtterance: true, whole: true, cue: false);
            return;
        }

        if (!whole && (IsTerm(span) || Words(span) == 0))
        {
            return;
        }

        var source = whole
            ? Behind(s) ?? Before(s, near: true) ?? Colon(span)
            : Before(s, near: false) ?? Behind(s);
        if (source is null && interrupted && _last is not null)
        {
            Add(s, _last, sameUtterance: true, whole, cue: false);
            return;
        }

        if (source is not null && interrupted && (_last is null || source.First < span.Open))
        {
            Add(s, _last ?? source, sameUtterance: true, whole, cue: true);
            return;
        }

        if (source is null && whole && (Words(span) >= FewestOwnWords || Follows(s)))
        {
            var context = Follows(s) ? _last : Introduced(span);
            if (context is not null || EndsSentence(span) || Words(span) > FewestOwnWords)
            {
                Add(s, context, sameUtterance: false, whole, cue: false);
            }

            return;
        }

        if (source is not null)
        {
            Add(s, source, sameUtterance: false, whole, cue: true);
        }
    }

    private void Add(int s, SpeechSource? source, bool sameUtterance, bool whole, bool cue)
    {
        var span = _spans[s];
        int utterance = sameUtterance && _found.Count > 0 ? _found[^1].Utterance : _utterances++;
        TextSpan? words = cue && source is not null && source.End > source.First
            ? new TextSpan(_scan.Tokens[source.First].Start, _scan.Tokens[source.End - 1].End)
            : null;
        _found.Add(new Quotation(
            new TextSpan(_scan.Tokens[span.First].Start, _scan.Tokens[span.End - 1].End),
            new TextSpan(_scan.Tokens[span.Open].Start, _scan.Tokens[span.Close - 1].End),
            source?.Speaker, source?.Role, words, !whole)
        {
            Utterance = utterance,
        });
        _last = source ?? _last;
        _lastSpan = s;
    }

    /// <summary>Whether the quotation is a sentence of its own, not a fragment within the article's.</summary>
    private bool IsWhole(QuoteSpan span)
    {
        bool capital = _scan.IsCapitalized(span.First) || _scan.Tokens[span.First].Kind is TokenKind.Number or TokenKind.Symbol or TokenKind.Quote || _scan.IsMark(span.First, '…')
            || _scan.Is(span.First, "...");
        bool opens = _scan.IsFirst(span.Open) || _scan.IsMark(span.Open - 1, ',') || _scan.IsMark(span.Open - 1, ':') || _scan.Tokens[span.Open - 1].Kind == TokenKind.Quote;
        bool ends = EndsSentence(span) || _scan.IsMark(span.End - 1, ',') || _scan.IsMark(span.Close, ',');
        return (capital && opens && (ends || Words(span) >= FewestOwnWords)) || (capital && ends && Words(span) >= FewestOwnWords && (_scan.Has(span.Open - 1, NameWord.Saying) || _scan.Is(span.Open - 1, "that"))) || (opens && ends && Words(span) >= FewestOwnWords);
    }

    private bool EndsSentence(QuoteSpan span) => _scan.IsMark(span.End - 1, '.') || _scan.IsMark(span.End - 1, '?') || _scan.IsMark(span.End - 1, '!')
        || _scan.Is(span.End - 1, "...") || _scan.IsMark(span.End - 1, '…') || _scan.IsMark(span.Close, '.') || _scan.IsMark(span.End - 1, '—');

    private int Words(QuoteSpan span)
    {
        int words = 0;
        for (int i = span.First; i < span.End && words < 20; i++)
        {
            words += _scan.Tokens[i].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        return words;
    }

    /// <summary>A name or term in marks: <c>the so-called “green box”</c>, <c>a report titled “…”</c>, <c>what it calls “…”</c>.</summary>
    private bool IsTerm(QuoteSpan span)
    {
        int at = span.Open - 1;
        at -= _scan.Is(at, "a") || _scan.Is(at, "an") || _scan.Is(at, "the") || _scan.Is(at, "its") || _scan.Is(at, "as") ? 1 : 0;
        if (_scan.Is(at, "titled") || _scan.Is(at, "entitled") || _scan.Is(at, "headlined") || _scan.Is(at, "dubbed") || _scan.Is(at, "named") || _scan.Is(at, "nicknamed") || _scan.Is(at, "known")
            || (_scan.Is(at, "called") && (_scan.Is(at - 1, "so") || _scan.IsMark(at - 1, '-') || _scan.Is(at - 1, "is") || _scan.Is(at - 1, "was"))))
        {
            return true;
        }

        bool calls = _scan.Is(at, "calls") || _scan.Is(at, "call") || _scan.Is(at, "called") || _scan.Is(at, "termed") || _scan.Is(at, "terms");
        for (int i = at - 1; calls && i > at - 7 && i >= 0; i--)
        {
            if (_scan.Is(i, "what"))
            {
                return Words(span) <= 3;
            }
        }

        return false;
    }

    /// <summary>Whether this one goes on after an attribution in mid-sentence: <c>“…,” she said, “…”</c>.</summary>
    private bool Interrupts(int s)
    {
        if (s == 0 || _lastSpan != s - 1 || _spans[s].Open - _spans[s - 1].Close is < 2 or > 30 || ParagraphBetween(_spans[s - 1].Close, _spans[s].Open))
        {
            return false;
        }

        bool comma = _scan.IsMark(_spans[s].Open - 1, ',') || _scan.IsMark(_spans[s].Open - 1, ':') || _scan.IsMark(_spans[s].Open - 1, ';') || _scan.IsMark(_spans[s].Open - 1, '—');
        bool wasOpen = _scan.IsMark(_spans[s - 1].End - 1, ',') || _scan.IsMark(_spans[s - 1].Close, ',') || _scan.IsMark(_spans[s - 1].End - 1, '—') || _scan.IsMark(_spans[s - 1].End - 1, '?')
            || _scan.IsMark(_spans[s - 1].End - 1, '!');
        if (!comma || !wasOpen || _found.Count == 0 || _found[^1].IsPartial)
        {
            return false;
        }

        for (int i = _spans[s - 1].Close; i < _spans[s].Open; i++)
        {
            if (_scan.Has(i, NameWord.StrongSaying))
            {
                return true;
            }
        }

        return false;
    }

    private bool ParagraphBetween(int from, int to)
    {
        for (int i = from; i <= to && i < _scan.Tokens.Length; i++)
        {
            if (_scan.StartsParagraph(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An attribution behind the closing mark, in the same sentence.</summary>
    private SpeechSource? Behind(int s)
    {
        var span = _spans[s];
        bool closed = _scan.IsMark(span.End - 1, '.') && _scan.Tokens[span.End - 1].Kind == TokenKind.Punctuation && !_scan.IsMark(span.Close, ',');
        int limit = s + 1 < _spans.Count ? _spans[s + 1].Open : _scan.Tokens.Length;
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
        while (end < limit && end - at < 40 && (end == at || (!_scan.StartsParagraph(end) && _scan.SentenceOf(end) == _scan.SentenceOf(at))))
        {
            end++;
        }

        // A fragment's own sentence goes on behind it; its verb of saying stands close or behind a comma.
        bool comma = at > span.Close || _scan.IsMark(span.End - 1, ',') || _scan.IsMark(span.End - 1, '?') || _scan.IsMark(span.End - 1, '!') || _scan.Tokens[at].Kind == TokenKind.Word;
        for (int verb = at; comma && verb < end; verb++)
        {
            if (!_scan.Has(verb, NameWord.StrongSaying) || !IsVerb(verb))
            {
                continue;
            }

            bool inverted = verb == at || _scan.Is(verb, "according");
            var source = (inverted ? _speakers.Behind(verb, end, _last) : null) ?? _speakers.Before(verb, at, _last) ?? (verb > at ? null : _speakers.Behind(verb, end, _last));
            if (source is not null)
            {
                return source;
            }
        }

        return null;
    }

    /// <summary>An attribution before the opening mark, in the same sentence.</summary>
    private SpeechSource? Before(int s, bool near)
    {
        var span = _spans[s];
        int from = span.Open;
        int floor = s > 0 ? _spans[s - 1].Close : 0;
        int sentence = _scan.SentenceOf(Math.Max(0, span.Open - 1));
        while (from > 0 && span.Open - from < 60 && _scan.SentenceOf(from - 1) == sentence && !_scan.StartsParagraph(from))
        {
            from--;
        }

        if (span.Open == 0 || _scan.StartsParagraph(span.Open) || (_scan.SentenceOf(span.Open) != sentence && _scan.SentenceOf(span.Open) >= 0 && !_scan.IsMark(span.Open - 1, ':')))
        {
            return null;
        }

        for (int verb = span.Open - 1; verb >= Math.Max(from, floor); verb--)
        {
            if (_scan.Has(verb, NameWord.Saying | NameWord.StrongSaying) && IsVerb(verb) && (!near || span.Open - verb < 16 || _scan.IsMark(span.Open - 1, ':')))
            {
                if (!near && Words(span) == 1 && !GovernsOneWord(span) && !IsJudged(verb, span.Open))
                {
                    return null;
                }

                return SourceOf(verb, from, span.Open);
            }
        }

        return null;
    }

    private SpeechSource? SourceOf(int verb, int from, int open)
    {
        if (_scan.Is(verb, "according"))
        {
            return _speakers.Behind(verb, open, _last);
        }

        // “as described by the minister”, “was quoted by Xinhua as saying”
        if (_scan.Is(verb + 1, "by"))
        {
            return _speakers.Behind(verb + 1, open, _last) ?? _speakers.Before(verb, from, _last);
        }

        return _speakers.Before(verb, from, _last) ?? _speakers.Behind(verb, open, _last);
    }

    /// <summary>A single word in marks is somebody's only right behind what introduces it: <c>called it “illegal”</c>, <c>was a “mistake”</c>.</summary>
    private bool GovernsOneWord(QuoteSpan span)
    {
        int at = span.Open - 1;
        return _scan.Is(at, "as") || _scan.Is(at, "was") || _scan.Is(at, "is") || _scan.Is(at, "were") || _scan.Is(at, "are") || _scan.Is(at, "be") || _scan.Is(at, "been") || _scan.Is(at, "it")
            || _scan.Is(at, "them") || _scan.Is(at, "very") || _scan.Is(at, "a") || _scan.Is(at, "an") || _scan.Is(at, "had") || _scan.Has(at, NameWord.Saying)
            || _scan.IsMark(at, ':') || _scan.IsMark(at, ',');
    }

    /// <summary>Whether the verb gives its object a name: <c>called the decision “regrettable”</c>.</summary>
    private bool IsJudged(int verb, int open) => open - verb < 9 && (_scan.Is(verb, "called") || _scan.Is(verb, "calls") || _scan.Is(verb, "calling") || _scan.Is(verb, "branded")
        || _scan.Is(verb, "labelled") || _scan.Is(verb, "labeled") || _scan.Is(verb, "termed") || _scan.Is(verb, "described"));

    /// <summary>Whether a word that may be a noun is a verb here: <c>he claims</c>, not <c>their claims</c>.</summary>
    private bool IsVerb(int at)
    {
        var word = _scan.Word(at);
        bool noun = word.EndsWith("s", StringComparison.OrdinalIgnoreCase) && !_scan.Is(at, "says") && !_scan.Is(at, "adds");
        return !(noun && (_scan.Has(at - 1, NameWord.Portfolio | NameWord.Particle) || _scan.Is(at - 1, "the") || _scan.IsPossessive(at - 1) || _scan.Is(at - 1, "of") || _scan.Is(at - 1, "their")
            || _scan.Is(at - 1, "his") || _scan.Is(at - 1, "such")))
            && !(_scan.Is(at, "agreed") && _scan.Is(at - 1, "was")) && !_scan.Is(at - 1, "to") | _scan.Is(at, "according");
    }

    private SpeechSource? Colon(QuoteSpan span)
    {
        if (!_scan.IsMark(span.Open - 1, ':') || _speakers.At(span.Open - 2) is not { } name || name.Kind == NameKind.Place)
        {
            return null;
        }

        return new SpeechSource(name.Kind == NameKind.Party ? _scan.Words(name.FirstToken, name.EndToken) : name.Id, name.Role, name.FirstToken, name.EndToken, name);
    }

    /// <summary>Whether a quotation without a verb of saying belongs to the one before: in the same paragraph, or opening the next.</summary>
    private bool Follows(int s)
    {
        if (_lastSpan < 0 || _last is null)
        {
            return false;
        }

        int last = _spans[_lastSpan].Close;
        int apart = _scan.ParagraphOf(_spans[s].Open) - _scan.ParagraphOf(_spans[_lastSpan].Open);
        return apart == 0 || (apart == 1 && _scan.StartsParagraph(_spans[s].Open) && !SpeaksBetween(last, _spans[s].Open));
    }

    private bool SpeaksBetween(int from, int to)
    {
        for (int i = Math.Max(from, to - LongestIntroduction); i < to; i++)
        {
            if (_speakers.At(i) is { Kind: NameKind.Person } person && person.Id != _last?.Speaker)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The person whose act the sentence before tells: <c>X was unmoved. “We will wait.”</c></summary>
    private SpeechSource? Introduced(QuoteSpan span)
    {
        int before = span.Open - 1;
        if (before < 0 || _scan.ParagraphOf(before) < _scan.ParagraphOf(span.Open) - 1)
        {
            return null;
        }

        int sentence = _scan.SentenceOf(before);
        NameMention? subject = null;
        for (int i = before; i >= 0 && before - i < LongestIntroduction && _scan.SentenceOf(i) == sentence; i--)
        {
            if (_speakers.At(i) is { Kind: NameKind.Person } person)
            {
                subject = person;
            }
        }

        return subject is null ? null : new SpeechSource(subject.Id, subject.Role, subject.FirstToken, subject.EndToken, subject);
    }
}
