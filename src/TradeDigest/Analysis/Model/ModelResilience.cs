using System.ClientModel;
using System.Globalization;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace TradeDigest.Analysis.Model;

/// <summary>How requests to the model meet faults. From the outside in: a limit of requests at once, repetition with growing pauses, a circuit breaker, a timeout for each try.</summary>
public static class ModelResilience
{
    /// <summary>The share of failed tries that opens the circuit.</summary>
    public const double FailureRatio = 0.5;

    /// <summary>How many tries the ratio is taken of at the least.</summary>
    public const int MinimumThroughput = 8;

    /// <summary>The longest pause between two tries, whatever the service asks for.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>The pipeline for <paramref name="options"/>.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock of pauses, timeouts and the circuit.</param>
    /// <param name="random">Numbers from 0 to 1 for the jitter.</param>
    public static ResiliencePipeline<ClientResult> Pipeline(ModelOptions options, TimeProvider time, Func<double> random) =>
        new ResiliencePipelineBuilder<ClientResult> { TimeProvider = time }
            .AddStrategy(_ => new ConcurrencyStrategy<ClientResult>(options.Concurrency), new ConcurrencyStrategyOptions())
            .AddRetry(new RetryStrategyOptions<ClientResult>
            {
                MaxRetryAttempts = Math.Max(1, options.Retries),
                ShouldHandle = arguments => ValueTask.FromResult(options.Retries > 0 && IsPassing(arguments.Outcome.Exception)),
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(options.RetryDelayMilliseconds),
                MaxDelay = LongestPause,
                UseJitter = true,
                Randomizer = random,
                DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Exception, time)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ClientResult>
            {
                FailureRatio = FailureRatio,
                MinimumThroughput = MinimumThroughput,
                SamplingDuration = TimeSpan.FromSeconds(Math.Max(1, options.BreakSeconds)),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome.Exception)),
            })
            .AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds))
            .Build();

    /// <summary>Whether a fault may pass by itself: no connection, a timeout, or status 408, 429 or 5xx.</summary>
    public static bool IsPassing(Exception? fault) => fault switch
    {
        ClientResultException { Status: 0 or 408 or 429 or >= 500 } => true,
        TimeoutRejectedException or HttpRequestException or IOException => true,
        AggregateException { InnerException: { } inner } => IsPassing(inner),
        _ => false,
    };

    /// <summary>The pause that the service asks for by <c>retry-after-ms</c> or <c>Retry-After</c> (RFC 9110, 10.2.3); null where it asks for none.</summary>
    private static TimeSpan? RetryAfter(Exception? fault, TimeProvider time)
    {
        if (fault is not ClientResultException { } e || e.GetRawResponse()?.Headers is not { } headers)
        {
            return null;
        }

        TimeSpan? pause = null;
        if (headers.TryGetValue("retry-after-ms", out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out double milliseconds))
        {
            pause = TimeSpan.FromMilliseconds(milliseconds);
        }
        else if (headers.TryGetValue("Retry-After", out text))
        {
            pause = double.TryParse(text, CultureInfo.InvariantCulture, out double seconds) ? TimeSpan.FromSeconds(seconds)
                : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - time.GetUtcNow()
                : null;
        }

        return pause is not { } asked ? null : asked < TimeSpan.Zero ? TimeSpan.Zero : asked > LongestPause ? LongestPause : asked;
    }
}
