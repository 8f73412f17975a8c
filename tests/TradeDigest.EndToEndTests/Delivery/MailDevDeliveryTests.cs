using System.Net.Mail;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Stories;
using TradeDigest.Tests.Delivery;
using TradeDigest.Tests.Digests;

namespace TradeDigest.EndToEndTests.Delivery;

/// <summary>What a real mail server gets, and what its parser makes of it.</summary>
[Collection(MailDev.Collection)]
public sealed class MailDevDeliveryTests(MailDev server)
{
    private static readonly MailAddress From = new("digest@example.org", "Trade Digest “Zürich”");

    private static readonly DigestLinks Links = new()
    {
        Page = new Uri("https://digest.example/2031-10-07"),
        Unsubscribe = new Uri("https://digest.example/api/unsubscribe/AbCdEf0123456789-_AbCdEf0123456789-_AbCdEf0123456789-_AbCdEf0123456789"),
    };

    private static readonly MailHeader[] Headers =
    [
        new("List-Unsubscribe", $"<{Links.Unsubscribe}>, <mailto:stop@example.org?subject=unsubscribe>"),
        new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        new("List-Id", "Trade Digest <digest.example.org>"),
    ];

    private static Digest Digest { get; } = new DigestComposer().Compose(ThreeDays.Request(7, ThreeDays.Articles(7), StoryArchive.Empty)).Digest;

    [Fact]
    public async Task A_digest_arrives_with_both_parts_as_they_were_written()
    {
        var mail = await WriteAsync("ana@example.org");

        var (arrived, _) = await ArriveAsync(mail);

        Assert.Equal(Lines(mail.Text), Lines((string)arrived["text"]!));
        Assert.Equal(Elements(mail.Html), Elements((string)arrived["html"]!));
    }

    [Fact]
    public async Task The_body_is_that_of_the_message_file()
    {
        var mail = await WriteAsync("file@example.org");

        var (_, source) = await ArriveAsync(mail);

        Assert.Equal(Encoding.ASCII.GetString(MimeMessage.Write(mail)).Split("\r\n\r\n", 2)[1].TrimEnd(), source.Split("\r\n\r\n", 2)[1].TrimEnd());
    }

    [Fact]
    public async Task The_links_of_the_digest_arrive_whole()
    {
        var mail = await WriteAsync("links@example.org");

        var (arrived, _) = await ArriveAsync(mail);

        string[] sources = [.. Digest.Sources.Select(s => s.Url).OfType<string>()];
        Assert.NotEmpty(sources);
        Assert.All([.. sources, Links.Page!.AbsoluteUri, Links.Unsubscribe!.AbsoluteUri], link =>
        {
            Assert.Contains($"href=\"{link}\"", (string)arrived["html"]!, StringComparison.Ordinal);
            Assert.Contains(link, (string)arrived["text"]!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Each_header_arrives_once_and_as_it_was_written()
    {
        var mail = await WriteAsync("cy@example.org", "Cy “the desk” Åkesson") with { Subject = "Zürich’s duty on tea — 20 % → 10 % from the first of March, says the ministry of trade 🫖 of Switzerland" };

        var (arrived, source) = await ArriveAsync(mail);

        var headers = arrived["headers"]!;
        Assert.Equal(mail.Subject, (string?)arrived["subject"]);
        Assert.Equal((From.Address, From.DisplayName), Person(arrived["from"]!));
        Assert.Equal((mail.To!.Address, mail.To.DisplayName), Person(arrived["to"]!));
        Assert.Equal(mail.MessageId, (string?)headers["message-id"]);
        Assert.All(mail.Headers, h => Assert.Equal(h.Value, (string?)headers[h.Name.ToLowerInvariant()]));
        Assert.StartsWith("multipart/alternative", (string?)headers["content-type"], StringComparison.Ordinal);
        string[] names = [.. source[..source.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n").Where(l => !char.IsWhiteSpace(l[0])).Select(l => l.Split(':')[0].ToUpperInvariant())];
        Assert.Distinct(names);
        Assert.DoesNotContain("BCC", names);
    }

    [Fact]
    public async Task The_plain_text_stands_before_the_html_and_all_lines_are_short_and_ascii()
    {
        var (_, source) = await ArriveAsync(await WriteAsync("di@example.org"));

        Assert.InRange(source.IndexOf("text/plain", StringComparison.Ordinal), 0, source.IndexOf("text/html", StringComparison.Ordinal));
        Assert.All(source.Split("\r\n\r\n", 2)[1].Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.All(source, c => Assert.True(char.IsAscii(c)));
        Assert.DoesNotContain("=0D", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_with_a_dot_a_long_word_or_letters_of_other_scripts_arrive_whole()
    {
        const string text = ".\n..dots\n.hidden\n\nFrom here\n trailing \nČína, 中国, Ελλάδα, 🫖\n=3D\n";
        var mail = Mails.Simple with { To = new MailAddress("eve@example.org"), Text = text + new string('x', 2000), Html = $"<pre>{text}{new string('y', 2000)}</pre>" };

        var (arrived, _) = await ArriveAsync(mail);

        Assert.Equal(mail.Text, Lines((string)arrived["text"]!));
        Assert.Equal(mail.Html, Lines((string)arrived["html"]!));
    }

    [Fact]
    public async Task A_wrong_password_sends_nothing()
    {
        var mailer = Mailer(o => o.Smtp.Password = "wrong");

        var outcome = await mailer.SendAsync(await WriteAsync("flo@example.org"), CancellationToken.None);

        Assert.Equal((MailFate.Deferred, true), (outcome.Fate, outcome.ForAll));
        Assert.Empty(await server.MailsAsync("flo@example.org"));
    }

    private static (string? Address, string? Name) Person(JsonNode people) => ((string?)people[0]!["address"], (string?)people[0]!["name"]);

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    /// <summary>The page as a browser reads it: MailDev's API writes it anew.</summary>
    private static string Elements(string html) => new HtmlParser().ParseDocument(Lines(html)).DocumentElement.OuterHtml.TrimEnd();

    private static Task<OutgoingMail> WriteAsync(string to, string? name = null) =>
        DigestMail.WriteAsync("2031-10-07", "0123", Digest, From, new MailAddress(to, name), Links, Headers);

    private async Task<(JsonNode Mail, string Source)> ArriveAsync(OutgoingMail mail)
    {
        Assert.Equal(MailOutcome.Delivered, await Mailer().SendAsync(mail, CancellationToken.None));
        JsonNode? arrived = null;
        await Eventually.TrueAsync(async () => (arrived = (await server.MailsAsync(mail.To!.Address)).SingleOrDefault()) is not null, () => "The mail is not in MailDev.");
        return (arrived!, await server.SourceAsync(arrived!));
    }

    private SmtpMailer Mailer(Action<MailerOptions>? change = null)
    {
        var options = new MailerOptions();
        (options.Smtp.Host, options.Smtp.Port, options.Smtp.StartTls, options.Smtp.User, options.Smtp.Password) = ("127.0.0.1", server.SmtpPort, false, MailDev.User, MailDev.Password);
        change?.Invoke(options);
        return new SmtpMailer(options, TimeProvider.System);
    }
}
