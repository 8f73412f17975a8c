using System.Globalization;
using System.Text;

namespace TradeDigest.Digests;

/// <summary>Writes the lines of an iCalendar object (RFC 5545).</summary>
internal sealed class CalendarText
{
    /// <summary>Longest line in bytes, its end not counted (section 3.1).</summary>
    private const int LongestLine = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A property whose value needs no escapes.</summary>
    public CalendarText Line(string name, string value)
    {
        Fold(name + ":" + value);
        return this;
    }

    /// <summary>A property with text (section 3.3.11). Control characters other than the end of a line are left out.</summary>
    public CalendarText Text(string name, string value) => Line(name, Escaped(value));

    /// <summary>A property with a day (section 3.3.4).</summary>
    public CalendarText Day(string name, DateOnly day) => Line(name + ";VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>A property with a moment in UTC (section 3.3.5).</summary>
    public CalendarText Moment(string name, DateTimeOffset at) => Line(name, at.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' => text.Append("\\n"),
                '\\' or ';' or ',' => text.Append('\\').Append((char)rune.Value),
                _ when Rune.IsControl(rune) => text,
                _ => text.Append(rune.ToString()),
            };
        }

        return text.ToString();
    }

    /// <summary>A line, broken where it is too long, never within a character.</summary>
    private void Fold(string line)
    {
        int bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                bytes = 1;
            }

            _text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }
}
