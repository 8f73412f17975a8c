using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace TradeDigest.Delivery;

/// <summary>Whom the digest goes to: the settings <c>Mail:*</c>.</summary>
public sealed partial class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>The sender's address.</summary>
    [Required]
    [CustomValidation(typeof(MailOptions), nameof(IsAddress))]
    public string From { get; set; } = "TradeDigest <digest@localhost>";

    /// <summary>The recipients' addresses (<c>Mail:Recipients:0</c>, <c>Mail:Recipients:1</c>, …). With none, one mail is written to the outbox for nobody in particular.</summary>
    [CustomValidation(typeof(MailOptions), nameof(AreAddresses))]
    public IList<string> Recipients { get; } = [];

    /// <summary>Whether this is one address, with or without a name.</summary>
    public static ValidationResult? IsAddress(string value) => IsOneAddress(value)
        ? ValidationResult.Success
        : new ValidationResult("The setting Mail:From is no mail address. Give one such as digest@example.org or Trade desk <digest@example.org>.");

    /// <summary>Whether all are addresses.</summary>
    public static ValidationResult? AreAddresses(IList<string> value)
    {
        for (int i = 0; i < value.Count; i++)
        {
            if (!IsOneAddress(value[i]))
            {
                return new ValidationResult($"The setting Mail:Recipients:{i} is no mail address. Correct it or take it out; several recipients are several settings (Mail:Recipients:0, Mail:Recipients:1, …).");
            }
        }

        return ValidationResult.Success;
    }

    // The parser takes the first of "a@x.org, b@x.org" for the name of the second.
    private static bool IsOneAddress(string value) =>
        MailAddress.TryCreate(value, out var address) && !address.DisplayName.Contains('@', StringComparison.Ordinal) && !value.Any(char.IsControl);
}

/// <summary>Checks <see cref="MailOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
