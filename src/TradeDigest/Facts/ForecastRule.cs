using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts;

/// <summary>What somebody expects of a figure.</summary>
/// <remarks>
/// Covers “expects / projects / sees exports to grow 3%”, “is expected to grow 3%”, “lowered its 2025 growth forecast for X to 2.9%”, “cut its forecast for the trade surplus to”,
/// “a forecast of 0.5% growth”, “estimates that X could cost 60,000 jobs”, “could lead to up to six million job losses”, “would add €119 bn to the economy”, “could shave 0.3% off growth”.
/// The forecaster is the report's author. A figure that was expected and is only compared with is none.
/// </remarks>
internal sealed class ForecastRule : IFactRule
{
    /// <inheritdoc/>
    public void Find(FactText text, ICollection<Fact> found)
    {
        foreach (var figure in text.Figures)
        {
            if (figure.Expected && OfFigure(text, figure) is { } fact)
            {
                found.Add(fact);
            }
        }

        for (int s = 0; s < text.Sentences; s++)
        {
            int first = text.First(s), end = text.End(s);
            ForecastFact? last = null;
            for (int i = first; i < end; i++)
            {
                if (text.Is(i, Role.ForecastNoun) && text.VerbAt(i) is null && Revised(text, i, first, end) is { } revised)
                {
                    found.Add(revised);
                }
                else if (text.VerbAt(i) is { } verb && verb.Says(VerbClass.Lead) && Effect(text, verb, first, end, last) is { } effect)
                {
                    found.Add(last = effect);
                }
            }
        }
    }

    private static ForecastFact? OfFigure(FactText text, Figure figure)
    {
        int sentence = text.SentenceOf(figure.Metric);
        int first = text.First(sentence), end = text.End(sentence);
        (string Name, int Item)? who = null;
        bool modal = false;
        for (int i = figure.Metric - 1; i >= first && who is null; i--)
        {
            if (text.VerbAt(i) is { } verb)
            {
                if (FigureReader.Expects(verb) || verb.Says(VerbClass.Say))
                {
                    if (verb.Mood is Mood.Denied or Mood.Conditional || (verb.Says(VerbClass.Expect) && (verb.Form & VerbForm.Participle) != 0 && verb.First < verb.Head && text.Reads(verb.First, "had")))
                    {
                        return null;
                    }

                    who = Forecasters.Around(text, Forecasters.Subject(text, verb, first), first, end);
                    modal = true;
                    break;
                }

                if (verb.Says(VerbClass.Urge | VerbClass.Plan | VerbClass.Promise) || verb.Mood is Mood.Urged)
                {
                    return null;
                }
            }
        }

        who ??= Forecasters.Credited(text, first, end);
        bool passive = false;
        for (int i = figure.Metric; i < figure.End; i++)
        {
            passive |= text.VerbAt(i) is { Passive: true } v && v.Says(VerbClass.Expect);
            if (text.VerbAt(i) is { } denied && denied.Mood is Mood.Denied or Mood.Conditional)
            {
                return null;
            }
        }

        if (who is null && !passive && !modal)
        {
            return null;
        }

        if (who is { } known)
        {
            figure.Support(Math.Min(known.Item, figure.First), Math.Max(known.Item + 1, figure.End));
        }

        decimal? value = figure.Value ?? figure.Change;
        string? horizon = figure.Period ?? Horizon(text, figure, end);
        var condition = ForecastCondition.Read(text, figure.First, figure.End, first, end);
        return new ForecastFact
        {
            Forecaster = who?.Name,
            Metric = figure.Name,
            Area = figure.Area ?? (figure.World ? "world" : null),
            Value = value,
            Unit = figure.Value is null ? "%" : figure.Unit,
            Horizon = horizon,
            Condition = condition?.Words,
            Evidence = text.Evidence(Math.Min(figure.First, condition?.First ?? figure.First), Math.Max(figure.End, condition?.End ?? 0)),
        };
    }

    private static string? Horizon(FactText text, Figure figure, int end)
    {
        for (int i = figure.End; i < Math.Min(end, figure.End + 3); i++)
        {
            if (text.DateAt(i) is { Period: { } period })
            {
                figure.Support(figure.First, i + 1);
                return period;
            }
        }

        return null;
    }

    /// <summary>“lowered its 2025 growth forecast for Brazil to 2.9%”, “its forecast for the trade surplus to $70 bn”, “the IMF's forecast of 0.5% growth”.</summary>
    private static ForecastFact? Revised(FactText text, int noun, int first, int end)
    {
        int metric = -1, start = noun;
        string? area = null, horizon = null;
        bool world = false;
        (string Name, int Item)? who = null;
        for (int i = noun - 1; i >= Math.Max(first, noun - 7); i--)
        {
            if (text.Is(i, Role.Metric | Role.Elliptical) && metric < 0)
            {
                metric = i;
                start = i;
                world |= MetricPhrase.SpeaksOfWorld(text, i);
            }
            else if (text.DateAt(i) is { } date)
            {
                (horizon, start) = (MetricPhrase.PeriodOf(date), i);
            }
            else if (text.Is(i, Role.World))
            {
                (world, start) = (true, i);
            }
            else if (text.NameAt(i) is not null)
            {
                if (text.Is(i + 1, Role.Possessive) && Forecasters.Around(text, i, first, end) is { } owner)
                {
                    who = owner;
                    start = i;
                }
                else
                {
                    area = text.Parties.Named(i);
                    start = i;
                }

                break;
            }
            else if (text.Is(i, Role.OwnPossessive | Role.Determiner | Role.Preposition | Role.Break) || text.VerbAt(i) is not null)
            {
                break;
            }
        }

        int stop = noun + 1;
        decimal? value = null;
        string? unit = null;
        for (int i = noun + 1; i < Math.Min(end, noun + 14); i++)
        {
            if (text.QuantityAt(i) is { } q)
            {
                int before = i - 1;
                while (text.Items[before].Kind == ItemKind.Word && text.Items[before].Term == Term.None)
                {
                    before--;
                }

                if (text.Is(before, Role.To | Role.Of | Role.At) && q.Unit is not (null or "pp" or "bp"))
                {
                    (value, unit, stop) = (q.Value * Sign(text, metric), q.Unit, i + 1);
                }
                else if (text.Is(before, Role.From | Role.By))
                {
                    continue;
                }

                break;
            }

            if (text.Is(i, Role.Metric | Role.Elliptical) && metric < 0 && text.VerbAt(i) is null)
            {
                metric = i;
            }
            else if (text.DateAt(i) is { } date)
            {
                horizon ??= MetricPhrase.PeriodOf(date);
            }
            else if (text.Parties.Named(i) is { } party)
            {
                area ??= party;
            }
            else if (text.Is(i, Role.World))
            {
                world = true;
            }
            else if (text.Is(i, Role.Stop | Role.Relative) || text.VerbAt(i) is { Finite: true })
            {
                break;
            }
        }

        if (value is not null && text.Is(stop, Role.Metric) && metric < 0)
        {
            metric = stop;
            stop++;
        }

        for (int i = stop; i < Math.Min(end, stop + 5) && value is not null; i++)
        {
            if (text.DateAt(i) is { } date && horizon is null && MetricPhrase.PeriodOf(date) is { } period && text.Is(i - 1, Role.For | Role.In))
            {
                (horizon, stop) = (period, i + 1);
            }
            else if (text.Is(i, Role.World) && area is null)
            {
                (world, stop) = (true, i + 1);
            }
            else if (text.Is(i, Role.From | Role.Break))
            {
                break;
            }
        }

        if (value is null || metric < 0)
        {
            return null;
        }

        bool revised = false;
        for (int i = start - 1; i >= first && who is null && !revised; i--)
        {
            if (text.VerbAt(i) is { } verb)
            {
                if (!verb.Says(VerbClass.Revise) || verb.Mood is Mood.Denied or Mood.Urged or Mood.Conditional || (verb.Passive && !text.Is(verb.End, Role.By)))
                {
                    return null;
                }

                who = Forecasters.Around(text, verb.Subject, first, end);
                start = Math.Min(start, verb.First);
                revised = true;
            }
        }

        if (who is null && !revised)
        {
            return null;
        }

        return new ForecastFact
        {
            Forecaster = who?.Name,
            Metric = text.Items[metric].Term.Metric ?? (unit is { Length: 3 } && char.IsUpper(unit[0]) ? "trade-balance" : "market-balance"),
            Area = area ?? (world ? "world" : null),
            Value = value,
            Unit = unit,
            Horizon = horizon,
            Evidence = text.Evidence(who is { } by && by.Item >= first ? Math.Min(by.Item, start) : start, stop),
        };
    }

    private static int Sign(FactText text, int metric) => metric >= 0 && text.Items[metric].Term is { Sign: not 0 } term && !term.Is(Role.Growth) ? term.Sign : 1;

    /// <summary>“could lead to up to six million job losses”, “would cost 12,000 jobs”, “would add €119 bn to the economy”, “could shave 0.3% off US growth”.</summary>
    private static ForecastFact? Effect(FactText text, VerbGroup verb, int first, int end, ForecastFact? last)
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

    private static int Amount(FactText text, int from, int end)
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
    private static bool Pledged(FactText text, VerbGroup verb)
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
