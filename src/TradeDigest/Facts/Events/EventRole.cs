namespace TradeDigest.Facts.Events;

/// <summary>What a noun or phrase is for the rules of events, by the groups of <c>measures.json</c>, <c>agreements.json</c> and <c>meetings.json</c>
/// (whose names are these in kebab-case). A phrase may stand in several; one of <c>plain</c> only looks like the others.</summary>
[Flags]
internal enum EventRole : ulong
{
    Plain = 0,
    Talks = 1UL << 0,
    Negotiations = 1UL << 1,
    Delegation = 1UL << 2,
    Call = 1UL << 3,
    BareCall = 1UL << 4,
    ByPhone = 1UL << 5,
    TalkedByPhone = 1UL << 6,
    LedBy = 1UL << 7,
    AtTheHelm = 1UL << 8,
    Attending = 1UL << 9,
    Counterpart = 1UL << 10,
    Agreement = 1UL << 12,
    NamedAgreement = 1UL << 13,
    Concluded = 1UL << 14,
    Tentative = 1UL << 15,
    Draft = 1UL << 16,
    Qualifier = 1UL << 17,
    Instrument = 1UL << 18,
    Restriction = 1UL << 19,
    Ban = 1UL << 20,
    Flow = 1UL << 21,
    Licence = 1UL << 22,
    Quota = 1UL << 23,
    Waiver = 1UL << 24,
    Probe = 1UL << 25,
    Complaint = 1UL << 26,
    Bill = 1UL << 27,
    Pact = 1UL << 28,
    Technology = 1UL << 29,
    Retaliatory = 1UL << 30,
    Including = 1UL << 31,
    PlaceHead = 1UL << 32,
    Officials = 1UL << 33,
    Office = 1UL << 34,
    TwoPeople = 1UL << 35,
    TwoSides = 1UL << 36,
    Unnamed = 1UL << 37,
    Consultations = 1UL << 38,
    ControlList = 1UL << 39,

    /// <summary>“The two leaders”, “both sides”: two who have been named before.</summary>
    Both = TwoPeople | TwoSides,

    /// <summary>Whatever limits trade and may be put on, eased or lifted.</summary>
    Barrier = Instrument | Restriction | Ban | Quota,

    /// <summary>Everything that an act of trade policy may fall on.</summary>
    Policy = Barrier | Flow | Licence | Waiver | Probe | Complaint | Bill | Pact | Technology,
}

/// <summary>What a verb does to a measure, an agreement, a meeting or those who take part.</summary>
[Flags]
internal enum EventVerb : ulong
{
    None = 0,
    Impose = 1UL << 0,
    Suspend = 1UL << 1,
    Extend = 1UL << 2,
    Ease = 1UL << 3,
    Lift = 1UL << 4,
    Ban = 1UL << 5,
    Revoke = 1UL << 6,
    Approve = 1UL << 7,
    Restrict = 1UL << 8,
    Threaten = 1UL << 9,
    Investigate = 1UL << 10,
    Complain = 1UL << 11,
    Legislate = 1UL << 12,
    Retaliate = 1UL << 13,
    Launch = 1UL << 14,
    File = 1UL << 15,
    Raise = 1UL << 16,
    Weaken = 1UL << 17,
    Make = 1UL << 18,
    Seek = 1UL << 19,
    Propose = 1UL << 20,
    Break = 1UL << 21,
    LeadTo = 1UL << 22,
    Meet = 1UL << 23,
    Hold = 1UL << 24,
    Begin = 1UL << 25,
    End = 1UL << 26,
    Travel = 1UL << 27,
    Speak = 1UL << 28,
    Phone = 1UL << 29,
    Include = 1UL << 30,
    Send = 1UL << 31,
    Lead = 1UL << 32,
    Request = 1UL << 33,
    Require = 1UL << 34,
    List = 1UL << 35,
    Discuss = 1UL << 36,

    Measure = Impose | Suspend | Extend | Ease | Lift | Ban | Revoke | Approve | Restrict | Threaten | Investigate | Complain | Legislate | Retaliate | Launch | File
        | Request | Require | List,
}
