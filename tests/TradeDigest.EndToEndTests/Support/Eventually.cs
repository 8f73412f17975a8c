using System.Diagnostics;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>Waits for what another process brings about.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>Waits until a condition holds; what the network or a missing blob throws counts as not yet.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> explain)
    {
        var watch = Stopwatch.StartNew();
        while (!await HoldsAsync(condition))
        {
            if (watch.Elapsed > Limit)
            {
                Assert.Fail($"Nothing came of it in {Limit.TotalSeconds} s.\n{explain()}");
            }

            await Task.Delay(Pause);
        }
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> condition)
    {
        try
        {
            return await condition();
        }
        catch (Exception e) when (e is HttpRequestException or Azure.RequestFailedException or IOException)
        {
            return false;
        }
    }
}
