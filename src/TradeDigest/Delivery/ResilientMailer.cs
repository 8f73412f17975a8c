using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace TradeDigest.Delivery;

/// <summary>A mailer that meets passing faults: repetition with growing pauses around a circuit breaker. Refusals are not repeated, and a mail that may have been taken is asked for before it is sent again.</summary>
/// <remarks>The time limit of a single try is each mailer's own, as it alone knows how far a try has come.</remarks>
public sealed partial class ResilientMailer : IMailer
{
    /// <summary>The share of tries with a fault for all that opens the circuit.</summary>
    public const double FailureRatio = 0.5;

    /// <summary>How many tries the ratio is taken of at the least.</summary>
    public const int MinimumThroughput = 5;

    /// <summary>The longest pause that is waited here. Who asks for a longer one gets it from the delivery, which comes back later.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly IMailer _mailer;
    private readonly MailMetrics _metrics;
    private readonly ILogger<ResilientMailer> _logger;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<MailOutcome> _sending;
    private readonly ResiliencePipeline<MailOutcome> _asking;

    /// <summary>Stands before <paramref name="mailer"/>.</summary>
    /// <param name="mailer">The mailer itself.</param>
    /// <param name="options">How often and how long is tried.</param>
    /// <param name="time">The clock of pauses and the circuit.</param>
    /// <param name="random">Numbers from 0 to 1 for the jitter of pauses.</param>
    /// <param name="metrics">Counts what became of mails.</param>
    /// <param name="logger">Told what went wrong.</param>
    public ResilientMailer(IMailer mailer, MailerOptions options, TimeProvider time, Func<double> random, MailMetrics metrics, ILogger<ResilientMailer> logger)
    {
        ArgumentNullException.ThrowIfNull(mailer);
        ArgumentNullException.ThrowIfNull(options);
        (_mailer, _time, _metrics, _logger) = (mailer, time, metrics, logger);
        var circuit = new ResiliencePipelineBuilder<MailOutcome> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<MailOutcome>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = MinimumThroughput,
                SamplingDuration = TimeSpan.FromSeconds(Math.Max(options.BreakSeconds, 2 * options.TimeoutSeconds)),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { ForAll: true }),
                OnOpened = _ =>
                {
                    Opened(mailer.Name, options.BreakSeconds);
                    return default;
                },
                OnClosed = _ =>
                {
                    Closed(mailer.Name);
                    return default;
                },
            })
            .Build();
        _sending = Repeated(circuit, options, time, random);
        _asking = Repeated(circuit, options, time, random, MailFate.Unknown);
    }

    /// <inheritdoc/>
    public string Name => _mailer.Name;

    /// <inheritdoc/>
    public async Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        MailOutcome? before = null;
        return await RunAsync(
            _sending,
            mail,
            async token => before = before is { Fate: MailFate.Unknown } && await _mailer.AskAsync(mail, token) is { Fate: not MailFate.Deferred } known
                ? known
                : await _mailer.SendAsync(mail, token),
            pause => before is { Fate: MailFate.Unknown } ? before : MailOutcome.Deferred(Resting, pause, forAll: true),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<MailOutcome> AskAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return RunAsync(
            _asking, mail, async token => await _mailer.AskAsync(mail, token), pause => MailOutcome.Unknown(Resting, pause) with { ForAll = true }, cancellationToken);
    }

    private const string Resting = "The last mails all met a fault of the server or the settings; it is left alone for a while.";

    private static ResiliencePipeline<MailOutcome> Repeated(
        ResiliencePipeline<MailOutcome> circuit, MailerOptions options, TimeProvider time, Func<double> random, MailFate? alone = null) =>
        new ResiliencePipelineBuilder<MailOutcome> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<MailOutcome>
            {
                MaxRetryAttempts = Math.Max(1, options.Retries),
                ShouldHandle = arguments => ValueTask.FromResult(
                    options.Retries > 0 && arguments.Outcome.Result is { } outcome && (alone is null || outcome.Fate == alone) && IsWorthAnother(outcome)),
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(options.RetryDelayMilliseconds),
                MaxDelay = LongestPause,
                UseJitter = true,
                Randomizer = random,
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.RetryAfter is { } pause && pause > TimeSpan.Zero ? pause : (TimeSpan?)null),
            })
            .AddPipeline(circuit)
            .Build();

    private static bool IsWorthAnother(MailOutcome outcome) => outcome switch
    {
        { RetryAfter: { } pause } when pause > LongestPause => false,
        { Fate: MailFate.Deferred } => true,
        { Fate: MailFate.Unknown, RetryAfter: not null } => true,
        _ => false,
    };

    private async Task<MailOutcome> RunAsync(
        ResiliencePipeline<MailOutcome> pipeline,
        OutgoingMail mail,
        Func<CancellationToken, ValueTask<MailOutcome>> call,
        Func<TimeSpan?, MailOutcome> whileOpen,
        CancellationToken cancellationToken)
    {
        long begun = _time.GetTimestamp();
        MailOutcome outcome;
        try
        {
            outcome = await pipeline.ExecuteAsync(call, cancellationToken);
        }
        catch (BrokenCircuitException e)
        {
            outcome = whileOpen(e.RetryAfter);
        }

        _metrics.Ended(Name, outcome.Fate, _time.GetElapsedTime(begun));
        Tell(mail, outcome);
        return outcome;
    }

    private void Tell(OutgoingMail mail, MailOutcome outcome)
    {
        switch (outcome)
        {
            case { Fate: MailFate.Delivered or MailFate.Accepted }:
                Taken(Name, mail.DigestId, mail.Key, outcome.Fate);
                break;
            case { ForAll: true }:
                NoneLeaves(Name, mail.DigestId, mail.Key, outcome.Reason);
                break;
            case { Fate: MailFate.Refused }:
                Refused(Name, mail.DigestId, mail.Key, outcome.Reason);
                break;
            default:
                NotYet(Name, mail.DigestId, mail.Key, outcome.Fate, outcome.Reason);
                break;
        }
    }

    [LoggerMessage(EventId = 401, Level = LogLevel.Debug, Message = "Mailer {Mailer}: digest {Digest} to recipient {Recipient}: {Fate}.")]
    private partial void Taken(string mailer, string digest, string recipient, MailFate fate);

    [LoggerMessage(EventId = 402, Level = LogLevel.Warning, Message = "Mailer {Mailer}: digest {Digest} to recipient {Recipient} is refused for good. {Reason}")]
    private partial void Refused(string mailer, string digest, string recipient, string? reason);

    [LoggerMessage(EventId = 403, Level = LogLevel.Warning, Message = "Mailer {Mailer}: digest {Digest} to recipient {Recipient}: {Fate}. {Reason}")]
    private partial void NotYet(string mailer, string digest, string recipient, MailFate fate, string? reason);

    [LoggerMessage(EventId = 404, Level = LogLevel.Error, Message = "Mailer {Mailer} cannot send, to anyone: digest {Digest} to recipient {Recipient} waits. {Reason}")]
    private partial void NoneLeaves(string mailer, string digest, string recipient, string? reason);

    [LoggerMessage(EventId = 405, Level = LogLevel.Error, Message = "Mailer {Mailer}: most mails met a fault of the server or the settings. None is tried for {Seconds} s.")]
    private partial void Opened(string mailer, int seconds);

    [LoggerMessage(EventId = 406, Level = LogLevel.Information, Message = "Mailer {Mailer} sends again.")]
    private partial void Closed(string mailer);
}
