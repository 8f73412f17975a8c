using System.Text.Json.Serialization;
using TradeDigest.Facts;

namespace TradeDigest.Delivery;

/// <summary>How far the delivery of a digest to one recipient has come.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    /// <summary>A host is at it, or died at it.</summary>
    Claimed,

    /// <summary>The mailer has not taken it, and is asked again later.</summary>
    Waiting,

    /// <summary>The mailer has taken it, and is asked what has become of it.</summary>
    Accepted,

    /// <summary>The mailer has handed it on. This is final.</summary>
    Delivered,

    /// <summary>It will not be delivered; the reason says why. This is final.</summary>
    Failed,

    /// <summary>The recipient was taken out, or has unsubscribed, before it was sent. This is final.</summary>
    Withdrawn,
}

/// <summary>A line of the delivery ledger: one digest, one recipient. It holds no address.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="Tries">How often the mail was handed to the mailer, a try that is under way included.</param>
/// <param name="At">When this was noted (UTC).</param>
public sealed record DeliveryRecord(DeliveryState State, int Tries, DateTimeOffset At)
{
    /// <summary>When the first try began (UTC).</summary>
    public DateTimeOffset Since { get; init; } = At;

    /// <summary>How many tries there were of which cannot be known whether the mailer took the mail, one that is under way included.</summary>
    public int Doubtful { get; init; }

    /// <summary>The mailer that has it, or had it last.</summary>
    public string? Mailer { get; init; }

    /// <summary>What the mailer said last, or why it failed; null where there is nothing to explain.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether nothing more is to be done.</summary>
    [JsonIgnore]
    public bool IsFinal => State is DeliveryState.Delivered or DeliveryState.Failed or DeliveryState.Withdrawn;
}
