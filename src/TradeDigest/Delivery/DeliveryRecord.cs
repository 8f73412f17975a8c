using System.Text.Json.Serialization;
using TradeDigest.Facts;

namespace TradeDigest.Delivery;

/// <summary>How far the delivery of a digest to one recipient has come.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    /// <summary>A host has begun.</summary>
    Claimed,

    /// <summary>The mailer has taken it.</summary>
    Delivered,
}

/// <summary>A line of the delivery ledger: one digest, one recipient. It holds no address.</summary>
/// <param name="State">How far it has come.</param>
/// <param name="Tries">How often the mail was handed to the mailer.</param>
/// <param name="At">When this was noted (UTC).</param>
public sealed record DeliveryRecord(DeliveryState State, int Tries, DateTimeOffset At);
