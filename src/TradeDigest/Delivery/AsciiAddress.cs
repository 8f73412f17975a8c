using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Mail;

namespace TradeDigest.Delivery;

/// <summary>Addresses as every mail server takes them: ASCII before the @, and a domain in any letters written as RFC 5891 (IDNA) has it.</summary>
public static class AsciiAddress
{
    internal const string NotAscii = "The address has letters beyond ASCII before the @, which mail servers seldom take. Give another address of this recipient.";

    /// <summary>The address without its name; false where letters beyond ASCII stand before the @, which few servers take (RFC 6531), or the domain is none.</summary>
    public static bool TryOf(MailAddress address, [NotNullWhen(true)] out string? ascii)
    {
        ArgumentNullException.ThrowIfNull(address);
        ascii = null;
        if (!address.User.All(c => c is >= ' ' and <= '~'))
        {
            return false;
        }

        try
        {
            ascii = address.User + "@" + HostOf(address);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The address without its name.</summary>
    /// <exception cref="ArgumentException">It cannot be written in ASCII.</exception>
    public static string Of(MailAddress address) =>
        TryOf(address, out string? ascii) ? ascii : throw new ArgumentException(NotAscii, nameof(address));

    /// <summary>The domain.</summary>
    /// <exception cref="ArgumentException">It is no domain.</exception>
    public static string HostOf(MailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Host.All(char.IsAscii) ? address.Host : new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address.Host);
    }
}
