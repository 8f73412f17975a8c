using System.Data.Common;

namespace TradeDigest.LocalHost.Azurite;

/// <summary>The ports of 127.0.0.1 at which a connection string expects an emulator.</summary>
/// <param name="BlobPort">The blob service's.</param>
/// <param name="QueuePort">The queue service's.</param>
/// <param name="TablePort">The table service's.</param>
internal sealed record EmulatorAddress(int BlobPort, int QueuePort, int TablePort)
{
    /// <summary>Where emulators usually listen.</summary>
    public static EmulatorAddress Default { get; } = new(10000, 10001, 10002);

    /// <summary>The ports; null when the connection string is of another storage.</summary>
    /// <param name="connection">A connection string.</param>
    public static EmulatorAddress? From(string connection)
    {
        DbConnectionStringBuilder parts;
        try
        {
            parts = new DbConnectionStringBuilder { ConnectionString = connection };
        }
        catch (ArgumentException)
        {
            return null;
        }

        if (Is(parts, "UseDevelopmentStorage", "true") && !parts.ContainsKey("DevelopmentStorageProxyUri"))
        {
            return Default;
        }

        return Is(parts, "AccountName", AzuriteProcess.AccountName) && Port(parts, "BlobEndpoint") is { } blob && Port(parts, "QueueEndpoint") is { } queue
            ? new EmulatorAddress(blob, queue, Port(parts, "TableEndpoint") ?? 0)
            : null;
    }

    private static bool Is(DbConnectionStringBuilder parts, string key, string value) =>
        parts.TryGetValue(key, out var found) && value.Equals(found as string, StringComparison.OrdinalIgnoreCase);

    private static int? Port(DbConnectionStringBuilder parts, string key) =>
        parts.TryGetValue(key, out var text) && Uri.TryCreate(text as string, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp
            ? uri.Port
            : null;
}
