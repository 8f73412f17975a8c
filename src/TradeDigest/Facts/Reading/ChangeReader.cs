namespace TradeDigest.Facts.Reading;

/// <summary>Reads the numbers behind a metric's verb: the change, the level, what it is against, the period and the record.</summary>
internal sealed class ChangeReader(FactText text)
{
    /// <summary>Metrics that are themselves percentages, so that “to 3.4%” is their level.</summary>
    private static bool IsRate(string metric) => metric is "inflation" or "core-inflation" or "unemployment" or "producer-prices";

    /// <summary>Reads the complement of <paramref name="verb"/>, whose subject the metric is.</summary>
    public void Verb(Figure figure, VerbGroup verb, int end, int sign, bool growth)
    {
        int direction = verb.Says(VerbClass.Fall | VerbClass.Narrow) && !verb.Says(VerbClass.Rise | VerbClass.Widen) ? -1
            : verb.Says(VerbClass.Rise | VerbClass.Widen) ? 1
            : 0;
        Walk(figure, verb.End, end, sign, growth, direction);
    }

    /// <summary>Reads on behind a noun phrase: “of $5 bn”, “up 4%”, “, a decrease of 9.6%”, “in May”.</summary>
    public void Tail(Figure figure, int from, int end, int sign, bool growth) => Walk(figure, from, end, sign, growth, 0);

    private void Walk(Figure figure, int from, int end, int sign, bool growth, int direction)
    {
        bool past = false;
        for (int i = from; i < end; i++)
        {
            var item = text.Items[i];
            if (item.Kind == ItemKind.Quantity)
            {
                if (!past && Amount(figure, i, sign, growth, direction))
                {
                    figure.Support(figure.First, i + 1);
                }
            }
            else if (item.Kind == ItemKind.Date)
            {
                if (Period(figure, i, past))
                {
                    figure.Support(figure.First, i + 1);
                }
            }
            else if (item.Is(Role.Basis))
            {
                if (figure.Basis is null && figure.HasNumber)
                {
                    figure.Basis = item.Term.Basis;
                    figure.Support(figure.First, i + 1);
                }
            }
            else if (item.Is(Role.Superlative) && i > from && Record(figure, i, end, out int recordEnd))
            {
                i = recordEnd - 1;
            }
            else if (item.Is(Role.From) || Compares(i))
            {
                past = true;
            }
            else if (item.Is(Role.Up | Role.Down) && NextAmount(i + 1, end) is var n && n >= 0)
            {
                (direction, past) = (item.Is(Role.Up) ? 1 : -1, false);
            }
            else if (item.Is(Role.Change) && item.Term.Sign != 0 && text.VerbAt(i) is null)
            {
                if (figure.Change is null && ChangeNoun(figure, i, end))
                {
                    past = false;
                }
            }
            else if (item.Is(Role.To | Role.Comma) && !text.Is(i, Role.From))
            {
                past &= !item.Is(Role.To);
                if (item.Is(Role.Comma) && !Continues(i, end, ref direction, ref past))
                {
                    return;
                }
            }
            else if (Ends(i, end, ref direction, ref past))
            {
                return;
            }
        }
    }

    /// <summary>“compared with”, “against”, “versus”, “below”: what follows is not this figure.</summary>
    private bool Compares(int i) =>
        text.Is(i, Role.Against) || text.Reads(i, "compared with") || text.Reads(i, "compared to") || text.Reads(i, "versus") || text.Reads(i, "than") || text.Reads(i, "after")
        || text.Reads(i, "below") || text.Reads(i, "above") || text.Reads(i, "following") || text.Is(i, Role.ForecastNoun) || text.Reads(i, "expectations") || text.Reads(i, "since");

    private int NextAmount(int i, int end)
    {
        while (i < end && i < text.Items.Length && text.Items[i].Kind == ItemKind.Word && !text.Is(i, Role.Break) && text.VerbAt(i) is null)
        {
            i++;
        }

        return i < end && text.QuantityAt(i) is not null ? i : -1;
    }

    private bool Amount(Figure figure, int i, int sign, bool growth, int direction)
    {
        var q = text.QuantityAt(i)!.Value;
        int before = i - 1;
        while (before > figure.Metric && text.Items[before].Kind == ItemKind.Word && text.Items[before].Term == Term.None || text.Is(before, Role.Superlative | Role.Determiner | Role.Adverb))
        {
            before--;
        }

        bool to = text.Is(before, Role.To);
        bool share = q.IsPercent && text.Is(i + 1, Role.Of) && !text.Is(before, Role.By);
        if (share)
        {
            return false;
        }

        if (q.Unit is "%")
        {
            if (growth || (to && !IsRate(figure.Name) && figure.Name == "gdp"))
            {
                bool shrinks = direction < 0 && !to && !growth;
                figure.Change ??= shrinks ? -q.Value : q.Value;
                return true;
            }

            if (to || (direction == 0 && !text.Is(before, Role.By)))
            {
                if (IsRate(figure.Name) && figure.Value is null)
                {
                    (figure.Value, figure.Unit) = (q.Value, "%");
                    return true;
                }

                return false;
            }

            if (figure.Change is null && direction != 0)
            {
                figure.Change = q.Value * direction;
                return true;
            }

            return false;
        }

        if (q.Unit is "pp" or "bp" or "day" or "month" or "year" or "week" || (q.Unit is null && Math.Abs(q.Value) < 100000) || figure.Value is not null)
        {
            return false;
        }

        if (text.Is(before, Role.Of) && text.Is(before - 1, Role.RecordEnding))
        {
            // “widened to a 10-month high of $29.7 billion”.
            to = true;
            figure.Record ??= text.Words(RecordStart(before - 1, figure.Metric), before);
        }

        // “rose by $2 billion” is a difference; “rose to” and “was” give the level.
        bool level = to || direction == 0 || (direction != 0 && figure.Change is not null && text.Is(before, Role.To | Role.At));
        if (!level)
        {
            return false;
        }

        if (!q.IsMoney && figure.Name is "inflation" or "gdp")
        {
            return false;
        }

        (figure.Value, figure.Unit) = (q.Value * (sign == 0 ? 1 : sign), q.Unit);
        return true;
    }

    private int RecordStart(int ending, int metric)
    {
        int start = ending;
        while (start - 1 > metric && !text.Is(start - 1, Role.Preposition) && !(text.Is(start - 1, Role.Determiner) && !text.Is(start - 1, Role.Superlative)) && text.VerbAt(start - 1) is null)
        {
            start--;
        }

        return start;
    }

    private bool Period(Figure figure, int i, bool past)
    {
        if (past || figure.Period is not null || text.Is(i - 1, Role.Until) || text.Reads(i - 1, "since") || MetricPhrase.PeriodOf(text.DateAt(i)!) is not { } period)
        {
            return false;
        }

        figure.Period = period;
        return true;
    }

    /// <summary>“, a decrease of 9.6%”, “a 5% annual rise”.</summary>
    private bool ChangeNoun(Figure figure, int noun, int end)
    {
        int sign = text.Items[noun].Term.Sign;
        int amount = text.Is(noun + 1, Role.Of) ? NextAmount(noun + 2, Math.Min(end, noun + 5)) : -1;
        if (amount < 0)
        {
            int left = noun - 1;
            while (left > figure.Metric && left > noun - 4 && text.Items[left].Kind == ItemKind.Word && (text.Items[left].Term == Term.None || text.Is(left, Role.Basis | Role.Hyphen | Role.Adverb)))
            {
                left--;
            }

            amount = text.QuantityAt(left) is not null ? left : -1;
        }

        if (amount < 0 || text.QuantityAt(amount) is not { IsPercent: true } q)
        {
            return false;
        }

        figure.Change = q.Value * sign;
        figure.Support(figure.First, Math.Max(amount, noun) + 1);
        return true;
    }

    /// <summary>A comma goes on with the same figure before “up”, “a decrease of”, “compared”, a record or a participle (“sliding 11.4%”).</summary>
    private bool Continues(int comma, int end, ref int direction, ref bool past)
    {
        int i = comma + 1;
        if (i >= end)
        {
            return false;
        }

        if (text.VerbAt(i) is { } verb && (verb.Form & VerbForm.Gerund) != 0 && verb.Says(VerbClass.Rise | VerbClass.Fall | VerbClass.Level | VerbClass.Widen | VerbClass.Narrow))
        {
            (direction, past) = (verb.Says(VerbClass.Rise) ? 1 : verb.Says(VerbClass.Fall) ? -1 : 0, false);
            return true;
        }

        if (text.Is(i, Role.Determiner | Role.Up | Role.Down | Role.To | Role.From | Role.Superlative | Role.Basis | Role.In | Role.Against) || text.Items[i].Kind is ItemKind.Quantity or ItemKind.Date
            || text.Reads(i, "compared with") || text.Reads(i, "compared to") || text.Reads(i, "far") || text.Reads(i, "well") || (text.Is(i, Role.Conjunction) && text.Is(i + 1, Role.Determiner | Role.Up | Role.Down)))
        {
            past &= !text.Is(i, Role.Determiner | Role.Up | Role.Down);
            return !text.Is(i, Role.Of);
        }

        return false;
    }

    private bool Ends(int i, int end, ref int direction, ref bool past)
    {
        if (text.Is(i, Role.Stop | Role.Relative) || (text.Is(i, Role.Contrast) && !text.Is(i, Role.Conjunction) && !text.Is(i, Role.Preposition)))
        {
            return true;
        }

        if (text.Is(i, Role.Dash))
        {
            return !text.Is(i + 1, Role.Determiner | Role.Superlative | Role.Up | Role.Down);
        }

        if (text.Is(i, Role.Conjunction))
        {
            if (text.VerbAt(i + 1) is { } next && next.Says(VerbClass.Level | VerbClass.Rise | VerbClass.Fall))
            {
                direction = next.Says(VerbClass.Rise) ? 1 : next.Says(VerbClass.Fall) ? -1 : 0;
                past = false;
                return next.Says(VerbClass.Rise | VerbClass.Fall);
            }

            return i + 1 >= end || !text.Is(i + 1, Role.Determiner | Role.Superlative);
        }

        return text.VerbAt(i) is { Finite: true } verb && !(verb.Says(VerbClass.Level) && text.Is(i - 1, Role.Conjunction)) || text.Is(i, Role.Metric) && !text.Is(i - 1, Role.Of);
    }

    /// <summary>“the steepest drop since February 2020”, “a 10-month high”, “the highest on record”.</summary>
    private bool Record(Figure figure, int at, int end, out int recordEnd)
    {
        recordEnd = at;
        int stop = -1;
        for (int i = at; i < Math.Min(end, at + 12); i++)
        {
            if (text.Is(i, Role.RecordEnding) && i > at)
            {
                stop = i + 1;
                break;
            }

            if (text.Items[i].Kind == ItemKind.Date && i > at && (text.Is(i - 1, Role.Since | Role.In) || text.Is(i - 2, Role.Since | Role.In)))
            {
                stop = i + 1;
                break;
            }

            if (i > at && (text.Is(i, Role.Comma | Role.Stop | Role.Conjunction) || text.Items[i].Kind == ItemKind.Quantity))
            {
                break;
            }
        }

        if (stop < 0 || !figure.HasNumber && text.Items[at].Kind == ItemKind.Quantity)
        {
            return false;
        }

        figure.Record ??= text.Words(at, stop);
        recordEnd = stop;
        if (figure.HasNumber)
        {
            figure.Support(figure.First, stop);
        }

        return true;
    }

    /// <summary>Period and basis before a noun phrase: nothing but a date right before it counts.</summary>
    public void Before(Figure figure, int start, int first)
    {
        Owner(figure, start, first);
    }

    /// <summary>“Japan posted a trade surplus of”: whoever records it is its area.</summary>
    public void Owner(Figure figure, int start, int first)
    {
        for (int i = start - 1; i >= Math.Max(first, start - 5); i--)
        {
            if (text.VerbAt(i) is not { } verb)
            {
                continue;
            }

            if (verb.Says(VerbClass.Record) && figure.Area is null && verb.Subject >= first && text.Parties.Actor(verb.Subject) is { } owner && verb.Mood == Mood.Fact && !figure.Owned && !text.Parties.Joint(verb.Subject))
            {
                figure.Area = owner;
                figure.Support(verb.Subject, figure.End);
            }

            return;
        }
    }
}
