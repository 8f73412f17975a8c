using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace TradeDigest.Pipeline;

/// <summary>When the daily digest goes out: the settings <c>Digest:*</c>.</summary>
public sealed partial class DigestOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Digest";

    /// <summary>IANA name of the time zone of the digest's days and hours.</summary>
    [Required]
    [CustomValidation(typeof(DigestOptions), nameof(ZoneExists))]
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>Time of the clock in that zone at which the digest is due, as <c>HH:mm</c>.</summary>
    [Required]
    [CustomValidation(typeof(DigestOptions), nameof(IsTime))]
    public string Time { get; set; } = "07:00";

    /// <summary>The schedule that the settings describe. They must be valid.</summary>
    public DigestSchedule ToSchedule() =>
        new(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), TimeOnly.ParseExact(Time, "HH:mm", CultureInfo.InvariantCulture));

    /// <summary>Whether a time zone is known here.</summary>
    public static ValidationResult? ZoneExists(string value) => TimeZoneInfo.TryFindSystemTimeZoneById(value, out _)
        ? ValidationResult.Success
        : new ValidationResult($"The setting Digest:TimeZone is '{value}', which is no time zone known here. Give an IANA name such as Europe/London or Asia/Tokyo.");

    /// <summary>Whether a time of the clock is well formed.</summary>
    public static ValidationResult? IsTime(string value) => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        ? ValidationResult.Success
        : new ValidationResult($"The setting Digest:Time is '{value}'. Give hours and minutes, such as 07:00 or 18:30.");
}

/// <summary>Checks <see cref="DigestOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
