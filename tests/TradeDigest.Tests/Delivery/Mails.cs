using System.Net.Mail;
using TradeDigest.Delivery;

namespace TradeDigest.Tests.Delivery;

/// <summary>Mails of tests.</summary>
internal static class Mails
{
    /// <summary>A small mail to one recipient.</summary>
    public static OutgoingMail Simple => new()
    {
        DigestId = "2031-10-07",
        Key = "0123",
        From = new MailAddress("digest@example.org", "Trade desk"),
        To = new MailAddress("bo@example.org"),
        Subject = "Tea",
        Text = "Tea.",
        Html = "<p>Tea.</p>",
        Date = new DateTimeOffset(2031, 10, 7, 8, 0, 0, TimeSpan.FromHours(3)),
    };
}
