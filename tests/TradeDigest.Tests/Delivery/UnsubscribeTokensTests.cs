using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Delivery;

namespace TradeDigest.Tests.Delivery;

public sealed class UnsubscribeTokensTests
{
    private static readonly UnsubscribeTokens Tokens = new(Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef"));

    [Fact]
    public void A_token_is_its_recipients_and_nobody_elses() => Prop.ForAll<NonEmptyString, NonEmptyString>((a, b) =>
    {
        string token = Tokens.Of(a.Get);
        return token.Length == UnsubscribeTokens.Length && Tokens.IsOf(token, a.Get) && (Tokens.IsOf(token, b.Get) == (a.Get == b.Get))
            && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_token_of_which_one_character_is_changed_is_nobodys() => Prop.ForAll<NonEmptyString, PositiveInt>((key, at) =>
    {
        string token = Tokens.Of(key.Get);
        int i = at.Get % (token.Length - 1);
        return !Tokens.IsOf(token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..], key.Get);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("ключ")]
    public void What_is_no_token_is_nobodys(string token) => Assert.False(Tokens.IsOf(token, "key"));

    [Fact]
    public void Who_guesses_the_address_cannot_tell_from_the_token_that_it_is_right()
    {
        string key = Recipient.KeyOf(new MailAddress("ana@example.org"));
        string token = Tokens.Of(key);

        Assert.DoesNotContain(key, token, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(token, new UnsubscribeTokens(RandomNumberGenerator.GetBytes(32)).Of(key));
    }
}
