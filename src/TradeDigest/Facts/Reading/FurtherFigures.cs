namespace TradeDigest.Facts.Reading;

/// <summary>Reads what a clause says beside its first figure: the level before, a second change, further goods.</summary>
internal sealed class FurtherFigures(FactText text)
{
    private readonly FactText _text = text;

    /// <summary>What went before, where it has a period of its own: “… from 7.2 billion in January”, “… after a 1.1 pct rise in December”.</summary>
    public Figure? Before(Figure figure, int end)
    {
        for (int i = figure.End; i < Math.Min(end, figure.End + 3); i++)
        {
            bool from = _text.Is(i, Role.From);
            if (!from && !_text.Reads(i, "after"))
            {
                continue;
            }

            int at = SkipHedge(i + 1, Math.Min(end, i + 4));
            if (_text.QuantityAt(at) is not { } amount)
            {
                return null;
            }

            int noun = at + 1;
            bool change = !from && amount.IsPercent && _text.Is(noun, Role.Change) && _text.Items[noun].Term.Sign != 0;
            bool level = from && figure.Value is not null && !amount.IsPercent && (amount.Unit == figure.Unit || (amount.Unit is null && amount.Value >= 100_000));
            int date = (change ? noun : at) + 1;
            if (!(change || level) || !_text.Is(date, Role.In) || _text.DateAt(date + 1) is not { } when || MetricPhrase.PeriodOf(when) is not { } period || period == figure.Period)
            {
                return null;
            }

            return figure with
            {
                Change = change ? amount.Value * _text.Items[noun].Term.Sign : null,
                Value = level ? amount.Value * Math.Sign(figure.Value!.Value) : null,
                Unit = level ? figure.Unit : null,
                Period = period,
                Basis = change ? figure.Basis : null,
                Record = null,
                End = date + 2,
            };
        }

        return null;
    }

    /// <summary>“fell 73% in the first quarter and by 80% in April”: a second change of the same figure, with a period of its own; null for none.</summary>
    public Figure? Change(Figure figure, int end)
    {
        int at = figure.End;
        if (figure.Change is not { } change || figure.Period is null || !_text.Is(at, Role.Conjunction))
        {
            return null;
        }

        at += _text.Is(at + 1, Role.By) ? 2 : 1;
        if (at + 1 >= end || _text.QuantityAt(at) is not { Unit: "%" } amount)
        {
            return null;
        }

        int date = _text.Is(at + 1, Role.In) ? at + 2 : at + 1;
        date += _text.Is(date, Role.Determiner) ? 1 : 0;
        return date < end && _text.DateAt(date) is { } when && MetricPhrase.PeriodOf(when) is { } period && period != figure.Period
            ? figure with { Change = amount.Value * Math.Sign(change), Value = null, Unit = null, Record = null, Period = period, End = date + 1 }
            : null;
    }

    /// <summary>“shipped $6 million of tin and $3 million of zinc to Peru last year”: adds the further goods; where they go and when holds for all.</summary>
    /// <returns>Index behind what was read.</returns>
    public int Goods(Figure figure, List<Figure> figures, int end)
    {
        var all = new List<Figure> { figure };
        int at = figure.End;
        while (at + 3 < end && _text.Is(at, Role.Conjunction | Role.Comma))
        {
            int amount = SkipHedge(at + 1, Math.Min(end, at + 4));
            if (_text.QuantityAt(amount) is not { } q || q.Unit != figure.Unit || !_text.Is(amount + 1, Role.Of) || _text.GoodsAt(amount + 2) is not { } goods)
            {
                break;
            }

            all.Add(figure with { Goods = goods.Id, Value = q.Value, First = figure.First, End = amount + 3 });
            at = amount + 3;
        }

        if (all.Count == 1)
        {
            return figure.End;
        }

        string? partner = figure.Partner, period = figure.Period;
        int stop = at;
        int who = _text.Is(at + 1, Role.Determiner) ? at + 2 : at + 1;
        if (_text.Is(at, Role.To | Role.From) && _text.Parties.Named(who) is { } party)
        {
            (partner, at, stop) = (party, who + 1, who + 1);
        }

        int date = _text.Is(at, Role.In) ? at + 1 : at;
        if (date < end && _text.DateAt(date) is { } when && MetricPhrase.PeriodOf(when) is { } told)
        {
            (period, stop) = (told, date + 1);
        }

        foreach (var one in all)
        {
            (one.Partner, one.Period, one.End) = (one.Partner ?? partner, one.Period ?? period, Math.Max(one.End, stop));
        }

        figures.AddRange(all.Skip(1));
        return stop;
    }

    /// <summary>The amount of “shipped garments worth $3 million”; -1 for none.</summary>
    public int Worth(int from, int end)
    {
        for (int i = from; i < Math.Min(end, from + 6); i++)
        {
            if (_text.Reads(i, "worth"))
            {
                int at = SkipHedge(i + 1, Math.Min(end, i + 4));
                return _text.QuantityAt(at) is { IsMoney: true } ? at : -1;
            }

            if (_text.Is(i, Role.Break | Role.Preposition) && !_text.Is(i, Role.Of) || _text.VerbAt(i) is not null || _text.QuantityAt(i) is not null)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The first goods in a run of items; null for none.</summary>
    public string? GoodsIn(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (_text.GoodsAt(i) is { } goods)
            {
                return goods.Id;
            }
        }

        return null;
    }

    /// <summary>The item at or behind <paramref name="i"/> past words that only hedge: “about”, “as much as”, “some”.</summary>
    public int SkipHedge(int i, int end)
    {
        while (i < end && i < _text.Items.Length && _text.Items[i].Kind == ItemKind.Word && !_text.Is(i, Role.Break | Role.Preposition | Role.Conjunction | Role.Metric) && _text.VerbAt(i) is null)
        {
            i++;
        }

        return i;
    }
}
