using System.Net.Mail;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using TradeDigest.Delivery;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Tests.Delivery;

namespace TradeDigest.EndToEndTests.Delivery;

/// <summary>What comes of a mail when Azure Communication Services refuses, falls silent or goes at any step of the exchange.</summary>
public sealed class CommunicationServicesMailerTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private static OutgoingMail Mail => Mails.Simple with { Headers = [new("Auto-Submitted", "auto-generated"), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")] };

    [Fact]
    public async Task A_mail_is_followed_to_its_end()
    {
        await using var service = await EmailServiceDouble.StartAsync();
        var time = new QuickTime(TimeLimit);

        var outcome = await Mailer(service, time: time).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(MailOutcome.Delivered, outcome);
        Assert.Equal(["GET", "POST", "GET", "GET", "GET"], service.Requests);
        Assert.All(time.Waits, w => Assert.Equal(TimeSpan.FromSeconds(5), w));
        Assert.Empty(service.Breaches);
    }

    [Fact]
    public async Task The_service_gets_what_the_other_mailers_send()
    {
        await using var service = await EmailServiceDouble.StartAsync();

        await Mailer(service).SendAsync(Mail with { To = new MailAddress("bo@zoll-zürich.example", "Bo Åkesson") }, CancellationToken.None);

        var sent = Assert.Single(service.Sent);
        Assert.Equal("digest@example.org", (string?)sent["senderAddress"]);
        Assert.Equal("bo@xn--zoll-zrich-feb.example", (string?)sent["recipients"]!["to"]![0]!["address"]);
        Assert.Equal("Bo Åkesson", (string?)sent["recipients"]!["to"]![0]!["displayName"]);
        Assert.Equal((Mail.Subject, Mail.Text, Mail.Html), ((string?)sent["content"]!["subject"], (string?)sent["content"]!["plainText"], (string?)sent["content"]!["html"]));
        Assert.Equal(Mail.MessageId, (string?)sent["headers"]!["Message-ID"]);
        Assert.Equal("auto-generated", (string?)sent["headers"]!["Auto-Submitted"]);
        Assert.Equal("List-Unsubscribe=One-Click", (string?)sent["headers"]!["List-Unsubscribe-Post"]);
    }

    [Fact]
    public async Task A_token_of_entra_id_is_sent_over_https()
    {
        await using var service = await EmailServiceDouble.StartAsync(https: true);
#pragma warning disable MA0039 // The double makes its own certificate, which nobody trusts.
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
#pragma warning restore MA0039
        using var http = new HttpClient(handler);

        var outcome = await Mailer(service, transport: new HttpClientTransport(http), credential: new FixedCredential()).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(MailOutcome.Delivered, outcome);
        Assert.Empty(service.Breaches);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_settings_are_blamed()
    {
        await using var service = await EmailServiceDouble.StartAsync(https: true);

        var outcome = await Mailer(service, credential: new FixedCredential { Fails = true }).SendAsync(Mail, CancellationToken.None);

        Assert.True(outcome.ForAll);
        Assert.Contains("Mail:Acs:Key or the role", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData(400, "InvalidRecipient", MailFate.Refused, false)]
    [InlineData(413, "RequestTooLarge", MailFate.Refused, false)]
    [InlineData(400, "InvalidSenderUserName", MailFate.Deferred, true)]
    [InlineData(404, "DomainNotLinked", MailFate.Deferred, true)]
    [InlineData(401, "Denied", MailFate.Deferred, true)]
    [InlineData(403, "Forbidden", MailFate.Deferred, true)]
    [InlineData(429, "TooManyRequests", MailFate.Deferred, true)]
    [InlineData(503, "ServiceUnavailable", MailFate.Deferred, true)]
    [InlineData(500, "InternalServerError", MailFate.Unknown, true)]
    public async Task A_refusal_is_a_recipients_alone_only_where_it_is_about_the_recipient(int status, string code, MailFate fate, bool forAll)
    {
        await using var service = await EmailServiceDouble.StartAsync();
        service.Answer = (method, _) => method == "POST" ? new EmailAnswer { Status = status, Code = code } : null;

        var outcome = await Mailer(service).SendAsync(Mail, CancellationToken.None);

        Assert.Equal((fate, forAll), (outcome.Fate, outcome.ForAll));
        Assert.Contains($"{status} ({code})", outcome.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("bo@example.org", outcome.Reason, StringComparison.Ordinal);
        Assert.Empty(service.Sent);
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("Tue, 07 Oct 2031 05:01:00 GMT", 60)]
    public async Task The_pause_that_the_service_asks_for_is_passed_on(string retryAfter, int seconds)
    {
        await using var service = await EmailServiceDouble.StartAsync();
        service.Answer = (method, _) => method == "POST" ? new EmailAnswer { Status = 429, Code = "TooManyRequests", RetryAfter = retryAfter } : null;

        var outcome = await Mailer(service).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(seconds), outcome.RetryAfter);
    }

    [Fact]
    public async Task An_operation_that_takes_long_is_accepted_and_asked_for_later()
    {
        await using var service = await EmailServiceDouble.StartAsync();
        service.States = [.. Enumerable.Repeat("Running", 12), "Succeeded"];
        var mailer = Mailer(service);

        var sent = await mailer.SendAsync(Mail, CancellationToken.None);
        var asked = new List<MailOutcome>();
        while (asked.LastOrDefault() is null or { Fate: MailFate.Accepted })
        {
            asked.Add(await mailer.AskAsync(Mail, CancellationToken.None));
        }

        Assert.Equal(MailFate.Accepted, sent.Fate);
        Assert.Equal(TimeSpan.FromSeconds(5), sent.RetryAfter);
        Assert.Equal(MailOutcome.Delivered, asked[^1]);
        Assert.Single(service.Sent);
    }

    [Theory]
    [InlineData("Failed/EmailDroppedAllRecipientsSuppressed", MailFate.Refused)]
    [InlineData("Failed/InvalidRecipients", MailFate.Refused)]
    [InlineData("Failed/EmailDropped", MailFate.Deferred)]
    [InlineData("Canceled", MailFate.Deferred)]
    public async Task An_operation_that_fails_is_refused_where_the_recipient_is_the_cause(string end, MailFate fate)
    {
        await using var service = await EmailServiceDouble.StartAsync();
        service.States = ["Running", end];

        var outcome = await Mailer(service).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(fate, outcome.Fate);
        Assert.DoesNotContain("bo@example.org", outcome.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_the_service_gave_up_is_sent_in_a_further_round(bool remembers)
    {
        await using var service = await EmailServiceDouble.StartAsync(remembers);
        service.States = ["Failed/EmailDropped"];
        await Mailer(service).SendAsync(Mail, CancellationToken.None);
        service.States = ["Succeeded"];

        var asked = await Mailer(service).AskAsync(Mail, CancellationToken.None);
        var outcome = await Mailer(service).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(MailFate.Deferred, asked.Fate);
        Assert.Equal(MailOutcome.Delivered, outcome);
        Assert.Equal(2, service.Sent.Count);
    }

    [Fact]
    public async Task The_service_gives_a_mail_up_so_often_and_no_more()
    {
        await using var service = await EmailServiceDouble.StartAsync();
        service.States = ["Failed/EmailDropped"];
        var mailer = Mailer(service);
        for (int i = 0; i < CommunicationServicesMailer.Rounds; i++)
        {
            await mailer.SendAsync(Mail, CancellationToken.None);
        }

        var outcome = await mailer.SendAsync(Mail, CancellationToken.None);

        Assert.Equal(MailFate.Refused, outcome.Fate);
        Assert.Equal(CommunicationServicesMailer.Rounds, service.Sent.Count);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Whoever_dies_at_a_step_the_mail_arrives_once(string method, int number, bool afterwards, bool remembers)
    {
        await using var service = await EmailServiceDouble.StartAsync(remembers);
        using var death = new CancellationTokenSource();
        service.Answer = (m, n) => (m, n) == (method, number) ? Dying(death, afterwards) : null;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mailer(service).SendAsync(Mail, death.Token));

        var outcome = await TakeUpAsync(Mailer(service));

        Assert.Equal(MailOutcome.Delivered, outcome);
        Assert.Single(service.Sent);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Wherever_the_service_goes_the_mail_arrives_once_when_it_is_back(string method, int number, bool afterwards, bool remembers)
    {
        await using var service = await EmailServiceDouble.StartAsync(remembers);
        bool isGone = false;
        service.Answer = (m, n) =>
        {
            bool isHere = (m, n) == (method, number);
            var answer = isGone ? new EmailAnswer { DropsBefore = true } : isHere ? new EmailAnswer { DropsAfter = afterwards, DropsBefore = !afterwards } : null;
            isGone |= isHere;
            return answer;
        };

        var interrupted = await Mailer(service).SendAsync(Mail, CancellationToken.None);
        service.Answer = (_, _) => null;
        var outcome = await TakeUpAsync(Mailer(service));

        // Once the service has said 202, it is at it; before that, nobody can say.
        Assert.Equal((method, number) is ("GET", > 0) ? MailFate.Accepted : MailFate.Unknown, interrupted.Fate);
        Assert.Equal(MailOutcome.Delivered, outcome);
        Assert.Single(service.Sent);
    }

    public static TheoryData<string, int, bool, bool> Steps()
    {
        var steps = new TheoryData<string, int, bool, bool>();
        foreach (bool remembers in (bool[])[true, false])
        {
            steps.Add("GET", 0, false, remembers);
            steps.Add("POST", 0, false, remembers);
            steps.Add("POST", 0, true, remembers);
            steps.Add("GET", 1, false, remembers);
            steps.Add("GET", 2, false, remembers);
        }

        return steps;
    }

    [Fact]
    public async Task A_service_that_falls_silent_is_left_when_the_time_is_up()
    {
        await using var service = await EmailServiceDouble.StartAsync();
        service.Answer = (method, _) => method == "POST" ? new EmailAnswer { IsSilent = true } : null;

        var outcome = await Mailer(service, time: TimeProvider.System, timeoutSeconds: 1).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(MailFate.Unknown, outcome.Fate);
        Assert.NotNull(outcome.RetryAfter);
    }

    [Fact]
    public async Task Another_hosts_operation_location_gets_no_request()
    {
        await using var service = await EmailServiceDouble.StartAsync();
        await using var stranger = await EmailServiceDouble.StartAsync();
        service.Answer = (method, _) => method == "POST" ? new EmailAnswer { Location = new Uri(stranger.Endpoint, "/emails/operations/1").AbsoluteUri } : null;

        var outcome = await Mailer(service).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(MailOutcome.Delivered, outcome);
        Assert.Empty(stranger.Requests);
    }

    [Fact]
    public async Task What_is_no_answer_of_the_service_leaves_the_mail_open()
    {
        await using var service = await EmailServiceDouble.StartAsync();
        service.Answer = (method, number) => (method, number) == ("GET", 0) ? new EmailAnswer { Status = 200, Code = "a proxy's page" } : null;

        Assert.Equal(MailFate.Unknown, (await Mailer(service).SendAsync(Mail, CancellationToken.None)).Fate);
        Assert.Empty(service.Sent);
    }

    /// <summary>What a delivery does that finds a claim: it asks, and sends what was not taken.</summary>
    private static async Task<MailOutcome> TakeUpAsync(CommunicationServicesMailer mailer)
    {
        var outcome = await mailer.AskAsync(Mail, CancellationToken.None);
        for (int i = 0; i < 20 && outcome.Fate is not MailFate.Delivered; i++)
        {
            outcome = outcome.Fate is MailFate.Deferred ? await mailer.SendAsync(Mail, CancellationToken.None) : await mailer.AskAsync(Mail, CancellationToken.None);
        }

        return outcome;
    }

    private static EmailAnswer Dying(CancellationTokenSource death, bool afterwards)
    {
        if (!afterwards)
        {
            death.Cancel();
            return new EmailAnswer { DropsBefore = true };
        }

        // The sender dies once the service has the mail and before it hears of it.
        return new EmailAnswer { DropsAfter = true, OnTaken = death.Cancel };
    }

    private static CommunicationServicesMailer Mailer(
        EmailServiceDouble service, TimeProvider? time = null, int timeoutSeconds = 60, HttpPipelineTransport? transport = null, TokenCredential? credential = null)
    {
        var options = new MailerOptions { TimeoutSeconds = timeoutSeconds };
        options.Acs.Endpoint = service.Endpoint;
        options.Acs.Key = service.Key is { } key ? Convert.ToBase64String(key) : null;
        return new CommunicationServicesMailer(options, () => credential ?? throw new InvalidOperationException("A key is set."), time ?? new QuickTime(TimeLimit), transport);
    }

    private sealed class FixedCredential : TokenCredential
    {
        public bool Fails { get; init; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException("The mailer asks without blocking.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://communication.azure.com/.default"], requestContext.Scopes);
            return Fails
                ? throw new AuthenticationFailedException("No identity.")
                : ValueTask.FromResult(new AccessToken(EmailServiceDouble.Token, TimeProvider.System.GetUtcNow().AddHours(1)));
        }
    }
}
