namespace TradeDigest.Language;

/// <summary>What of a date was left open in the text and taken from its context, which the other end of a range may correct.</summary>
internal enum DateOpen : byte
{
    Nothing,
    Year,
    Week,
}

/// <summary>What a rule has read.</summary>
/// <param name="End">Index behind its last token.</param>
/// <param name="Kind">What it says.</param>
internal readonly record struct DateReading(int End, DateKind Kind)
{
    /// <summary>The date, or the first of a range.</summary>
    public Moment? From { get; init; }

    /// <summary>The last of a range.</summary>
    public Moment? To { get; init; }

    /// <summary>Time of day behind T, with it: <c>T09:30</c>, <c>TMO</c>.</summary>
    public string? Time { get; init; }

    /// <summary>The value where it is no date.</summary>
    public string? Value { get; init; }

    public int? Days { get; init; }

    public string? Modifier { get; init; }

    public DateOpen Open { get; init; }

    public static DateReading Date(int end, Moment moment, DateOpen open = DateOpen.Nothing) =>
        new(end, DateKind.Date) { From = moment, Open = open };

    public static DateReading Range(int end, Moment from, Moment to) => new(end, DateKind.Range) { From = from, To = to };

    public static DateReading Vague(int end, string value) => new(end, DateKind.Date) { Value = value };

    /// <summary>The mention that was read from token <paramref name="first"/> on.</summary>
    public DateMention ToMention(DateText text, int first)
    {
        var span = new TextSpan(text.Tokens[first].Start, text.Tokens[End - 1].End);
        if (From is not { } from)
        {
            return new DateMention(span, first, End, Kind, Value!, null, null, Days, Modifier);
        }

        string value = from.Value;
        return To is { } to
            ? new DateMention(span, first, End, Kind, $"{value}/{to.Value}", from.Start, to.End, Days, Modifier) { Period = $"{from.Start}/{to.End}" }
            : new DateMention(span, first, End, Kind, value + Time, from.Start, from.End, Days, Modifier) { Period = from.PeriodOf(value) };
    }
}
