using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts;

/// <summary>Reads a forecast from the noun that names it: “lowered its 2025 growth forecast to 2.9%”, “the fund's forecast of 0.5% growth”.</summary>
internal static class ForecastRevision
{
    /// <summary>“lowered its 2025 growth forecast for Brazil to 2.9%”, “its forecast for the trade surplus to $70 bn”, “the IMF's forecast of 0.5% growth”.</summary>
    public static ForecastFact? Read(FactText text, int noun, int first, int end)
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

    public static int Sign(FactText text, int metric) => metric >= 0 && text.Items[metric].Term is { Sign: not 0 } term && !term.Is(Role.Growth) ? term.Sign : 1;
}
