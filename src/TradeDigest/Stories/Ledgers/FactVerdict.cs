using System.Text.Json.Serialization;
using TradeDigest.Facts;

namespace TradeDigest.Stories;

/// <summary>How independent sources stand to each other on one fact.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<FactVerdict>))]
public enum FactVerdict
{
    /// <summary>One independent source reports it.</summary>
    Single,

    /// <summary>All report the same.</summary>
    Agree,

    /// <summary>The values are one value, rounded differently (34.5 and about 35).</summary>
    Rounding,

    /// <summary>Some say less, and nothing that contradicts (“more than one hour” and 90 minutes).</summary>
    LessPrecise,

    /// <summary>A later value has taken an earlier one's place.</summary>
    Superseded,

    /// <summary>They contradict each other.</summary>
    Conflict,
}

/// <summary>What has become of a fact since the digest before.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<FactChange>))]
public enum FactChange
{
    /// <summary>No earlier digest had it.</summary>
    New,

    /// <summary>A further independent source reports it.</summary>
    Confirmed,

    /// <summary>Its value differs from the earlier one.</summary>
    Changed,

    /// <summary>A source contradicts what was told.</summary>
    Disputed,

    /// <summary>Sources contradicted each other and do so no more.</summary>
    Resolved,

    /// <summary>Nothing new about it.</summary>
    Unchanged,

    /// <summary>Its date has passed since.</summary>
    Expired,
}
