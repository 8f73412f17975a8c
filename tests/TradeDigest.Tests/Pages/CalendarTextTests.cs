using System.Text;
using TradeDigest.Digests;

namespace TradeDigest.Tests.Pages;

public sealed class CalendarTextTests
{
    [Fact]
    public void A_long_line_is_folded_at_75_bytes_and_never_within_a_character()
    {
        string text = new CalendarText().Text("SUMMARY", string.Concat(Enumerable.Repeat("zölle 🐟 ", 30))).ToString();

        string[] lines = text.TrimEnd().Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        Assert.All(lines.Skip(1), line => Assert.StartsWith(" ", line, StringComparison.Ordinal));
        Assert.Equal("SUMMARY:" + string.Concat(Enumerable.Repeat("zölle 🐟 ", 30)), text.Replace("\r\n ", "", StringComparison.Ordinal)[..^2]);
    }

    [Fact]
    public void Text_is_escaped_and_control_characters_are_left_out() =>
        Assert.Equal("X:a\\, b\\; c\\\\d\\ne\r\n", new CalendarText().Text("X", "a, b; c\\d\r\ne\0\u0007").ToString());

    [Fact]
    public void A_value_cannot_begin_a_line_of_its_own() =>
        Assert.DoesNotContain("\nBEGIN", new CalendarText().Text("SUMMARY", "x\r\nBEGIN:VALARM").ToString(), StringComparison.Ordinal);
}
