using System.Net.Mail;
using TradeDigest.Delivery;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Tests.Delivery;

namespace TradeDigest.EndToEndTests.Delivery;

/// <summary>What comes of a mail when a mail server refuses, falls silent or goes at any step of the exchange.</summary>
public sealed class SmtpMailerTests
{
    private static OutgoingMail Mail => Mails.Simple;

    [Fact]
    public async Task A_mail_that_the_server_confirms_is_delivered()
    {
        await using var server = new SmtpDouble();

        var outcome = await SendAsync(server);

        Assert.Equal(MailOutcome.Delivered, outcome);
        var taken = Assert.Single(server.Taken);
        Assert.Equal("MAIL FROM:<digest@example.org>", taken.From);
        Assert.Equal("RCPT TO:<bo@example.org>", taken.To);
    }

    [Theory]
    [InlineData("CONNECT", MailFate.Deferred)]
    [InlineData("EHLO", MailFate.Deferred)]
    [InlineData("AUTH", MailFate.Deferred)]
    [InlineData("MAIL", MailFate.Deferred)]
    [InlineData("RCPT", MailFate.Deferred)]
    [InlineData("DATA", MailFate.Deferred)]
    [InlineData("END", MailFate.Unknown)]
    [InlineData("QUIT", MailFate.Delivered)]
    public async Task A_connection_that_ends_leaves_open_only_what_cannot_be_known(string step, MailFate fate)
    {
        await using var server = new SmtpDouble((at, _) => at == step ? SmtpDouble.Drop : null, login: ("desk", "secret"));

        var outcome = await SendAsync(server, o => (o.Smtp.User, o.Smtp.Password) = ("desk", "secret"));

        Assert.Equal(fate, outcome.Fate);
        Assert.Equal(fate is not MailFate.Deferred, !server.Taken.IsEmpty);
    }

    [Theory]
    [InlineData("CONNECT", MailFate.Deferred)]
    [InlineData("RCPT", MailFate.Deferred)]
    [InlineData("END", MailFate.Unknown)]
    public async Task A_server_that_falls_silent_is_left_when_the_time_is_up(string step, MailFate fate)
    {
        await using var server = new SmtpDouble((at, _) => at == step ? SmtpDouble.Silence : null);

        var outcome = await SendAsync(server, o => o.TimeoutSeconds = 1);

        Assert.Equal(fate, outcome.Fate);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 <bo@example.org> no such user", MailFate.Refused, false)]
    [InlineData("RCPT", "551 not here", MailFate.Refused, false)]
    [InlineData("RCPT", "553 5.1.3 bad address", MailFate.Refused, false)]
    [InlineData("RCPT", "452 4.2.2 mailbox full", MailFate.Deferred, false)]
    [InlineData("RCPT", "450 4.2.0 greylisted", MailFate.Deferred, false)]
    [InlineData("RCPT", "550 5.7.1 blocked by a rule", MailFate.Deferred, false)]
    [InlineData("RCPT", "550 5.7.1 unable to relay for bo@example.org", MailFate.Deferred, true)]
    [InlineData("RCPT", "554 Relay access denied", MailFate.Deferred, true)]
    [InlineData("RCPT", "421 4.3.2 closing", MailFate.Deferred, true)]
    [InlineData("END", "554 5.6.0 content refused", MailFate.Refused, false)]
    [InlineData("END", "552 too large", MailFate.Refused, false)]
    [InlineData("END", "554 5.7.60 not permitted to send as this sender", MailFate.Deferred, true)]
    [InlineData("END", "451 4.3.0 local error", MailFate.Deferred, false)]
    [InlineData("MAIL", "550 5.1.8 sender unknown", MailFate.Deferred, true)]
    [InlineData("MAIL", "530 5.7.0 sign in first", MailFate.Deferred, true)]
    [InlineData("MAIL", "451 4.3.0 try later", MailFate.Deferred, true)]
    [InlineData("DATA", "554 no", MailFate.Deferred, true)]
    [InlineData("CONNECT", "554 go away", MailFate.Deferred, true)]
    [InlineData("CONNECT", "421 too busy", MailFate.Deferred, true)]
    [InlineData("EHLO", "550 who are you", MailFate.Deferred, true)]
    public async Task A_refusal_is_a_recipients_alone_only_where_it_is_about_the_recipient(string step, string answer, MailFate fate, bool forAll)
    {
        await using var server = new SmtpDouble((at, _) => at == step ? answer : null);

        var outcome = await SendAsync(server);

        Assert.Equal((fate, forAll), (outcome.Fate, outcome.ForAll));
        Assert.Contains(answer[..3], outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("bo@example.org", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task A_wrong_password_is_a_fault_of_the_settings()
    {
        await using var server = new SmtpDouble(login: ("desk", "secret"));

        var outcome = await SendAsync(server, o => (o.Smtp.User, o.Smtp.Password) = ("desk", "wrong"));

        Assert.Equal((MailFate.Deferred, true), (outcome.Fate, outcome.ForAll));
        Assert.Contains("Mail:Smtp:Password", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_to_a_server_without_starttls()
    {
        await using var server = new SmtpDouble(login: ("desk", "secret"));

        var outcome = await SendAsync(server, o => (o.Smtp.StartTls, o.Smtp.User, o.Smtp.Password) = (true, "desk", "secret"));

        Assert.Equal((MailFate.Deferred, true), (outcome.Fate, outcome.ForAll));
        Assert.Contains("STARTTLS", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTH", server.Commands);
        Assert.DoesNotContain("MAIL", server.Commands);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_a_fault_of_the_settings()
    {
        using var certificate = TestCertificate.Create();
        await using var server = new SmtpDouble(certificate: certificate, login: ("desk", "secret"));

        var outcome = await SendAsync(server, o => (o.Smtp.Host, o.Smtp.StartTls, o.Smtp.User, o.Smtp.Password) = ("localhost", true, "desk", "secret"));

        Assert.Equal((MailFate.Deferred, true), (outcome.Fate, outcome.ForAll));
        Assert.Contains("certificate", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTH", server.Commands);
    }

    [Fact]
    public async Task A_server_that_is_not_there_defers()
    {
        int port;
        await using (var gone = new SmtpDouble())
        {
            port = gone.Port;
        }

        var outcome = await Mailer(port).SendAsync(Mail, CancellationToken.None);

        Assert.Equal((MailFate.Deferred, true), (outcome.Fate, outcome.ForAll));
    }

    [Fact]
    public async Task Letters_beyond_ascii_before_the_at_sign_are_refused_clearly()
    {
        await using var server = new SmtpDouble();

        var outcome = await Mailer(server.Port).SendAsync(Mail with { To = new MailAddress("bö@example.org") }, CancellationToken.None);

        Assert.Equal(MailFate.Refused, outcome.Fate);
        Assert.Contains("beyond ASCII", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_in_other_letters_is_sent_as_servers_know_it()
    {
        await using var server = new SmtpDouble();

        await Mailer(server.Port).SendAsync(Mail with { To = new MailAddress("bo@zoll-zürich.example") }, CancellationToken.None);

        Assert.Equal("RCPT TO:<bo@xn--zoll-zrich-feb.example>", Assert.Single(server.Taken).To);
    }

    [Fact]
    public async Task Who_cancels_gets_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new SmtpDouble((at, _) =>
        {
            if (at == "RCPT")
            {
                stop.Cancel();
                return SmtpDouble.Silence;
            }

            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mailer(server.Port).SendAsync(Mail, stop.Token));
    }

    [Fact]
    public async Task Many_mails_can_be_under_way_at_once()
    {
        await using var server = new SmtpDouble();
        var mailer = Mailer(server.Port);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => mailer.SendAsync(Mail with { Key = $"{n:0000}" }, CancellationToken.None)));

        Assert.All(outcomes, o => Assert.Equal(MailOutcome.Delivered, o));
        Assert.Equal(8, server.Taken.Select(t => t.Message).Distinct(StringComparer.Ordinal).Count());
    }

    private static Task<MailOutcome> SendAsync(SmtpDouble server, Action<MailerOptions>? change = null) =>
        Mailer(server.Port, change).SendAsync(Mail, CancellationToken.None);

    private static SmtpMailer Mailer(int port, Action<MailerOptions>? change = null)
    {
        var options = new MailerOptions { TimeoutSeconds = 30 };
        (options.Smtp.Host, options.Smtp.Port, options.Smtp.StartTls) = ("127.0.0.1", port, false);
        change?.Invoke(options);
        return new SmtpMailer(options, TimeProvider.System);
    }
}
