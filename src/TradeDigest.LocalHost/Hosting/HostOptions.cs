namespace TradeDigest.LocalHost.Hosting;

/// <summary>What the command line asks of the host.</summary>
internal sealed record HostOptions
{
    /// <summary>The port of 127.0.0.1 that functions usually listen at (Azure Functions Core Tools).</summary>
    public const int DefaultPort = 7071;

    /// <summary>Folders to upload at start.</summary>
    public IReadOnlyList<DroppedFolder> Drops { get; init; } = [];

    /// <summary>Requests to make, one after another, each when all triggers are idle.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Whether to leave when all is done.</summary>
    public bool Exit { get; init; }

    /// <summary>The port asked for; null when none was, 0 for any that is free.</summary>
    public int? Port { get; init; }
}

/// <summary>A folder whose files become blobs.</summary>
/// <param name="Folder">A path.</param>
/// <param name="Container">The container's name.</param>
internal sealed record DroppedFolder(string Folder, string Container);

/// <summary>A request to make.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="Path">With its query, from the first slash.</param>
internal sealed record FollowUp(string Method, string Path);
