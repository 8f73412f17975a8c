namespace TradeDigest.Language;

/// <summary>Tells from the words between the marks, and the few around them, what a quoted run may be: a sentence of its own, a fragment, a term, the title of a work.</summary>
internal sealed class QuoteShape(NameScan scan)
{
    private const int FewestOwnWords = 4;
    private const int MostCounted = 20;
    private const int LongestSmallWord = 3;
    private readonly NameScan _scan = scan;

    /// <summary>Whether it has words enough to be somebody's without anything that says so.</summary>
    public bool IsLong(QuoteSpan span) => Words(span) >= FewestOwnWords;

    /// <summary>Words and numbers within, counted up to 20.</summary>
    public int Words(QuoteSpan span)
    {
        int words = 0;
        for (int i = span.First; i < span.End && words < MostCounted; i++)
        {
            words += _scan.Tokens[i].Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        return words;
    }

    /// <summary>Whether the quotation is a sentence of its own, not a fragment within the article's.</summary>
    public bool IsWhole(QuoteSpan span)
    {
        bool capital = _scan.IsCapitalized(span.First) || _scan.Tokens[span.First].Kind is TokenKind.Number or TokenKind.Symbol or TokenKind.Quote || _scan.IsMark(span.First, '…')
            || _scan.Is(span.First, "...");
        int before = span.Open - 1;
        bool opens = _scan.IsFirst(span.Open) || _scan.IsMark(before, ',') || _scan.IsMark(before, ':') || _scan.Tokens[before].Kind == TokenKind.Quote;
        bool ends = EndsSentence(span) || _scan.IsMark(span.End - 1, ',') || _scan.IsMark(span.Close, ',');
        bool isLong = IsLong(span);
        bool reported = isLong && (_scan.Has(before, NameWord.Saying) || _scan.Is(before, "that"));
        return (capital && opens && (ends || isLong)) || (capital && ends && reported) || (opens && ends && isLong);
    }

    public bool EndsSentence(QuoteSpan span)
    {
        int last = span.End - 1;
        return _scan.IsMark(last, '.') || _scan.IsMark(last, '?') || _scan.IsMark(last, '!') || _scan.Is(last, "...") || _scan.IsMark(last, '…')
            || _scan.IsMark(last, '—') || _scan.IsMark(span.Close, '.');
    }

    /// <summary>A single word in marks is somebody's only right behind what introduces it: <c>called it “illegal”</c>, <c>was a “mistake”</c>.</summary>
    public bool TakesOneWord(QuoteSpan span)
    {
        int at = span.Open - 1;
        return _scan.Has(at, NameWord.Copula | NameWord.Saying) || _scan.Is(at, "as") || _scan.Is(at, "it") || _scan.Is(at, "them") || _scan.Is(at, "very")
            || _scan.Is(at, "a") || _scan.Is(at, "an") || _scan.Is(at, "had") || _scan.IsMark(at, ':') || _scan.IsMark(at, ',');
    }

    /// <summary>A name or term in marks: <c>the so-called “green box”</c>, <c>a report titled “…”</c>, <c>what it calls “…”</c>.</summary>
    public bool IsTerm(QuoteSpan span)
    {
        int at = span.Open - 1;
        at -= _scan.Has(at, NameWord.Determiner) || _scan.Is(at, "as") ? 1 : 0;
        bool calls = _scan.Is(at, "called");
        if (_scan.Has(at, NameWord.Naming) || (calls && (_scan.Is(at - 1, "so") || _scan.IsMark(at - 1, '-') || _scan.Has(at - 1, NameWord.Copula))))
        {
            return true;
        }

        calls |= _scan.Is(at, "calls") || _scan.Is(at, "call") || _scan.Is(at, "termed") || _scan.Is(at, "terms");
        for (int i = at - 1; calls && i > at - 7 && i >= 0; i--)
        {
            if (_scan.Is(i, "what"))
            {
                return !IsLong(span);
            }
        }

        return false;
    }

    /// <summary>The title of a book, film or report, all of whose longer words have capitals: <c>its review, “The State of World Fisheries”, came out</c>.</summary>
    public bool IsWorkTitle(QuoteSpan span)
    {
        int last = span.End - 1;
        if (_scan.IsInTitleCase(span.Open) || _scan.IsMark(last, '?') || _scan.IsMark(last, '!') || !_scan.IsCapitalized(span.First))
        {
            return false;
        }

        int capitals = 0;
        for (int i = span.First; i < span.End; i++)
        {
            if (_scan.IsWord(i) && _scan.Tokens[i].Length > LongestSmallWord && !_scan.IsPossessive(i))
            {
                if (!_scan.IsCapitalized(i))
                {
                    return false;
                }

                capitals++;
            }
        }

        return capitals >= 2;
    }
}
