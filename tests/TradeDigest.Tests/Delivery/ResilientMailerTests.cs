using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TradeDigest.Delivery;

namespace TradeDigest.Tests.Delivery;

public sealed class ResilientMailerTests
{
    private static readonly MailOutcome Busy = MailOutcome.Deferred("Busy.");
    private static readonly MailOutcome Down = MailOutcome.Deferred("Down.", forAll: true);

    private readonly QuickTime _time = new();
    private readonly LogLines _log = new();

    [Fact]
    public async Task What_passes_is_tried_again_with_growing_pauses()
    {
        var mailer = new ScriptedMailer(Busy, Busy, Busy, MailOutcome.Delivered);

        var outcome = await Before(mailer).SendAsync(Mails.Simple, CancellationToken.None);

        Assert.Equal(MailOutcome.Delivered, outcome);
        Assert.Equal(3, _time.Waits.Count);
        Assert.Equal(_time.Waits.Order(), _time.Waits);
    }

    [Fact]
    public async Task After_the_last_try_the_mail_is_put_off()
    {
        var mailer = new ScriptedMailer(Busy, Busy, Busy, Busy, MailOutcome.Delivered);

        Assert.Equal(Busy, await Before(mailer).SendAsync(Mails.Simple, CancellationToken.None));
        Assert.Equal(4, mailer.Calls.Count);
    }

    [Fact]
    public async Task The_pause_that_the_server_asks_for_is_kept()
    {
        var mailer = new ScriptedMailer(Busy with { RetryAfter = TimeSpan.FromSeconds(17) }, MailOutcome.Delivered);

        await Before(mailer).SendAsync(Mails.Simple, CancellationToken.None);

        Assert.Equal([TimeSpan.FromSeconds(17)], _time.Waits);
    }

    [Fact]
    public async Task A_long_pause_is_left_to_the_delivery()
    {
        var later = Busy with { RetryAfter = ResilientMailer.LongestPause + TimeSpan.FromSeconds(1) };
        var mailer = new ScriptedMailer(later, MailOutcome.Delivered);

        Assert.Equal(later, await Before(mailer).SendAsync(Mails.Simple, CancellationToken.None));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        var mailer = new ScriptedMailer(MailOutcome.Refused("No such mailbox."), MailOutcome.Delivered);

        Assert.Equal(MailFate.Refused, (await Before(mailer).SendAsync(Mails.Simple, CancellationToken.None)).Fate);
        Assert.Single(mailer.Calls);
    }

    [Fact]
    public async Task A_mail_that_may_have_been_taken_is_not_sent_again_where_nobody_can_tell()
    {
        var mailer = new ScriptedMailer(MailOutcome.Unknown("The connection ended."), MailOutcome.Delivered);

        Assert.Equal(MailFate.Unknown, (await Before(mailer).SendAsync(Mails.Simple, CancellationToken.None)).Fate);
        Assert.Equal(["send"], mailer.Calls);
    }

    [Fact]
    public async Task A_mail_that_may_have_been_taken_is_asked_for_before_it_is_sent_again()
    {
        var unknown = MailOutcome.Unknown("No answer.", TimeSpan.FromSeconds(1));
        var mailer = new ScriptedMailer(unknown, unknown, MailOutcome.Deferred("Not there."), MailOutcome.Delivered);

        Assert.Equal(MailOutcome.Delivered, await Before(mailer).SendAsync(Mails.Simple, CancellationToken.None));
        Assert.Equal(["send", "ask", "ask", "send"], mailer.Calls);
    }

    [Fact]
    public async Task A_mail_that_was_taken_after_all_is_not_sent_again()
    {
        var mailer = new ScriptedMailer(MailOutcome.Unknown("No answer.", TimeSpan.FromSeconds(1)), MailOutcome.Accepted());

        Assert.Equal(MailFate.Accepted, (await Before(mailer).SendAsync(Mails.Simple, CancellationToken.None)).Fate);
        Assert.Equal(["send", "ask"], mailer.Calls);
    }

    [Fact]
    public async Task That_a_mail_is_not_there_is_an_answer_and_asked_once()
    {
        var mailer = new ScriptedMailer(MailOutcome.Deferred("Not there."), MailOutcome.Delivered);

        Assert.Equal(MailFate.Deferred, (await Before(mailer).AskAsync(Mails.Simple, CancellationToken.None)).Fate);
        Assert.Single(mailer.Calls);
    }

    [Fact]
    public async Task A_fault_for_all_opens_the_circuit_and_time_closes_it()
    {
        var mailer = new ScriptedMailer([.. Enumerable.Repeat(Down, ResilientMailer.MinimumThroughput), MailOutcome.Delivered]);
        var resilient = Before(mailer, retries: 0);
        for (int i = 0; i < ResilientMailer.MinimumThroughput; i++)
        {
            await resilient.SendAsync(Mails.Simple, CancellationToken.None);
        }

        var resting = await resilient.SendAsync(Mails.Simple, CancellationToken.None);
        int whileOpen = mailer.Calls.Count;
        _time.Pass(TimeSpan.FromSeconds(61));
        var after = await resilient.SendAsync(Mails.Simple, CancellationToken.None);

        Assert.Equal((MailFate.Deferred, true), (resting.Fate, resting.ForAll));
        Assert.InRange(resting.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Equal(ResilientMailer.MinimumThroughput, whileOpen);
        Assert.Equal(MailOutcome.Delivered, after);
    }

    [Fact]
    public async Task Bad_recipients_do_not_open_the_circuit()
    {
        var mailer = new ScriptedMailer([.. Enumerable.Repeat(MailOutcome.Refused("No such mailbox."), 20), .. Enumerable.Repeat(Busy, 20), MailOutcome.Delivered]);
        var resilient = Before(mailer, retries: 0);
        for (int i = 0; i < 40; i++)
        {
            await resilient.SendAsync(Mails.Simple, CancellationToken.None);
        }

        Assert.Equal(MailOutcome.Delivered, await resilient.SendAsync(Mails.Simple, CancellationToken.None));
    }

    [Fact]
    public async Task A_fault_for_all_is_logged_as_an_error_and_no_line_holds_the_address()
    {
        var mailer = new ScriptedMailer(Down, MailOutcome.Refused("No such mailbox."), MailOutcome.Delivered);
        var resilient = Before(mailer, retries: 0);

        await resilient.SendAsync(Mails.Simple, CancellationToken.None);
        await resilient.SendAsync(Mails.Simple, CancellationToken.None);
        await resilient.SendAsync(Mails.Simple, CancellationToken.None);

        Assert.Equal([(404, LogLevel.Error), (402, LogLevel.Warning), (401, LogLevel.Debug)], _log.Lines.Select(l => (l.Id, l.Level)));
        Assert.All(_log.Lines, l => Assert.DoesNotContain("@", l.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_mail_is_counted_by_what_became_of_it()
    {
        var counted = new List<string?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "tradedigest.mail.outcomes")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            if (instrument.Meter.Scope == meters)
            {
                counted.Add(tags.ToArray().Single(t => t.Key == "fate").Value as string);
            }
        });
        listener.Start();
        var resilient = Before(new ScriptedMailer(MailOutcome.Delivered, MailOutcome.Refused("No.")), metrics: new MailMetrics(meters));

        await resilient.SendAsync(Mails.Simple, CancellationToken.None);
        await resilient.SendAsync(Mails.Simple, CancellationToken.None);

        Assert.Equal(["delivered", "refused"], counted);
    }

    private ResilientMailer Before(IMailer mailer, int retries = 3, MailMetrics? metrics = null)
    {
        metrics ??= new MailMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
        return new ResilientMailer(mailer, new MailerOptions { Retries = retries }, _time, () => 0.5, metrics, _log);
    }

    /// <summary>Answers calls in turn.</summary>
    private sealed class ScriptedMailer(params MailOutcome[] answers) : IMailer
    {
        public string Name => "scripted";

        public List<string> Calls { get; } = [];

        public Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => Next("send");

        public Task<MailOutcome> AskAsync(OutgoingMail mail, CancellationToken cancellationToken) => Next("ask");

        private Task<MailOutcome> Next(string call)
        {
            Calls.Add(call);
            return Task.FromResult(answers[Calls.Count - 1]);
        }
    }

    private sealed class LogLines : ILogger<ResilientMailer>
    {
        public List<(int Id, LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((eventId.Id, logLevel, formatter(state, exception)));
    }
}
