using System.ComponentModel.DataAnnotations;
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

    /// <summary>A mailbox to which readers may write to unsubscribe; null for none. Who reads it takes them out by hand.</summary>
    [CustomValidation(typeof(MailOptions), nameof(IsMailbox))]
    public string? UnsubscribeMailto { get; set; }

    /// <summary>The secret of the links by which readers unsubscribe, at least 32 characters; null for one that is made once and kept in storage.</summary>
    [CustomValidation(typeof(MailOptions), nameof(IsLongEnough))]
    public string? UnsubscribeKey { get; set; }

    /// <summary>Whether this is one address, with or without a name.</summary>
    public static ValidationResult? IsAddress(string value) => Check("Mail:From", value);

    /// <summary>Whether this is a mailbox, or nothing.</summary>
    public static ValidationResult? IsMailbox(string? value) => value is null ? ValidationResult.Success : Check("Mail:UnsubscribeMailto", value);

    /// <summary>Whether this is a secret that cannot be guessed, or none.</summary>
    public static ValidationResult? IsLongEnough(string? value) => value is null or { Length: >= 32 }
        ? ValidationResult.Success
        : new ValidationResult("The setting Mail:UnsubscribeKey is shorter than 32 characters, so that links could be guessed. Give a random one, such as what 'openssl rand -base64 32' prints, or take the setting out.");

    /// <summary>Whether all are addresses.</summary>
    public static ValidationResult? AreAddresses(IList<string> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Select((address, i) => Check($"Mail:Recipients:{i}", address)).FirstOrDefault(r => r != ValidationResult.Success);
    }

    private static ValidationResult? Check(string setting, string address)
    {
        try
        {
            RecipientReader.Read(setting, address);
            return ValidationResult.Success;
        }
        catch (FormatException e)
        {
            return new ValidationResult($"The setting {setting} cannot be used. {e.Message}");
        }
    }
}

/// <summary>Checks <see cref="MailOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
