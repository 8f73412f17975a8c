using System.Net.Mail;
using System.Text;
using AngleSharp.Html.Parser;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Facts;

namespace TradeDigest.Tests.Digests;

/// <summary>Titles, addresses and slots of strangers cannot run, redirect, reorder or inject anything in any rendering.</summary>
public sealed class HostileDigestTests
{
    private static readonly string Endless = new('x', 10_000);

    public static TheoryData<string, string> Titles => new()
    {
        { "script", "<script>alert(1)</script> Tariffs & \"quotas\"" },
        { "attribute", "\" onmouseover=\"alert(1)\" x=\"" },
        { "right to left", "Tariffs \u202Eesir\u202C and \u2066fall\u2069" },
        { "line breaks", "Tariffs rise\r\nBcc: all@example.org\r\n\r\n<html>" },
        { "endless word", Endless },
        { "nul and bell", "Tariffs\0 rise\a" },
        { "half a character", "Tariffs \uD83D rise" },
        { "encoded word", "=?utf-8?B?QmNjOg==?= Tariffs" },
        { "razor", "@Digest.Subject @{ throw; }" },
        { "boundary", "--=_0123456789abcdef" },
        { "a style", "</style><style>*{display:none}</style>" },
    };

    private static Digest Digest(string title, string? url = null)
    {
        const string Text = "Zambia raised its tariff on soap from 5% to 25% on 3 May 2030, the treasury said. Importers of soap in Lusaka complained.";
        var article = new SampleArticle("h1", "2030-05-04", title, Text) { Publisher = title, Url = url, Wire = title }
            .Says("Zambia raised its tariff on soap from 5% to 25% on 3 May 2030", e => new TariffFact
            {
                Imposer = "ZM", Goods = "soap" + (title.Contains('\u202E', StringComparison.Ordinal) ? "\u202E" : ""), FromPercent = 5, ToPercent = 25, Date = new(2030, 5, 3), Evidence = e,
            }).Build();
        return new DigestComposer().Compose(new DigestRequest
        {
            Date = new DateOnly(2030, 5, 5),
            From = new DateTimeOffset(2030, 5, 4, 7, 0, 0, TimeSpan.Zero),
            To = new DateTimeOffset(2030, 5, 5, 7, 0, 0, TimeSpan.Zero),
            Zone = TimeZoneInfo.Utc,
            Articles = [article],
            Unreadable = [new UnreadableFile(title, "no-text")],
        }).Digest;
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_hostile_title_is_text_and_nothing_else(string kind, string title)
    {
        var digest = Digest(title);

        string mail = await DigestRenderer.MailHtmlAsync(digest), page = await DigestRenderer.PageHtmlAsync(digest), text = DigestRenderer.Text(digest);

        foreach (string html in new[] { mail, page })
        {
            var document = new HtmlParser().ParseDocument(html);
            Assert.Empty(document.QuerySelectorAll("script, [onmouseover], img, iframe"));
            Assert.Single(document.QuerySelectorAll("style"));
        }

        foreach (string rendering in new[] { mail, page, text })
        {
            Assert.False("\u202E\u202C\u2066\u2069\0\a\r".Any(c => rendering.Contains(c, StringComparison.Ordinal)), kind);
            Assert.DoesNotContain(Endless[..500], rendering, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_hostile_subject_cannot_leave_its_header(string kind, string title)
    {
        var digest = Digest(title) with { Subject = title };

        string message = Encoding.ASCII.GetString(MimeMessage.Write(new OutgoingMail
        {
            DigestId = "2030-05-05", Key = "digest", From = new MailAddress("digest@example.org"), Subject = digest.Subject, Text = "text", Html = "<p>html</p>", Date = digest.To,
        }));

        var headers = ParsedMail.Read(Encoding.ASCII.GetBytes(message)).Headers;
        Assert.False(headers.ContainsKey("Bcc"), kind);
        Assert.Equal(PlainText.Line(title, 400), headers["Subject"]);
        Assert.All(message.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,<script>x()</script>")]
    [InlineData("//evil.example/x")]
    [InlineData("https://user:word@evil.example/")]
    [InlineData("file:///etc/hosts")]
    public async Task An_address_that_is_not_of_the_web_is_not_linked(string url)
    {
        var digest = Digest("Soap tariff", url);

        Assert.Null(digest.Sources.Single().Url);
        Assert.Empty(new HtmlParser().ParseDocument(await DigestRenderer.PageHtmlAsync(digest)).QuerySelectorAll("a"));
    }

    [Theory]
    [InlineData("https://news.example/a\"onclick=\"x()")]
    [InlineData("https://news.example/<script>")]
    [InlineData("https://news.example/a\r\nBcc: x@y.example")]
    [InlineData("https://news.example/\u202Egpj.exe")]
    [InlineData("https://bücher.example/zoll?a=1&b=2#part")]
    public async Task A_linked_address_is_escaped(string url)
    {
        var digest = Digest("Soap tariff", url);

        string html = await DigestRenderer.MailHtmlAsync(digest);

        Assert.Empty(new HtmlParser().ParseDocument(html).QuerySelectorAll("script, [onclick]"));
        Assert.DoesNotContain("\u202E", html + DigestRenderer.Text(digest), StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc", DigestRenderer.Text(digest), StringComparison.Ordinal);
    }
}
