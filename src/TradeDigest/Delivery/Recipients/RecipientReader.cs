using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using TradeDigest.Digests;

namespace TradeDigest.Delivery;

/// <summary>Reads a recipient as people set one. What it says of a mistake holds nothing that stands in the text, as that may be an address.</summary>
public static class RecipientReader
{
    private const int LongestName = 120;
    private const int MostInterests = 100;
    private const int LongestInterest = 80;

    /// <summary>The recipient of a blob's text.</summary>
    /// <exception cref="FormatException">The text is no recipient; the message says what to do.</exception>
    public static Recipient Read(string source, ReadOnlySpan<byte> json)
    {
        RecipientFile file;
        try
        {
            ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
            file = JsonSerializer.Deserialize(json.StartsWith(mark) ? json[mark.Length..] : json, RecipientFileJson.Default.RecipientFile)
                ?? throw new FormatException("The file holds 'null'. Write a recipient as the README shows it, at least { \"address\": \"…\" }.");
        }
        catch (JsonException e)
        {
            string place = e.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" (line {line + 1})") : "";
            throw new FormatException($"The file is no recipient: the JSON is broken, or has a member that there is not or a value of another kind{place}. Write it as the README shows it.", e);
        }

        bool weekly = Every(file) == "week";
        return new Recipient
        {
            Address = Address(file.Address ?? throw new FormatException("The address is missing. Add \"address\": \"…\"."), file.Name),
            Source = source,
            Zone = file.TimeZone is { } zone ? Zone(zone) : null,
            Hour = file.Hour is { } hour ? Hour(hour) : null,
            Weekday = weekly ? Weekday(file.Weekday) : null,
            Interests = new ReaderInterests(
                Words(file.Interests?.Parties, "parties"), Words(file.Interests?.Commodities, "commodities"), Kinds(Words(file.Interests?.Kinds, "kinds"))),
            Unsubscribed = file.Unsubscribed ?? false,
        };
    }

    /// <summary>The recipient of a setting: an address, with or without a name.</summary>
    /// <exception cref="FormatException">It is no address; the message says what to do.</exception>
    public static Recipient Read(string source, string address) => new() { Address = Address(address, name: null), Source = source };

    private static MailAddress Address(string text, string? name)
    {
        // The parser takes the first of "a@x.org, b@x.org" for the name of the second.
        if (text.Any(char.IsControl) || !MailAddress.TryCreate(text.Trim(), out var parsed) || parsed.DisplayName.Contains('@', StringComparison.Ordinal))
        {
            throw new FormatException("The address is none. Give one address, such as ana@example.org; several recipients are several files or settings.");
        }

        if (!AsciiAddress.TryOf(parsed, out string? ascii))
        {
            throw new FormatException(
                "The address has letters beyond ASCII before the @, which mail servers seldom take (RFC 6531), or a domain that is none. Give another address of this recipient; in the domain, letters of any script are fine.");
        }

        // RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all.
        if (ascii.Length > 254 || ascii.LastIndexOf('@') > 64)
        {
            throw new FormatException("The address is longer than mail allows: 64 characters before the @, 254 in all. Correct it.");
        }

        string shown = PlainText.Line(name ?? parsed.DisplayName, LongestName);
        return shown.Contains('@', StringComparison.Ordinal) || shown.Length == 0 ? new MailAddress(ascii) : new MailAddress(ascii, shown);
    }

    private static TimeZoneInfo Zone(string name) => name.Length <= 64 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && (zone.HasIanaId || name == "UTC")
        ? zone
        : throw new FormatException("The time zone is none that is known here. Give an IANA name such as \"Asia/Singapore\".");

    private static TimeOnly Hour(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
        ? hour
        : throw new FormatException("The hour is none. Give hours and minutes, such as \"08:30\".");

    private static string Every(RecipientFile file) => (file.Every ?? (file.Weekday is null ? "day" : "week")) switch
    {
        "day" when file.Weekday is null => "day",
        "day" => throw new FormatException("A weekday is set, but every is \"day\". Set every to \"week\", or take the weekday out."),
        "week" => "week",
        _ => throw new FormatException("Every is neither \"day\" nor \"week\". Set one of them."),
    };

    private static DayOfWeek Weekday(string? name) =>
        Enum.GetValues<DayOfWeek>().Where(d => string.Equals(d.ToString(), name, StringComparison.OrdinalIgnoreCase)).Select(d => (DayOfWeek?)d).FirstOrDefault()
        ?? throw new FormatException("A mail a week needs its weekday. Set \"weekday\" to a day's English name, such as \"monday\".");

    private static List<string> Words(IReadOnlyList<string>? words, string list)
    {
        var lines = (words ?? []).Select(w => w is null ? "" : PlainText.Line(w, LongestInterest)).Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return lines.Count <= MostInterests
            ? lines
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"There are more than {MostInterests} {list} among the interests. Keep those that matter most."));
    }

    private static List<string> Kinds(List<string> kinds)
    {
        var lower = kinds.ConvertAll(k => k.ToLowerInvariant());
        return lower.TrueForAll(k => ReaderInterests.KnownKinds.Contains(k, StringComparer.Ordinal))
            ? lower
            : throw new FormatException($"A kind of facts among the interests is none. The kinds are: {string.Join(", ", ReaderInterests.KnownKinds)}.");
    }
}
