using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>A meeting, a round of talks or a summit.</summary>
public sealed record MeetingFact : Fact
{
    /// <summary>Codes of the parties, or names of the people and organisations where no state meets.</summary>
    public IReadOnlyList<string>? Parties { get; init; }

    /// <summary>City, or the place that the text gives instead.</summary>
    public string? City { get; init; }

    /// <summary>Building or house.</summary>
    public string? Venue { get; init; }

    /// <summary>First day.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>Last day.</summary>
    public PartialDate? End { get; init; }
}
