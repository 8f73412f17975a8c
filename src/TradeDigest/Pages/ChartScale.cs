using System.Globalization;
using TradeDigest.Digests;

namespace TradeDigest.Pages;

/// <summary>The measures of a chart of figures: one row for each thing measured, all on one axis that has zero on it, so that lengths compare as the figures do.</summary>
/// <param name="Least">The value at the left end.</param>
/// <param name="Most">The value at the right end.</param>
/// <param name="Step">Distance of the ticks.</param>
internal sealed record ChartScale(decimal Least, decimal Most, decimal Step)
{
    /// <summary>Width of the drawing, in its own units, which are pixels on a small screen.</summary>
    public const int Width = 360;

    /// <summary>Height of a row.</summary>
    public const int Row = 46;

    /// <summary>Height of the axis below the rows.</summary>
    public const int Axis = 26;

    private const int Margin = 26;
    private const int TicksAtMost = 5;

    private static readonly int[] Steps = [1, 2, 5, 10];

    /// <summary>The scale of figures.</summary>
    public static ChartScale Of(StoryFigures figures)
    {
        var values = figures.Rows.SelectMany(r => r.Points).Select(p => p.Value).ToList();
        decimal least = Math.Min(0, values.Min()), most = Math.Max(0, values.Max());
        decimal step = StepOf(most - least);
        return new ChartScale(Math.Floor(least / step) * step, Math.Max(Math.Ceiling(most / step) * step, Math.Floor(least / step) * step + step), step);
    }

    /// <summary>The values at the ticks.</summary>
    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (decimal tick = Least; tick <= Most; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>Where a value stands, from the left.</summary>
    public decimal At(decimal value) => Margin + ((Width - (2 * Margin)) * (value - Least) / (Most - Least));

    /// <summary>A measure as an attribute has it.</summary>
    public static string Text(decimal measure) => measure.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A value as the axis has it: <c>20</c>, <c>1.5 billion</c>.</summary>
    public static string Tick(decimal value, string unit) => unit == "%" ? Wording.Number(value) + "%" : Wording.Level(value, null);

    /// <summary>The least of 1, 2 and 5 times a power of ten that leaves few enough ticks.</summary>
    private static decimal StepOf(decimal range)
    {
        decimal power = 1;
        while (range > 0 && power * 10 <= range / (TicksAtMost - 1))
        {
            power *= 10;
        }

        while (range > 0 && power > 0.000001m && power > range / (TicksAtMost - 1))
        {
            power /= 10;
        }

        return range == 0 ? 1 : Steps.Select(f => f * power).First(s => range / s <= TicksAtMost - 1);
    }
}
