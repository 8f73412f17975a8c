using System.Net.Mail;
using System.Text;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Stories;
using TradeDigest.Tests.Digests;

namespace TradeDigest.Tests.Delivery;

public sealed class MimeMessageTests
{
    private static readonly MailAddress From = new("digest@example.org", "Trade Digest “Zürich”");
    private static readonly MailAddress To = new("bo@example.org", "Bo Åkesson");

    private static readonly MailHeader[] Headers =
    [
        new("List-Unsubscribe", "<https://digest.example/stop?k=1>, <mailto:stop@example.org?subject=unsubscribe>"),
        new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ];

    private static readonly DigestLinks Links = new() { Page = new Uri("https://digest.example/2031-10-07"), Unsubscribe = new Uri("https://digest.example/stop?k=1") };

    private static Digest Digest { get; } = new DigestComposer().Compose(ThreeDays.Request(7, ThreeDays.Articles(7), StoryArchive.Empty)).Digest;

    [Fact]
    public async Task Both_parts_are_the_renderings()
    {
        var mail = ParsedMail.Read(await WriteAsync());

        Assert.StartsWith("multipart/alternative", mail.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], mail.Parts.Select(p => p.Headers["Content-Type"]));
        Assert.Equal(DigestRenderer.Text(Digest, Links), mail.Parts[0].Body.ReplaceLineEndings("\n"));
        Assert.Equal(await DigestRenderer.MailHtmlAsync(Digest, Links), mail.Parts[1].Body.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_headers_say_who_what_and_when()
    {
        var headers = ParsedMail.Read(await WriteAsync()).Headers;

        Assert.Equal(Digest.Subject, headers["Subject"]);
        Assert.Equal("Trade Digest “Zürich” <digest@example.org>", headers["From"]);
        Assert.Equal("Bo Åkesson <bo@example.org>", headers["To"]);
        Assert.Equal("Tue, 07 Oct 2031 08:00:00 +0300", headers["Date"]);
        Assert.Equal("<digest.2031-10-07.0123@example.org>", headers["Message-ID"]);
        Assert.Equal("<https://digest.example/stop?k=1>, <mailto:stop@example.org?subject=unsubscribe>", headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", headers["Auto-Submitted"]);
        Assert.Equal("1.0", headers["MIME-Version"]);
    }

    [Fact]
    public async Task Lines_end_with_carriage_return_and_line_feed_and_are_short()
    {
        string message = Encoding.ASCII.GetString(await WriteAsync());

        Assert.Equal(message.Count(c => c == '\n'), message.Split("\r\n").Length - 1);
        Assert.Equal(message.Count(c => c == '\r'), message.Split("\r\n").Length - 1);
        Assert.All(message.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public async Task The_same_mail_is_the_same_message() => Assert.Equal(await WriteAsync(), await WriteAsync());

    [Fact]
    public void A_domain_in_other_letters_is_written_as_servers_know_it()
    {
        var headers = ParsedMail.Read(MimeMessage.Write(Mails.Simple with { To = new MailAddress("bo@zoll-zürich.example") })).Headers;

        Assert.Equal("bo@xn--zoll-zrich-feb.example", headers["To"]);
    }

    [Fact]
    public void An_address_that_servers_do_not_know_is_refused() =>
        Assert.Throws<ArgumentException>(() => MimeMessage.Write(Mails.Simple with { To = new MailAddress("bö@example.org") }));

    private static async Task<byte[]> WriteAsync() =>
        MimeMessage.Write(await DigestMail.WriteAsync("2031-10-07", "0123", Digest, From, To, Links, Headers));
}
