namespace TradeDigest.Functions.Http.Api;

/// <summary>A form in which a route answers.</summary>
/// <param name="Name">Its name in <c>?format=</c>.</param>
/// <param name="MediaType">Its media type, which <c>Accept</c> asks for.</param>
public sealed record ApiForm(string Name, string MediaType)
{
    public static ApiForm Json { get; } = new("json", "application/json");

    public static ApiForm Html { get; } = new("html", "text/html");

    public static ApiForm Text { get; } = new("text", "text/plain");

    /// <summary>RFC 7763.</summary>
    public static ApiForm Markdown { get; } = new("markdown", "text/markdown");

    /// <summary>RFC 4180.</summary>
    public static ApiForm Csv { get; } = new("csv", "text/csv");

    /// <summary>One JSON value a line.</summary>
    public static ApiForm JsonLines { get; } = new("jsonl", "application/x-ndjson");

    /// <summary>A mail message (RFC 5322).</summary>
    public static ApiForm Eml { get; } = new("eml", "message/rfc822");

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    public static ApiForm Atom { get; } = new("atom", "application/atom+xml");

    /// <summary>iCalendar (RFC 5545).</summary>
    public static ApiForm Calendar { get; } = new("ics", "text/calendar");

    /// <summary>The value of <c>Content-Type</c>.</summary>
    public string ContentType => MediaType == Eml.MediaType ? MediaType : MediaType + "; charset=utf-8";
}
