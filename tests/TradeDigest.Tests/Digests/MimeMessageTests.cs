using System.Text;
using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

public sealed class MimeMessageTests
{
    private static readonly MailEnvelope Envelope = new()
    {
        From = "Trade Digest “Zürich” <digest@example.org>", To = ["ann@example.org", "Bo Åkesson <bo@example.org>"], Recipient = "2031-10-07.ann", UnsubscribeMailbox = "stop@example.org",
    };

    private static readonly DigestLinks Links = new() { Page = new Uri("https://digest.example/2031-10-07"), Unsubscribe = new Uri("https://digest.example/stop?k=1") };

    private static Digest Digest { get; } = new DigestComposer().Compose(ThreeDays.Request(7, ThreeDays.Articles(7), StoryArchive.Empty)).Digest;

    [Fact]
    public async Task Both_parts_are_the_renderings()
    {
        var mail = ParsedMail.Read(await DigestRenderer.EmlAsync(Digest, Envelope, Links));

        Assert.StartsWith("multipart/alternative", mail.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], mail.Parts.Select(p => p.Headers["Content-Type"]));
        Assert.Equal(DigestRenderer.Text(Digest, Links), mail.Parts[0].Body.ReplaceLineEndings("\n")[..^1]);
        Assert.Equal(await DigestRenderer.MailHtmlAsync(Digest, Links), mail.Parts[1].Body.ReplaceLineEndings("\n")[..^1]);
    }

    [Fact]
    public async Task The_headers_say_who_what_and_when()
    {
        var headers = ParsedMail.Read(await DigestRenderer.EmlAsync(Digest, Envelope, Links)).Headers;

        Assert.Equal(Digest.Subject, headers["Subject"]);
        Assert.Equal("Trade Digest “Zürich” <digest@example.org>", headers["From"]);
        Assert.Equal("ann@example.org, Bo Åkesson <bo@example.org>", headers["To"]);
        Assert.Equal("Tue, 07 Oct 2031 08:00:00 +0300", headers["Date"]);
        Assert.Equal("<https://digest.example/stop?k=1>, <mailto:stop@example.org?subject=unsubscribe>", headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
        Assert.Equal("1.0", headers["MIME-Version"]);
    }

    [Fact]
    public async Task Lines_end_with_carriage_return_and_line_feed_and_are_short()
    {
        string message = Encoding.ASCII.GetString(await DigestRenderer.EmlAsync(Digest, Envelope, Links));

        Assert.Equal(message.Count(c => c == '\n'), message.Split("\r\n").Length - 1);
        Assert.Equal(message.Count(c => c == '\r'), message.Split("\r\n").Length - 1);
        Assert.All(message.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public async Task The_same_digest_to_the_same_recipient_is_the_same_message()
    {
        var (first, second) = (await DigestRenderer.EmlAsync(Digest, Envelope, Links), await DigestRenderer.EmlAsync(Digest, Envelope, Links));
        var other = ParsedMail.Read(await DigestRenderer.EmlAsync(Digest, Envelope with { Recipient = "2031-10-07.bo" }, Links));

        Assert.Equal(first, second);
        Assert.NotEqual(ParsedMail.Read(first).Headers["Message-ID"], other.Headers["Message-ID"]);
        Assert.EndsWith("@example.org>", other.Headers["Message-ID"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digest@example.org\r\nBcc: all@example.org")]
    [InlineData("nobody")]
    [InlineData("dïgest@example.org")]
    public async Task An_address_that_is_none_is_refused(string from) =>
        await Assert.ThrowsAsync<ArgumentException>(() => DigestRenderer.EmlAsync(Digest, new MailEnvelope { From = from }));
}
