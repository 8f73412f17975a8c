namespace TradeDigest.Language;

/// <summary>What a mention of time says.</summary>
public enum DateKind : byte
{
    /// <summary>A point: a day, month, year, quarter, half, season, decade, or a time of day on a date.</summary>
    Date,

    /// <summary>A length of time: “90 days”, “two years”.</summary>
    Duration,

    /// <summary>From one date to another: “June 8 to 13”, “January-May”.</summary>
    Range,

    /// <summary>A recurring time: “every Monday”, “annually”.</summary>
    Recurring,
}

/// <summary>A mention of time and what it means, resolved against the date of publication or another mention.</summary>
/// <param name="Span">Its characters, as a labeller of TIMEX3 would mark them (“last month”, “four days earlier”, “early August”, “90-day”).</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index behind its last token.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Value">Its value in ISO 8601 as TIMEX3 has it: <c>2025-05-12</c>, <c>2025-05</c>, <c>2025</c>, <c>2025-Q1</c>, <c>2025-H1</c>,
/// <c>2025-W24</c>, <c>2025-SU</c>, <c>199</c> (a decade), <c>FY2025</c>, <c>P90D</c>, <c>2025-06-08/2025-06-13</c>, <c>PRESENT_REF</c>, <c>PAST_REF</c>, <c>FUTURE_REF</c>.</param>
/// <param name="Start">First day, month or year meant, to the text's precision (of a quarter its first month, of a week its Monday); null for a duration, a recurring or a vague mention.</param>
/// <param name="End">Last day, month or year meant: of a range, quarter, half, season, week, decade; otherwise equal to <paramref name="Start"/>.</param>
/// <param name="Days">Length of a duration in days (a month counts 30, a year 365); null otherwise.</param>
/// <param name="Modifier">TIMEX3 modifier: <c>START</c> (early), <c>MID</c>, <c>END</c> (late), <c>APPROX</c>, <c>MORE_THAN</c>, <c>LESS_THAN</c>; null for none.</param>
public sealed record DateMention(
    TextSpan Span, int FirstToken, int EndToken, DateKind Kind, string Value,
    PartialDate? Start, PartialDate? End, int? Days, string? Modifier)
{
    /// <summary>
    /// The period in the notation of facts: <c>2025</c>, <c>2025-H1</c>, <c>2025-Q1</c>, <c>2025-05</c>, <c>FY2025</c>, <c>2025-05-12</c>,
    /// or a range <c>2025-01/2025-05</c>; null where the mention is no period.
    /// </summary>
    public string? Period { get; init; }
}
