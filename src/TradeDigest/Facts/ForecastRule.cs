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
                if (text.Is(i, Role.ForecastNoun) && text.VerbAt(i) is null && ForecastRevision.Read(text, i, first, end) is { } revised)
                {
                    found.Add(revised);
                }
                else if (text.VerbAt(i) is { } verb && verb.Says(VerbClass.Lead) && ForecastEffect.Read(text, verb, first, end, last) is { } effect)
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
}
