using System.Net.Mail;
using System.Text;
using TradeDigest.Delivery;

namespace TradeDigest.Tests.Delivery;

public sealed class SubscriptionLinksTests
{
    private const string Token = "abc";

    [Fact]
    public void With_a_site_and_a_mailbox_there_are_both_ways_https_first_and_one_click()
    {
        var headers = Links("https://news.example.org/", "leave+list@example.org").Headers(Token);

        Assert.Equal(
            [
                "List-Id: TradeDigest <tradedigest.example.org>",
                "List-Unsubscribe: <https://news.example.org/api/unsubscribe/abc>, <mailto:leave%2Blist@example.org?subject=unsubscribe>",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            ],
            headers.Select(h => h.Name + ": " + h.Value));
    }

    [Fact]
    public void Without_a_site_there_is_the_mailbox_and_no_one_click()
    {
        var links = Links(null, "leave@example.org");

        Assert.Equal("mailto:leave@example.org?subject=unsubscribe", links.Page(Token)!.AbsoluteUri);
        Assert.DoesNotContain(links.Headers(Token), h => h.Name == "List-Unsubscribe-Post");
    }

    [Fact]
    public void Without_either_no_way_is_promised()
    {
        var links = Links(null, null);

        Assert.Null(links.Page(Token));
        Assert.Equal(["List-Id"], links.Headers(Token).Select(h => h.Name));
    }

    [Fact]
    public void A_site_on_this_machine_is_linked_without_one_click()
    {
        var links = Links("http://localhost:7071", null);

        Assert.Equal("http://localhost:7071/api/unsubscribe/abc", links.Page(Token)!.AbsoluteUri);
        Assert.DoesNotContain(links.Headers(Token), h => h.Name == "List-Unsubscribe-Post");
    }

    [Theory]
    [InlineData("http://news.example.org")]
    [InlineData("news.example.org")]
    [InlineData("https://user:secret@example.org")]
    [InlineData("https://example.org/?a=b")]
    [InlineData("https://example.org/api")]
    [InlineData("https://example.org/desk/API/")]
    [InlineData("javascript:alert(1)")]
    public void What_mail_cannot_link_is_refused_at_start(string address)
    {
        Assert.Contains("https://news.example.org", SiteOptions.IsBase(address)!.ErrorMessage, StringComparison.Ordinal);
    }

    private static SubscriptionLinks Links(string? site, string? mailbox) => new(
        new MailAddress("TradeDigest <digest@example.org>"),
        mailbox is null ? null : new MailAddress(mailbox),
        new SiteOptions { BaseUrl = site },
        new UnsubscribeTokens(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef")));
}
