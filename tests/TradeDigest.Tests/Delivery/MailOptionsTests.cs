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

    [Fact]
    public void The_key_of_an_address_is_the_same_however_it_is_written_and_does_not_tell_it()
    {
        string key = DigestDelivery.KeyOf("ana@example.org");

        Assert.Equal(key, DigestDelivery.KeyOf("ANA@Example.org"));
        Assert.Equal(key, DigestDelivery.KeyOf("Ana Ruiz <ana@example.org>"));
        Assert.NotEqual(key, DigestDelivery.KeyOf("ben@example.org"));
        Assert.DoesNotContain("ana", key, StringComparison.OrdinalIgnoreCase);
    }
}
