using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>A telephone or video call.</summary>
public sealed record CallFact : Fact
{
    /// <summary>Full names, or codes of parties where no person is named.</summary>
    public IReadOnlyList<string>? Participants { get; init; }

    /// <summary>When.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>How many minutes it took.</summary>
    public int? Minutes { get; init; }

    /// <summary>Whether <see cref="Minutes"/> is a lower bound (<c>more than one hour</c>).</summary>
    public bool? AtLeast { get; init; }
}
