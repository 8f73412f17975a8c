namespace TradeDigest.Facts.Reading;

/// <summary>What a verb says, by the classes of <c>verbs.json</c> (whose names are these in kebab-case). A verb may stand in several.</summary>
[Flags]
internal enum VerbClass : ulong
{
    None = 0,
    Rise = 1UL << 0,
    Fall = 1UL << 1,
    Widen = 1UL << 2,
    Narrow = 1UL << 3,
    Level = 1UL << 4,
    Record = 1UL << 5,
    Export = 1UL << 6,
    Import = 1UL << 7,
    Produce = 1UL << 8,
    Impose = 1UL << 9,
    Face = 1UL << 10,
    Subject = 1UL << 11,
    Lower = 1UL << 12,
    Raise = 1UL << 13,
    Remove = 1UL << 14,
    Suspend = 1UL << 15,
    Extend = 1UL << 16,
    StrikeDown = 1UL << 17,
    Threaten = 1UL << 18,
    Plan = 1UL << 19,
    Propose = 1UL << 20,
    Promise = 1UL << 21,
    Urge = 1UL << 22,
    Refuse = 1UL << 23,
    Say = 1UL << 24,
    Expect = 1UL << 25,
    Revise = 1UL << 26,
    Lead = 1UL << 27,
    Buy = 1UL << 28,
    Invest = 1UL << 29,
    Build = 1UL << 30,
    Supply = 1UL << 31,
    Pay = 1UL << 32,
    Account = 1UL << 33,
    Control = 1UL << 34,
    Absorb = 1UL << 35,
    Expire = 1UL << 36,
    TakeEffect = 1UL << 37,
    Remain = 1UL << 38,
    Begin = 1UL << 39,
    Do = 1UL << 40,
    Ban = 1UL << 41,
    Restrict = 1UL << 42,
    Approve = 1UL << 43,
    Revoke = 1UL << 44,
    Ease = 1UL << 45,
    Investigate = 1UL << 46,
    Complain = 1UL << 47,
    Legislate = 1UL << 48,
    Retaliate = 1UL << 49,
    Meet = 1UL << 50,
    Make = 1UL << 51,
    Finish = 1UL << 52,
    Set = 1UL << 53,

    /// <summary>A verb that only the rules of events know, by its base form.</summary>
    Event = 1UL << 61,

    /// <summary>“is”, “was”: the verb is a form of “be” itself.</summary>
    Be = 1UL << 62,
}

/// <summary>The forms of a verb that a word can be.</summary>
[Flags]
internal enum VerbForm : byte
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Gerund = 16,
}
