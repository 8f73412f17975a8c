namespace TradeDigest.Delivery;

/// <summary>A resource of Azure Communication Services: the settings <c>Mail:Acs:*</c>.</summary>
public sealed class CommunicationServicesOptions
{
    /// <summary>The resource's address: <c>https://RESOURCE.europe.communication.azure.com</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>One of the resource's keys, in base64; without one, Microsoft Entra ID is asked for a token.</summary>
    public string? Key { get; set; }

    /// <summary>How long the end of a sending is waited for, in seconds. After that it is asked for at the next look.</summary>
    public int PollSeconds { get; set; } = 30;
}
