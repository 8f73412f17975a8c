using System.Diagnostics.CodeAnalysis;
using Polly;

namespace TradeDigest.Analysis.Model;

/// <summary>Lets so many calls run at once; others wait their turn.</summary>
/// <remarks>Polly's own limiter lives in a package of its own, which needs more than this does.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore has no wait handle, and lives as long as the pipeline.")]
internal sealed class ConcurrencyStrategy<T>(int limit) : ResilienceStrategy<T>
{
    private readonly SemaphoreSlim _turns = new(limit, limit);

    /// <inheritdoc/>
    protected override async ValueTask<Outcome<T>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<T>>> callback, ResilienceContext context, TState state)
    {
        await _turns.WaitAsync(context.CancellationToken);
        try
        {
            return await callback(context, state);
        }
        finally
        {
            _turns.Release();
        }
    }
}

/// <summary>The (empty) options that Polly asks of a strategy.</summary>
internal sealed class ConcurrencyStrategyOptions : ResilienceStrategyOptions;
