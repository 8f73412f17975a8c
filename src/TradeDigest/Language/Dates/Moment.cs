using System.Globalization;

namespace TradeDigest.Language;

/// <summary>How much of the calendar a <see cref="Moment"/> takes.</summary>
internal enum Grain : byte
{
    Century,
    Decade,
    Year,
    FiscalYear,
    Half,
    Season,
    Quarter,
    FiscalQuarter,
    Month,
    Week,
    Weekend,
    Day,
}

/// <summary>A place on the calendar: a day, a week, a quarter, a decade.</summary>
/// <remarks>Made only by the methods below, which answer null for what the calendar of the years 1 to 9999 does not hold.</remarks>
internal readonly record struct Moment
{
    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    private Moment(Grain grain, int year, int part = 0, int dayOfMonth = 0) => (Grain, Year, Part, DayOfMonth) = (grain, year, part, dayOfMonth);

    public Grain Grain { get; }

    /// <summary>The year; of a decade or century its first (1990, 1900); of a week the year of ISO 8601.</summary>
    public int Year { get; }

    /// <summary>The half, season (0 spring to 3 winter), quarter, month or week.</summary>
    public int Part { get; }

    /// <summary>The day of the month of a day.</summary>
    public int DayOfMonth { get; }

    public static Moment OfDay(DateOnly day) => new(Grain.Day, day.Year, day.Month, day.Day);

    public static Moment? OfDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(Grain.Day, year, month, day)
            : null;

    public static Moment? OfMonth(int year, int month) => month is >= 1 and <= 12 ? Checked(Grain.Month, year, month) : null;

    public static Moment? OfQuarter(int year, int quarter, bool fiscal = false) =>
        quarter is >= 1 and <= 4 ? Checked(fiscal ? Grain.FiscalQuarter : Grain.Quarter, year, quarter) : null;

    public static Moment? OfHalf(int year, int half) => half is 1 or 2 ? Checked(Grain.Half, year, half) : null;

    public static Moment? OfSeason(int year, int season) => year < 9999 ? Checked(Grain.Season, year, season) : null;

    public static Moment? OfYear(int year, bool fiscal = false) => Checked(fiscal ? Grain.FiscalYear : Grain.Year, year);

    public static Moment? OfDecade(int firstYear) => firstYear is >= 10 and <= 9990 ? new(Grain.Decade, firstYear) : null;

    public static Moment? OfCentury(int firstYear) => firstYear is >= 100 and <= 9900 ? new(Grain.Century, firstYear) : null;

    /// <summary>The week, Monday to Sunday, or weekend of a day.</summary>
    public static Moment? OfWeek(DateOnly day, bool weekend = false) => day < DateOnly.MaxValue.AddDays(-7)
        ? new(weekend ? Grain.Weekend : Grain.Week, ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)), ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)))
        : null;

    /// <summary>The day <paramref name="days"/> after <paramref name="day"/>.</summary>
    public static DateOnly? Add(DateOnly day, long days) =>
        day.DayNumber + days is >= 0 and <= 3652058 and var number ? DateOnly.FromDayNumber((int)number) : null;

    /// <summary>The unit of the calendar that holds <paramref name="day"/> moved by <paramref name="count"/> units; parts of a day give the day.</summary>
    public static Moment? Around(DateOnly day, DateUnit unit, int count = 0)
    {
        switch (unit)
        {
            case DateUnit.Day:
                return Add(day, count) is { } moved ? OfDay(moved) : null;
            case DateUnit.Week or DateUnit.Weekend:
                return Add(day, 7L * count) is { } week ? OfWeek(week, unit == DateUnit.Weekend) : null;
            case DateUnit.Fortnight:
                return Add(day, 14L * count) is { } fortnight ? OfWeek(fortnight) : null;
            case DateUnit.Month:
                long months = (day.Year * 12L) + day.Month - 1 + count;
                return months > 0 ? OfMonth((int)Math.Min(months / 12, 10000), (int)(months % 12) + 1) : null;
            case DateUnit.Quarter:
                long quarters = (day.Year * 4L) + ((day.Month - 1) / 3) + count;
                return quarters > 0 ? OfQuarter((int)Math.Min(quarters / 4, 10000), (int)(quarters % 4) + 1) : null;
            case DateUnit.Year:
                return OfYear(Clamp(day.Year + (long)count));
            case DateUnit.Decade:
                return OfDecade(Clamp(day.Year + (10L * count)) / 10 * 10);
            case DateUnit.Century:
                return OfCentury(Clamp(day.Year + (100L * count)) / 100 * 100);
            default:
                return OfDay(day);
        }
    }

    /// <summary>The same part of a year <paramref name="years"/> later; of a day its month and day.</summary>
    public Moment? AddYears(int years) => Grain switch
    {
        Grain.Day => OfDay(Year + years, Part, DayOfMonth),
        Grain.Week or Grain.Weekend => Add(First, 364L * years) is { } day ? OfWeek(day, Grain == Grain.Weekend) : null,
        Grain.Decade => OfDecade(Year + (years * 10)),
        Grain.Century => OfCentury(Year + (years * 100)),
        _ => Checked(Grain, Year + years, Part),
    };

    /// <summary>The value as TIMEX3 writes it.</summary>
    public string Value => Grain switch
    {
        Grain.Century => string.Create(CultureInfo.InvariantCulture, $"{Year / 100:D2}"),
        Grain.Decade => string.Create(CultureInfo.InvariantCulture, $"{Year / 10:D3}"),
        Grain.FiscalYear => string.Create(CultureInfo.InvariantCulture, $"FY{Year:D4}"),
        Grain.FiscalQuarter => string.Create(CultureInfo.InvariantCulture, $"FY{Year:D4}-Q{Part}"),
        Grain.Half => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-H{Part}"),
        Grain.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Part}"),
        Grain.Season => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Seasons[Part]}"),
        Grain.Week => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{Part:D2}"),
        Grain.Weekend => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{Part:D2}-WE"),
        _ => Start.ToString(),
    };

    /// <summary>The first month, year or day of it, to its precision.</summary>
    public PartialDate Start => Grain switch
    {
        Grain.Half => new(Year, (Part * 6) - 5),
        Grain.Quarter => new(Year, (Part * 3) - 2),
        Grain.Season => new(Year, (Part * 3) + 3),
        Grain.Month => new(Year, Part),
        Grain.Week => PartialDate.From(Monday),
        Grain.Weekend => PartialDate.From(Monday.AddDays(5)),
        Grain.Day => new(Year, Part, DayOfMonth),
        _ => new(Year),
    };

    /// <summary>The last month, year or day of it, to its precision.</summary>
    public PartialDate End => Grain switch
    {
        Grain.Half => new(Year, Part * 6),
        Grain.Quarter => new(Year, Part * 3),
        Grain.Season => Part == 3 ? new(Year + 1, 2) : new(Year, (Part * 3) + 5),
        Grain.Week or Grain.Weekend => PartialDate.From(Monday.AddDays(6)),
        Grain.Decade => new(Year + 9),
        Grain.Century => new(Year + 99),
        _ => Start,
    };

    /// <summary>Its first day.</summary>
    public DateOnly First => Start.First;

    /// <summary>The period in the notation of facts; null for a season or a quarter of a fiscal year, which that does not have.</summary>
    /// <param name="value">Its <see cref="Value"/>, which most periods are.</param>
    public string? PeriodOf(string value) => Grain switch
    {
        Grain.Season or Grain.FiscalQuarter => null,
        Grain.Week or Grain.Weekend or Grain.Decade or Grain.Century => $"{Start}/{End}",
        _ => value,
    };

    private DateOnly Monday => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Part, DayOfWeek.Monday));

    private static Moment? Checked(Grain grain, int year, int part = 0) => year is >= 1 and <= 9999 ? new(grain, year, part) : null;

    private static int Clamp(long year) => (int)Math.Clamp(year, 0, 10000);
}
