using System.ComponentModel.DataAnnotations;
using TradeDigest.Delivery;

namespace TradeDigest.Tests.Delivery;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("digest@example.org")]
    [InlineData("Trade desk <digest@example.org>")]
    [InlineData("\"Desk, trade\" <d.esk+news@sub.example.org>")]
    public void An_address_may_have_a_name(string address)
    {
        Assert.Equal(ValidationResult.Success, MailOptions.IsAddress(address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody at all")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a@example.org\r\nBcc: everyone@example.org")]
    [InlineData("Trade\r\nBcc: everyone@example.org <a@example.org>")]
    public void What_is_no_single_address_is_refused(string address)
    {
        Assert.NotEqual(ValidationResult.Success, MailOptions.IsAddress(address));
    }
}
