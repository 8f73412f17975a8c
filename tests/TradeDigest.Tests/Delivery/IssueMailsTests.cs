using System.Net.Mail;
using System.Text;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Stories;
using TradeDigest.Tests.Digests;

namespace TradeDigest.Tests.Delivery;

public sealed class IssueMailsTests
{
    private static readonly UnsubscribeTokens Tokens = new(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef"));

    private static readonly Digest Day = new DigestComposer().Compose(ThreeDays.Request(7, ThreeDays.Articles(7), StoryArchive.Empty)).Digest;

    [Fact]
    public async Task Each_reader_has_their_own_link_in_text_page_and_header_and_nobody_elses()
    {
        var mails = Mails(Day);
        var (ana, ben) = (Reader("ana@example.org"), Reader("ben@example.org"));

        var mail = await mails.ForAsync(ana);
        await mails.ForAsync(ben);

        string link = "https://news.example.org/api/unsubscribe/" + Tokens.Of(ana.Key);
        Assert.Contains("Unsubscribe: " + link, mail.Text.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"href=\"{link}\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains(mail.Headers, h => h.Name == "List-Unsubscribe" && h.Value == $"<{link}>");
        string all = mail.Text + mail.Html + string.Concat(mail.Headers.Select(h => h.Value));
        Assert.DoesNotContain(Tokens.Of(ben.Key), all, StringComparison.Ordinal);
        Assert.DoesNotContain(SubscriptionLinks.AnyToken + "\"", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_is_the_same_to_the_byte_whenever_it_is_written()
    {
        var ana = Reader("ana@example.org");

        Assert.Equal(MimeMessage.Write(await Mails(Day).ForAsync(ana)), MimeMessage.Write(await Mails(Day).ForAsync(ana)));
    }

    [Fact]
    public async Task Its_header_says_from_whom_when_and_by_which_list_it_comes()
    {
        string message = Encoding.ASCII.GetString(MimeMessage.Write(await Mails(Day).ForAsync(Reader("ana@example.org"))));
        string[] lines = message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");

        Assert.Contains("Date: Tue, 07 Oct 2031 08:00:00 +0300", lines);
        Assert.Contains("To: ana@example.org", lines);
        Assert.Contains($"Message-ID: <digest.2031-10-07.{Recipient.KeyOf(new MailAddress("ana@example.org"))}@example.org>", lines);
        Assert.Contains("Auto-Submitted: auto-generated", lines);
        Assert.Contains("List-Id: TradeDigest <tradedigest.example.org>", lines);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", lines);
    }

    [Theory]
    [InlineData("Tea\r\nBcc: everyone@example.org")]
    [InlineData("Tea\nX-Evil: 1")]
    [InlineData("Tea\u2028Bcc: everyone@example.org")]
    [InlineData("=?utf-8?Q?=0D=0ABcc:_everyone@example.org?=")]
    public async Task A_hostile_title_makes_no_header_of_its_own(string subject)
    {
        var mail = await Mails(Day with { Subject = subject }).ForAsync(Reader("ana@example.org", name: "Ana\r\nBcc: x"));
        string message = Encoding.ASCII.GetString(MimeMessage.Write(mail));

        string[] names = [.. message[..message.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(l => l[0] is not (' ' or '\t')).Select(l => l.Split(':')[0])];
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        Assert.DoesNotContain(names, n => n is "Bcc" or "X-Evil");
        Assert.DoesNotContain("=?utf-8?Q?=0D", message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(mail.Subject, c => char.IsControl(c) || c == '\u2028');
    }

    [Fact]
    public async Task What_cannot_be_said_of_interests_leaves_the_digest_in_its_own_order()
    {
        var plain = await Mails(Day).ForAsync(Reader("ana@example.org"));

        var mail = await Mails(Day).ForAsync(Reader("ana@example.org") with { Interests = new ReaderInterests(["“", "”"], [], []) });

        Assert.Equal(plain.Subject, mail.Subject);
    }

    private static IssueMails Mails(Digest digest)
    {
        var from = new MailAddress("digest@example.org");
        return new("2031-10-07", digest, from, new SubscriptionLinks(from, null, new SiteOptions { BaseUrl = "https://news.example.org" }, Tokens));
    }

    private static Recipient Reader(string address, string? name = null) =>
        name is null ? RecipientReader.Read("test", address) : RecipientReader.Read("test", Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(new { address, name })));
}
