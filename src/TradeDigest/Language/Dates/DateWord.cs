namespace TradeDigest.Language;

/// <summary>What a word does in mentions of time.</summary>
internal enum DateWordClass : byte
{
    None,
    Month,
    MonthAbbreviation,
    Weekday,
    WeekdayAbbreviation,
    Unit,
    Units,
    Period,
    Number,
    VagueNumber,
    Ordinal,
    OrdinalSuffix,
    DecadeWord,
    Season,
    DayPart,
    ClockWord,
    Meridiem,
    Zone,
    Day,
    Night,
    Relative,
    Phase,
    PhaseNoun,
    Frequency,
    Every,
    Fiscal,
    Calendar,
    Half,
    Direction,
    Keyword,
}

/// <summary>Further things that a word does, beside its class.</summary>
[Flags]
internal enum DateWordTraits : ushort
{
    None = 0,
    StartsHedge = 1,
    StartsVague = 1 << 1,
    BeforeYear = 1 << 2,
    NotAfterYear = 1 << 3,
    NotBeforeYear = 1 << 4,
    NotAfterDay = 1 << 5,
    NotAfterSeason = 1 << 6,
    Title = 1 << 7,
    AfterName = 1 << 8,
    Past = 1 << 9,
    Future = 1 << 10,
    Present = 1 << 11,
    Reporting = 1 << 12,
    Postponing = 1 << 13,
    AlsoName = 1 << 14,
    Directs = 1 << 15,
}

/// <summary>Words that rules name one by one.</summary>
internal enum DateKeyword : byte
{
    Of,
    To,
    And,
    Or,
    From,
    Between,
    The,
    A,
    Through,
    Until,
    Couple,
    Dozen,
    Hundred,
    On,
    Ended,
    Now,
    Over,
    Most,
    Once,
    In,
    By,
    Since,
    At,
    For,
    Oclock,
    During,
    Within,
    Possessive,
    Time,
    Other,
}

/// <summary>Words that place a unit of time relative to another.</summary>
internal enum DateRelative : byte
{
    Last,
    Past,
    Previous,
    Latest,
    Recent,
    This,
    Next,
    Coming,
    Following,
    That,
    Same,
}

/// <summary>Words that turn a length of time into a date.</summary>
internal enum DateDirection : byte
{
    Before,
    After,
    Hence,
    Old,
}

/// <summary>A word as the rules for dates see it.</summary>
/// <param name="Class">Its part in a mention.</param>
/// <param name="Value">What it stands for in that class: a month's number, a unit, a keyword.</param>
/// <param name="Traits">What else it does.</param>
internal readonly record struct DateWord(DateWordClass Class, short Value, DateWordTraits Traits);
