namespace TradeDigest.LocalHost.Hosting;

/// <summary>Waits for what starts functions, and starts them.</summary>
internal interface IListener
{
    /// <summary>Listens until told to stop, and then waits for what it has started.</summary>
    /// <param name="stopping">Ends the listening.</param>
    /// <param name="abort">Asks functions that are running to stop.</param>
    Task RunAsync(CancellationToken stopping, CancellationToken abort);

    /// <summary>Looks now, rather than when the next look is due.</summary>
    void Nudge();
}
