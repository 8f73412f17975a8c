using System.Net.Mail;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Delivery;

namespace TradeDigest.Tests.Delivery;

public sealed class RecipientReaderTests
{
    [Fact]
    public void A_file_says_who_gets_it_when_and_what_comes_first()
    {
        var recipient = Read("""
            {
              // hours are the reader's own
              "address": "ana@example.org", "name": "Ana Ruiz", "timeZone": "Asia/Singapore", "hour": "08:30",
              "every": "week", "weekday": "monday",
              "interests": { "parties": ["CN", "European Union"], "commodities": ["steel"], "kinds": ["Tariff"] },
            }
            """);

        Assert.Equal("\"Ana Ruiz\" <ana@example.org>", recipient.Address.ToString());
        Assert.Equal(("Asia/Singapore", new TimeOnly(8, 30), DayOfWeek.Monday), (recipient.Zone!.Id, recipient.Hour, recipient.Weekday));
        Assert.Equal("China, European Union, steel, tariff", recipient.Interests.ToString());
        Assert.False(recipient.Unsubscribed);
    }

    [Fact]
    public void An_address_is_enough()
    {
        var recipient = Read("""{"address": "ana@example.org"}""");

        Assert.Equal((null, null, null, true), (recipient.Zone, recipient.Hour, recipient.Weekday, recipient.Interests.IsEmpty));
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("null", "null")]
    [InlineData("[]", "JSON")]
    [InlineData("""{"name": "Ana"}""", "address is missing")]
    [InlineData("""{"address": "nobody"}""", "The address is none")]
    [InlineData("""{"address": "a@example.org, b@example.org"}""", "one address")]
    [InlineData("""{"address": "a@example.org\r\nBcc: b@example.org"}""", "one address")]
    [InlineData("""{"address": "añá@example.org"}""", "beyond ASCII")]
    [InlineData("""{"address": "a@example.org", "timeZone": "Mars/Olympus"}""", "IANA")]
    [InlineData("""{"address": "a@example.org", "timeZone": "GMT Standard Time"}""", "IANA")]
    [InlineData("""{"address": "a@example.org", "hour": "25:00"}""", "hours and minutes")]
    [InlineData("""{"address": "a@example.org", "every": "fortnight"}""", "Every is")]
    [InlineData("""{"address": "a@example.org", "every": "week"}""", "needs its weekday")]
    [InlineData("""{"address": "a@example.org", "every": "day", "weekday": "monday"}""", "weekday is set")]
    [InlineData("""{"address": "a@example.org", "hours": "07:00"}""", "member that there is not")]
    [InlineData("""{"address": "a@example.org", "interests": {"kinds": ["rumour"]}}""", "The kinds are")]
    public void What_is_no_recipient_is_refused_with_what_to_do(string json, string says)
    {
        var e = Assert.Throws<FormatException>(() => Read(json));

        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", e.Message.Replace("ana@example.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_domain_in_any_letters_is_written_in_ascii()
    {
        Assert.Equal("ana@xn--bcher-kva.example", Read("""{"address": "ana@bücher.example"}""").Address.Address);
    }

    [Fact]
    public void A_name_ends_no_line_and_names_no_address()
    {
        Assert.Equal("Ana Bcc:", Read("""{"address": "ana@example.org", "name": "Ana\r\nBcc:"}""").Address.DisplayName);
        Assert.Equal("", Read("""{"address": "ana@example.org", "name": "x@example.org"}""").Address.DisplayName);
    }

    [Fact]
    public void The_key_is_the_same_however_the_address_is_written_and_does_not_tell_it()
    {
        string key = Recipient.KeyOf(new MailAddress("ana@example.org"));

        Assert.Equal(key, Recipient.KeyOf(new MailAddress("ANA@Example.org")));
        Assert.Equal(key, Recipient.KeyOf(new MailAddress("Ana Ruiz <ana@example.org>")));
        Assert.Equal(Recipient.KeyOf(new MailAddress("ana@bücher.example")), Recipient.KeyOf(new MailAddress("ana@xn--bcher-kva.example")));
        Assert.NotEqual(key, Recipient.KeyOf(new MailAddress("ben@example.org")));
        Assert.DoesNotContain("ana", key, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Any_bytes_are_a_recipient_or_refused_in_words() => Prop.ForAll<string>(text =>
    {
        try
        {
            return Read(text ?? "").Address.Address.Length > 0;
        }
        catch (FormatException e)
        {
            return e.Message.EndsWith('.');
        }
    }).QuickCheckThrowOnFailure();

    private static Recipient Read(string json) => RecipientReader.Read("recipients/ana.json", Encoding.UTF8.GetBytes(json));
}
