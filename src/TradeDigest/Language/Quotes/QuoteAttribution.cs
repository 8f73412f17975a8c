namespace TradeDigest.Language;

/// <summary>Tells quotations from other words in marks, and gives each its speaker.</summary>
internal sealed class QuoteAttribution
{
    private const int LongestInterruption = 30;
    private readonly NameScan _scan;
    private readonly QuoteShape _shape;
    private readonly QuoteCues _cues;
    private readonly QuoteContext _context;
    private readonly List<QuoteSpan> _spans;
    private readonly List<Quotation> _found = [];
    private SpeechSource? _last;
    private int _lastSpan = -1;
    private int _utterances;

    public QuoteAttribution(NameScan scan, IReadOnlyList<NameMention> names, List<QuoteSpan> spans)
    {
        var speakers = new SpeakerReader(scan, names);
        (_scan, _spans) = (scan, spans);
        _shape = new QuoteShape(scan);
        _cues = new QuoteCues(scan, speakers, _shape, spans);
        _context = new QuoteContext(scan, speakers, _shape, _cues, spans);
    }

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
        if (span.ContinuesLast && _lastSpan == s - 1)
        {
            Add(s, _last, sameUtterance: true, whole: true, cue: false);
            return;
        }

        bool interrupted = Interrupts(s);
        bool whole = interrupted || span.ContinuesLast || _shape.IsWhole(span);
        if ((!whole && _shape.IsTerm(span)) || _shape.Words(span) == 0)
        {
            return;
        }

        if (!interrupted && _shape.IsWorkTitle(span))
        {
            // Somebody's words only where somebody is said to have said them.
            if (_cues.Behind(s, _last) is { } author && (author.Speaker ?? author.Role) is not null)
            {
                Add(s, author, sameUtterance: false, whole, cue: true);
            }

            return;
        }

        var source = whole
            ? _cues.Behind(s, _last) ?? _cues.Before(s, near: true, _last) ?? _context.Colon(span) ?? _context.Predicated(s)
            : _cues.Before(s, near: false, _last) ?? _cues.Behind(s, _last);
        if (interrupted && (source is null || _last is null || source.First < span.Open))
        {
            if ((_last ?? source) is { } speaker)
            {
                Add(s, speaker, sameUtterance: true, whole, cue: source is not null);
                return;
            }
        }

        if (source is not null)
        {
            Add(s, source, sameUtterance: false, whole, cue: true);
        }
        else if (whole)
        {
            AddUnattributed(s);
        }
        else if (_lastSpan == s - 1 && s > 0 && _context.IsCoordinated(s))
        {
            Add(s, _last, sameUtterance: false, whole, cue: false);
        }
    }

    /// <summary>A sentence in marks without a verb of saying: the last speaker's if it follows, else whose act the sentence before tells.</summary>
    private void AddUnattributed(int s)
    {
        var span = _spans[s];
        bool follows = Follows(s) && (_shape.EndsSentence(span) || span.Close >= _scan.Tokens.Count || !_scan.IsMark(span.End - 1, ','));
        if (!follows && !_shape.IsLong(span))
        {
            return;
        }

        var context = follows ? _last : _context.Introduced(span);
        if (context is not null || _shape.EndsSentence(span) || _shape.IsLong(span))
        {
            Add(s, context, sameUtterance: false, whole: true, cue: false);
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

    /// <summary>Whether this one goes on after an attribution in mid-sentence: <c>“…,” she said, “…”</c>.</summary>
    private bool Interrupts(int s)
    {
        if (s == 0 || _lastSpan != s - 1 || _found.Count == 0 || _found[^1].IsPartial)
        {
            return false;
        }

        var (first, second) = (_spans[s - 1], _spans[s]);
        int before = second.Open - 1, last = first.End - 1;
        bool goesOn = _scan.IsMark(before, ',') || _scan.IsMark(before, ':') || _scan.IsMark(before, ';') || _scan.IsMark(before, '—');
        bool wasOpen = _scan.IsMark(last, ',') || _scan.IsMark(first.Close, ',') || _scan.IsMark(last, '—') || _scan.IsMark(last, '?') || _scan.IsMark(last, '!');
        if (second.Open - first.Close is < 2 or > LongestInterruption || !goesOn || !wasOpen)
        {
            return false;
        }

        bool said = false;
        for (int i = first.Close; i < second.Open; i++)
        {
            if (_scan.StartsParagraph(i) || (i > first.Close && _scan.SentenceOf(i) != _scan.SentenceOf(first.Close)))
            {
                return false;
            }

            said |= _scan.Has(i, NameWord.StrongSaying);
        }

        return said;
    }

    /// <summary>Whether a quotation without a verb of saying belongs to the one before: in the same paragraph, or opening the next.</summary>
    private bool Follows(int s)
    {
        if (_lastSpan < 0 || _last is null)
        {
            return false;
        }

        var (last, next) = (_spans[_lastSpan], _spans[s]);
        int apart = _scan.ParagraphOf(next.Open) - _scan.ParagraphOf(last.Open);
        return apart == 0 || (apart == 1 && _scan.StartsParagraph(next.Open) && !_context.NamesAnother(last.Close, next.Open, _last.Speaker));
    }
}
