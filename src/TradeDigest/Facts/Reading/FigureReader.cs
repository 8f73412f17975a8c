namespace TradeDigest.Facts.Reading;

/// <summary>Reads every figure of a text on a metric: verb after it (“exports rose 4.8% to $12 bn”, “amounted to”, “was worth”), noun before it
/// (“a 4.8% rise in exports”, “a fall in imports of 3%”, “a trade surplus of $5 bn”, “a $5 bn deficit”), “up”/“down”, and verbs that name it (“exported 2 mln tonnes of sugar”).</summary>
internal sealed class FigureReader
{
    private readonly FactText _text;
    private readonly MetricPhrase _phrases;
    private readonly ChangeReader _changes;
    private readonly FurtherFigures _further;
    private readonly FigureContext _context;
    private readonly FigureNames _names;

    /// <summary>The last figure that a verb told, whose goods the next may leave out: “exported 5 tonnes of rice … has exported 90 tonnes so far”.</summary>
    private Figure? _made;

    public FigureReader(FactText text) => (_text, _phrases, _changes, _further, _context, _names) =
        (text, new MetricPhrase(text), new ChangeReader(text), new FurtherFigures(text), new FigureContext(text), new FigureNames(text));

    /// <summary>The figures, in order of their metrics.</summary>
    public List<Figure> Read()
    {
        var figures = new List<Figure>();
        string? deficit = null;
        Figure? latest = null;
        for (int s = 0; s < _text.Sentences; s++)
        {
            int first = _text.First(s), end = _text.End(s);
            Figure? previous = null;
            for (int i = first; i < end; i++)
            {
                if (!_names.Names(i, end, deficit, previous, out string? name))
                {
                    continue;
                }

                if (name is "trade-balance" or "current-account" or "budget-balance")
                {
                    deficit = name;
                }

                var figure = name is "" ? ByVerb(i, first, end) : _phrases.Read(i, first, end, name!);
                if (figure is null || (name is not "" && !Complete(figure, first, end)))
                {
                    if (name is not "" && figure is { HasNumber: false })
                    {
                        previous = Context(figure, previous);
                    }

                    continue;
                }

                if (figure.Joint)
                {
                    continue;
                }

                _context.Opening(figure, first);
                _context.Attached(figure, end);
                _context.Inherit(figure, previous, figures, s);
                _context.Carried(figure, latest, s);
                figures.Add(figure);
                latest = latest is not null && _text.SentenceOf(latest.Metric) == s ? latest : figure;
                previous = figure;
                if (name is "")
                {
                    i = Math.Max(i, _further.Goods(figure, figures, end) - 1);
                }
                else if (_further.Change(figure, end) is { } second)
                {
                    figures.Add(second);
                }

                if (_further.Before(figure, end) is { } earlier)
                {
                    figures.Add(earlier);
                }
            }
        }

        return figures;
    }

    private static Figure? Context(Figure figure, Figure? previous) => figure.Area is not null || figure.Partner is not null ? previous ?? null : previous;

    private bool Complete(Figure figure, int first, int end)
    {
        int sign = Sign(figure);
        bool growth = _text.Is(figure.Metric, Role.Growth);
        if (NounBefore(figure, first) || AmountBefore(figure, first, sign))
        {
            _changes.Tail(figure, figure.End, end, sign, growth);
        }
        else if (!Predicate(figure, first, end, sign, growth))
        {
            return false;
        }

        if (!figure.HasNumber)
        {
            return false;
        }

        figure.Expected |= IsExpected(figure, first, end);
        return true;
    }

    private int Sign(Figure figure) => _text.Is(figure.Metric, Role.Metric | Role.Elliptical) && figure.Name is "trade-balance" or "current-account" or "budget-balance" or "market-balance" ? _text.Items[figure.Metric].Term.Sign : 0;

    /// <summary>“a 4.8% rise in exports”, “a rise of 4.8% in exports”, “growth in exports of 4.8%”.</summary>
    private bool NounBefore(Figure figure, int first)
    {
        int at = figure.First - 1;
        while (at >= first && (_text.Is(at, Role.Determiner) || (_text.Items[at].Kind == ItemKind.Word && _text.Items[at].Term == Term.None && at > figure.First - 4)))
        {
            at--;
        }

        if (at <= first || !_text.Is(at, Role.In | Role.Of) || _text.VerbAt(at - 1) is not null)
        {
            return false;
        }

        int noun = at - 1;
        decimal? change = null;
        int start = noun;
        if (_text.QuantityAt(noun) is { } q && _text.Is(noun - 1, Role.Of) && _text.Is(noun - 2, Role.Change))
        {
            (change, start, noun) = (q.IsPercent ? q.Value : null, noun - 2, noun - 2);
        }
        else if (_text.Is(noun, Role.Change) && AmountOf(noun) is var amount && amount >= first && _text.QuantityAt(amount) is { IsPercent: true } p)
        {
            (change, start) = (p.Value, amount);
        }
        else if (_text.Is(noun, Role.Change) && figure.End < _text.Items.Length && _text.Is(figure.End, Role.Of) && _text.QuantityAt(figure.End + 1) is { IsPercent: true } behind)
        {
            change = behind.Value;
            figure.Support(noun, figure.End + 2);
        }

        if (change is null || _text.Items[noun].Term.Sign == 0)
        {
            return false;
        }

        figure.Change = change * _text.Items[noun].Term.Sign;
        figure.Support(start, figure.End);
        _changes.Before(figure, start, first);
        return true;
    }

    /// <summary>The item of the amount before a change noun, past adjectives: “a 5% annual rise”.</summary>
    private int AmountOf(int noun)
    {
        int i = noun - 1;
        while (i > 0 && i > noun - 4 && _text.Items[i].Kind == ItemKind.Word && (_text.Items[i].Term == Term.None || _text.Is(i, Role.Basis | Role.Adverb | Role.Hyphen)))
        {
            i--;
        }

        return i;
    }

    /// <summary>“a $5 bn trade surplus”, “a record 12.2 billion dlr deficit”.</summary>
    private bool AmountBefore(Figure figure, int first, int sign)
    {
        int i = figure.First - 1;
        while (i >= first && i > figure.First - 3 && (_text.Is(i, Role.Superlative) || (_text.Items[i].Kind == ItemKind.Word && _text.Items[i].Term == Term.None)))
        {
            i--;
        }

        if (i < first || _text.QuantityAt(i) is not { } amount || !((amount.IsMoney || (sign != 0 && amount.Unit is not (null or "%" or "pp"))) && (sign != 0 || figure.Name is "exports" or "imports" or "trade")) || _text.Is(i - 1, Role.To | Role.From | Role.By) && sign == 0)
        {
            return false;
        }

        if (sign == 0 && !_text.Is(i - 1, Role.Determiner))
        {
            return false;
        }

        figure.Value = amount.Value * (sign == 0 ? 1 : sign);
        figure.Unit = amount.Unit;
        figure.Support(i, figure.End);
        _changes.Owner(figure, i, first);
        return true;
    }

    private bool Predicate(Figure figure, int first, int end, int sign, bool growth)
    {
        int i = figure.End;
        if (i >= end)
        {
            return false;
        }

        if (_text.Is(i, Role.Of) && _text.QuantityAt(_further.SkipHedge(i + 1, end)) is not null)
        {
            _changes.Tail(figure, i, end, sign, growth);
            _changes.Owner(figure, figure.First, first);
            return figure.HasNumber;
        }

        if (_text.Is(i, Role.At) && _text.QuantityAt(_further.SkipHedge(i + 1, end)) is not null)
        {
            _changes.Tail(figure, i, end, sign, growth);
            return figure.HasNumber;
        }

        if (_text.Is(i, Role.Up | Role.Down | Role.Stop) && _text.QuantityAt(_further.SkipHedge(i + 1, end)) is not null)
        {
            _changes.Tail(figure, i, end, sign, growth);
            return figure.HasNumber;
        }

        int head = NextVerb(i, end);
        if (head < 0 || _text.VerbAt(head) is not { } verb)
        {
            return false;
        }

        if (verb.Says(VerbClass.Export | VerbClass.Import) && !verb.Says(VerbClass.Rise | VerbClass.Fall | VerbClass.Level))
        {
            head = NextVerb(verb.End, end);
            if (head < 0 || _text.VerbAt(head) is not { } after)
            {
                return false;
            }

            verb = after;
        }

        if (verb.Mood is Mood.Denied or Mood.Urged)
        {
            return false;
        }

        if (verb.Says(VerbClass.Expect) && verb.Passive && NextVerb(verb.End, end) is var expected && expected >= 0)
        {
            verb = _text.VerbAt(expected)!;
            figure.Expected = true;
        }

        if (verb.Verb.Base is "lead to" || !(verb.Says(VerbClass.Rise | VerbClass.Fall | VerbClass.Widen | VerbClass.Narrow | VerbClass.Level | VerbClass.Record | VerbClass.Be | VerbClass.Remain)))
        {
            return false;
        }

        figure.Expected |= verb.Mood is not Mood.Fact;
        figure.Verb = verb;
        _changes.Verb(figure, verb, end, sign, growth);
        return figure.HasNumber;
    }

    /// <summary>The verb that the metric is the subject of: the next one, past adverbs, dates, brackets and relative clauses between commas.</summary>
    private int NextVerb(int from, int end)
    {
        int depth = 0;
        for (int i = from; i < end; i++)
        {
            if (_text.VerbAt(i) is { } verb && depth == 0 && !(verb.Form == VerbForm.Participle && _text.Is(i + 1, Role.By)))
            {
                return i;
            }

            if (_text.Is(i, Role.Bracket))
            {
                depth = _text.Reads(i, "(") ? 1 : 0;
            }
            else if (depth == 0 && _text.Is(i, Role.Comma))
            {
                int close = CommaAfter(i + 1, end);
                if (close < 0 || !(_text.Is(i + 1, Role.Relative | Role.Preposition) || _text.Items[i + 1].Kind == ItemKind.Date || _text.Reads(i + 1, "meanwhile") || _text.Reads(i + 1, "however") || _text.Is(i + 1, Role.Determiner | Role.Adverb)))
                {
                    return -1;
                }

                i = close;
            }
            else if (depth == 0 && (_text.Is(i, Role.Stop | Role.Contrast | Role.Relative) && !_text.Is(i, Role.Preposition | Role.Conjunction)
                || _text.Is(i, Role.Metric) || (_text.Items[i].Kind == ItemKind.Quantity && !_text.Is(i - 1, Role.Of))))
            {
                return -1;
            }
        }

        return -1;
    }

    private int CommaAfter(int from, int end)
    {
        for (int i = from; i < Math.Min(end, from + 16); i++)
        {
            if (_text.Is(i, Role.Comma))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>“Brazil exported 2.95 million tonnes of sugar in July, up 19%”, “ships $3 billion of tomatoes to its neighbour”.</summary>
    private Figure? ByVerb(int head, int first, int end)
    {
        var verb = _text.VerbAt(head)!;
        bool expected = verb.Mood is Mood.Planned && _text.VerbAt(verb.Controller) is { } controller && Expects(controller);
        if (!(verb.Mood is Mood.Fact || expected) || verb.Subject < 0 || _text.Parties.Actor(verb.Subject) is not { } actor || verb.Passive || _text.Parties.Joint(verb.Subject))
        {
            return null;
        }

        int at = _further.SkipHedge(head + 1, Math.Min(end, head + 5));
        int worth = _further.Worth(head + 1, end);
        at = worth >= 0 ? worth : at;
        bool again = _made is { Goods: not null } && !_text.Is(at + 1, Role.Of | Role.GenericGoods);
        if (_text.QuantityAt(at) is not { } amount || amount.Unit is null or "%" or "pp" || !(worth >= 0 || again || _text.Is(at + 1, Role.Of) || _text.Is(at + 1, Role.GenericGoods)))
        {
            return null;
        }

        bool produces = FigureNames.Produces(verb) && !verb.Says(VerbClass.Export | VerbClass.Import);
        var figure = _phrases.Read(at, at, end, produces ? "production" : verb.Says(VerbClass.Export) ? "exports" : "imports");
        figure.Expected = expected;
        figure.Goods ??= worth >= 0 ? _further.GoodsIn(head + 1, worth) : again && _made!.Name == figure.Name && _made.Area == actor && _made.Unit == amount.Unit ? _made.Goods : null;
        if (worth >= 0 && figure.Goods is null && !Enumerable.Range(head + 1, worth - head - 1).Any(i => _text.Is(i, Role.GenericGoods)))
        {
            // “bought 40 tugs worth”: of something that no lexicon knows, so that it is not of all.
            return null;
        }

        if (worth < 0 && figure.Goods is null && figure.Partner is null && !_text.Is(at + 1, Role.GenericGoods) && !_text.Is(at + 2, Role.GenericGoods))
        {
            return null;
        }

        (figure.Area, figure.Value, figure.Unit) = (actor, amount.Value, amount.Unit);
        figure.Support(Math.Min(verb.Subject, head), figure.End);
        if (verb.Subject < first)
        {
            figure.First = head;
        }

        _changes.Tail(figure, figure.End, end, 0, false);
        _made = figure;
        return figure;
    }

    /// <summary>A figure stands under “expects”, “forecast for”, “target of”, or beside “forecast”.</summary>
    private bool IsExpected(Figure figure, int first, int end)
    {
        for (int i = figure.First - 1; i >= Math.Max(first, figure.First - 9); i--)
        {
            if (_text.VerbAt(i) is { } verb)
            {
                bool happened = figure.Verb is { Finite: true, Mood: Mood.Fact } own && (own.Form & VerbForm.Past) != 0;
                return (Expects(verb) && !happened) || (verb.Says(VerbClass.Lead) && verb.Mood is Mood.Possible or Mood.Planned && !verb.Says(VerbClass.Say));
            }

            if (_text.Is(i, Role.ForecastNoun))
            {
                return true;
            }

            if (_text.Is(i, Role.Stop))
            {
                break;
            }
        }

        for (int i = figure.First; i < figure.End && i < end; i++)
        {
            if (_text.Is(i, Role.ForecastNoun))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the verb looks ahead: “expects”, “forecast”, “sees”; “saw” and “said” do not.</summary>
    public static bool Expects(VerbGroup verb) =>
        verb.Says(VerbClass.Expect) && verb.Verb.Base switch
        {
            "see" => (verb.Form & (VerbForm.Past | VerbForm.Participle)) == 0 || (verb.Passive && verb.Mood == Mood.Fact),
            "say" or "think" or "believe" or "put" or "warn" or "reckon" or "calculate" => false,
            "estimate" => !verb.Passive,
            _ => true,
        };
}
