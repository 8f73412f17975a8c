using TradeDigest.Digests;
using TradeDigest.Pages;

namespace TradeDigest.Tests.Pages;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(new[] { 0.0 })]
    [InlineData(new[] { -16.5, -18.2, 6.1 })]
    [InlineData(new[] { 145.0, 30.0 })]
    [InlineData(new[] { 1_400_000_000_000.0, 12.0 })]
    [InlineData(new[] { 0.004, 0.0031 })]
    public void Zero_and_every_value_lie_on_an_axis_of_few_ticks(double[] values)
    {
        var scale = ChartScale.Of(Figures(values));

        Assert.All(values.Append(0), v => Assert.InRange(scale.At((decimal)v), 0, ChartScale.Width));
        Assert.InRange(scale.Ticks.Count(), 2, 7);
        Assert.Contains(0, scale.Ticks);
    }

    [Fact]
    public void A_greater_value_stands_further_right()
    {
        var scale = ChartScale.Of(Figures(-18.2, -16.5, 6.1));

        Assert.True(scale.At(-18.2m) < scale.At(-16.5m) && scale.At(-16.5m) < scale.At(0) && scale.At(0) < scale.At(6.1m));
    }

    private static StoryFigures Figures(params IEnumerable<double> values) =>
        new("Exports", "%", [new FigureRow("x", false, [.. values.Select(v => new FigurePoint((decimal)v, "", true, [], []))])]);
}
