using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;

namespace TradeDigest.Delivery;

/// <summary>What the service answered, without what could hold an address.</summary>
/// <param name="Status">The HTTP status; 0 where there was no answer.</param>
/// <param name="Result">The body; null where it is none of the service's.</param>
/// <param name="RetryAfter">The pause that the service asks for.</param>
/// <param name="Location">Where the operation is told of.</param>
internal sealed partial record EmailReply(int Status, EmailSendResult? Result, TimeSpan? RetryAfter, Uri? Location)
{
    /// <summary>No answer.</summary>
    public static EmailReply None { get; } = new(0, null, null, null);

    /// <summary>No token could be had.</summary>
    public static EmailReply Unauthorized { get; } = new(401, null, null, null);

    /// <summary>The code of an error; empty where there is none.</summary>
    public string Code => Result?.Error?.Code is { } code && Token().IsMatch(code) ? code : "";

    /// <summary>Whether the error is about the sender, who is the same for everyone.</summary>
    public bool IsAboutSender => Speaks("sender") || Speaks("domain");

    /// <summary>Whether the error is about the recipient, or the mail itself.</summary>
    public bool IsAboutRecipient => !IsAboutSender && (Speaks("recipient") || Speaks("suppress") || Speaks("invalid"));

    /// <summary>Reads an answer.</summary>
    public static EmailReply Read(Response response, TimeProvider time) => new(
        response.Status,
        Body(response),
        Pause(response, time),
        response.Headers.TryGetValue("Operation-Location", out string? at) && Uri.TryCreate(at, UriKind.Absolute, out var location) ? location : null);

    /// <summary>The answer for people.</summary>
    public override string ToString() =>
        Status == 0 ? "Azure Communication Services did not answer"
        : string.Create(CultureInfo.InvariantCulture, $"Azure Communication Services answered {Status}{(Code.Length > 0 ? $" ({Code})" : "")}");

    private bool Speaks(string of) =>
        Code.Contains(of, StringComparison.OrdinalIgnoreCase) || Result?.Error?.Target?.Contains(of, StringComparison.OrdinalIgnoreCase) == true;

    private static EmailSendResult? Body(Response response)
    {
        try
        {
            return JsonSerializer.Deserialize(response.Content, EmailJson.Default.EmailSendResult);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary><c>Retry-After</c> in seconds or as a date (RFC 9110, 10.2.3).</summary>
    private static TimeSpan? Pause(Response response, TimeProvider time)
    {
        TimeSpan? pause = !response.Headers.TryGetValue("Retry-After", out string? text) ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - time.GetUtcNow()
            : null;
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,80}$", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
