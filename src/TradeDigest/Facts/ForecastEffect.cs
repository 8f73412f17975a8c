using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts;

/// <summary>Reads what an act may cost or bring: “could lead to six million job losses”, “would add €119 bn to the economy”.</summary>
internal static class ForecastEffect
{
    /// <summary>“could lead to up to six million job losses”, “would cost 12,000 jobs”, “would add €119 bn to the economy”, “could shave 0.3% off US growth”.</summary>
    public static ForecastFact? Read(FactText text, VerbGroup verb, int first, int end, ForecastFact? last)
    {
        bool hedged = verb.Mood is Mood.Possible or Mood.Planned or Mood.Threatened || (text.Reads(verb.Head - 1, "potentially") && last is not null);
        if (!hedged || Pledged(text, verb))
        {
            return null;
        }

        int at = Amount(text, verb.End, end);
        if (at < 0 || text.QuantityAt(at) is not { } q || q.Unit is "day" or "month" or "year" or "week")
        {
            return null;
        }

        var who = Forecasters.Speaking(text, verb.First, first, end) ?? Forecasters.Credited(text, first, end);
        int start = verb.First;
        if (who is null)
        {
            if (last is null && !Forecasters.IsReported(text, verb.First, first, end))
            {
                return null;
            }
        }
        else if (who.Value.Item < start && who.Value.Item >= first)
        {
            start = who.Value.Item;
        }

        string? metric = null, area = null, horizon = null;
        int stop = at + 1;
        bool off = false;
        for (int i = verb.End; i < at; i++)
        {
            // “lift bilateral trade by 39 per cent”, “cost Germany 60,000 jobs”.
            if (text.Is(i, Role.Metric) && text.Is(at - 1, Role.By))
            {
                metric = text.Items[i].Term.Metric;
            }
            else if (text.Is(i, Role.LossNoun) && text.Is(at - 1, Role.By))
            {
                metric = text.Items[i].Term.Loss;
            }

            area ??= text.Parties.Named(i);
        }

        for (int i = at + 1; i < Math.Min(end, at + 12); i++)
        {
            var item = text.Items[i];
            if (item.Is(Role.LossNoun) && metric is null)
            {
                metric = item.Term.Loss;
                stop = i + 1;
            }
            else if (item.Is(Role.Metric) && item.Term.Metric is not "price" && metric is null && text.VerbAt(i) is null)
            {
                metric = item.Term.Metric;
                stop = i + 1;
            }
            else if (text.Parties.Named(i) is { } party && area is null)
            {
                (area, stop) = (party, i + 1);
            }
            else if (text.DateAt(i) is { Start: { } year } && text.Is(i - 1, Role.By | Role.In))
            {
                (horizon, stop) = (year.ToString(), i + 1);
            }
            else if (text.Is(i, Role.Stop | Role.Relative | Role.Contrast) && !text.Is(i, Role.Preposition) || text.VerbAt(i) is not null)
            {
                break;
            }

            off |= text.Reads(i, "off");
        }

        bool gains = verb.Verb.Base is "create" or "add" or "generate" or "support" or "save" or "bring" or "boost" or "raise" or "lift" or "increase";
        bool loses = verb.Verb.Base is "cost" or "destroy" or "lose" or "wipe" or "eliminate" or "knock" or "shave" or "cut" or "reduce" or "threaten" or "shrink";
        if (q.Unit is "job" || metric is "jobs" or "job-losses")
        {
            // “could cost 60,000 jobs”, “would create 5,000 jobs”: without a direction it is neither.
            bool losses = metric is "job-losses" || (text.Is(at + 1, Role.LossNoun) && text.Items[at + 1].Term.Loss is "losses") || text.Reads(at + 1, "losses") || text.Reads(at + 1, "cuts");
            metric = losses || loses ? "job-losses" : gains ? "employment" : null;
            if (metric is null)
            {
                return null;
            }
        }

        if (metric is null && last is not null && q.Unit is null)
        {
            (metric, area) = (last.Metric, area ?? last.Area);
        }

        if (metric is null && q.IsMoney && loses)
        {
            metric = "losses";
        }

        if (metric is null || q.Unit is "%" && metric is "losses" or "job-losses" || (gains && metric is "losses" or "job-losses"))
        {
            return null;
        }

        var condition = ForecastCondition.Read(text, start, stop, first, end) ?? ForecastCondition.OfSubject(text, verb, first);
        bool falls = (off || verb.Says(VerbClass.Lower) || verb.Verb.Base is "shave" or "knock" or "wipe" or "reduce" or "cut") && metric is not ("job-losses" or "losses");
        return new ForecastFact
        {
            Forecaster = who?.Name ?? last?.Forecaster,
            Metric = metric,
            Area = area,
            Value = falls ? -q.Value : q.Value,
            Unit = q.Unit ?? (metric is "job-losses" or "employment" ? "job" : null),
            Horizon = horizon,
            Condition = condition?.Words,
            Evidence = text.Evidence(Math.Min(start, condition?.First ?? start), Math.Max(stop, condition?.End ?? 0)),
        };
    }

    public static int Amount(FactText text, int from, int end)
    {
        for (int i = from; i < Math.Min(end, from + 6); i++)
        {
            if (text.Items[i].Kind == ItemKind.Quantity)
            {
                return i;
            }

            if (text.Is(i, Role.Break | Role.Conjunction | Role.Tariff) || text.VerbAt(i) is not null)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>“pledged to create 4,000 jobs”, “plans to add”: what somebody binds himself to or means to do is no forecast.</summary>
    public static bool Pledged(FactText text, VerbGroup verb)
    {
        for (int steps = 0, at = verb.Controller; steps < 4 && text.VerbAt(at) is { } controller; steps++, at = controller.Controller)
        {
            if (controller.Says(VerbClass.Promise | VerbClass.Plan | VerbClass.Threaten | VerbClass.Propose) && !FigureReader.Expects(controller))
            {
                return true;
            }
        }

        return text.Is(verb.Controller, Role.PromiseNoun | Role.PlannedNoun) && text.VerbAt(verb.Controller) is null;
    }
}
