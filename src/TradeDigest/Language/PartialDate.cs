using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradeDigest.Language;

/// <summary>A calendar date as precise as a text gives it: a year, a month of a year, or a day (ISO 8601: <c>2025</c>, <c>2025-05</c>, <c>2025-05-12</c>).</summary>
[JsonConverter(typeof(PartialDateJsonConverter))]
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>A year alone. <paramref name="year"/> is 1 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date does not exist.</exception>
    public PartialDate(int year, int month = 0, int day = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfNegative(month);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfNegative(day);
        if (day > 0 && (month == 0 || day > DateTime.DaysInMonth(year, month)))
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, "There is no such day.");
        }

        (Year, Month, Day) = (year, month, day);
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12; 0 where the text gives none.</summary>
    public int Month { get; }

    /// <summary>The day of the month, 1 to 31; 0 where the text gives none.</summary>
    public int Day { get; }

    /// <summary>The first day that the date may mean.</summary>
    public DateOnly First => new(Year, Month == 0 ? 1 : Month, Day == 0 ? 1 : Day);

    /// <summary>The last day that the date may mean.</summary>
    public DateOnly Last => Day > 0 ? First
        : Month > 0 ? new DateOnly(Year, Month, DateTime.DaysInMonth(Year, Month))
        : new DateOnly(Year, 12, 31);

    /// <summary>A full date.</summary>
    public static PartialDate From(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The month of a date.</summary>
    public static PartialDate MonthOf(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Whether this date includes <paramref name="other"/>: 2025-05 includes 2025-05-12.</summary>
    public bool Includes(PartialDate other) => First <= other.First && other.Last <= Last;

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10) || (text.Length > 4 && text[4] != '-') || (text.Length > 7 && text[7] != '-'))
        {
            return false;
        }

        int month = 0, day = 0;
        if (!int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1
            || (text.Length > 4 && (!int.TryParse(text[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out month) || month is < 1 or > 12))
            || (text.Length > 7 && (!int.TryParse(text[8..10], NumberStyles.None, CultureInfo.InvariantCulture, out day)
                || day < 1 || day > DateTime.DaysInMonth(year, month))))
        {
            return false;
        }

        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>Reads a partial ISO date.</summary>
    /// <exception cref="FormatException">The text is no such date.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new FormatException($"'{text}' is no date of the form 2025, 2025-05 or 2025-05-12.");

    /// <summary>Orders by the first day meant; of two that begin together, the less precise comes first.</summary>
    public int CompareTo(PartialDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>The date in ISO 8601, to its precision.</summary>
    public override string ToString() => Day > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}")
        : Month > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}")
        : Year.ToString("D4", CultureInfo.InvariantCulture);
}

/// <summary>Writes a <see cref="PartialDate"/> as its ISO text.</summary>
public sealed class PartialDateJsonConverter : JsonConverter<PartialDate>
{
    /// <inheritdoc/>
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("A date reads 2025, 2025-05 or 2025-05-12.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
