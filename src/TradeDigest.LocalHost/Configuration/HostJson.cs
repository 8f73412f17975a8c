using Microsoft.Extensions.Configuration;

namespace TradeDigest.LocalHost.Configuration;

/// <summary>
/// What <c>host.json</c> says, with the real host's defaults. A setting <c>AzureFunctionsJobHost__extensions__queues__batchSize</c>
/// goes before the file, as it does there.
/// </summary>
internal sealed record HostJson
{
    /// <summary>The first part of every function's route; empty for none.</summary>
    public required string RoutePrefix { get; init; }

    /// <summary>How queues are read.</summary>
    public required QueueReading Queues { get; init; }

    /// <summary>How many blobs are handled at once.</summary>
    public required int BlobParallelism { get; init; }

    /// <summary>How often a blob is tried before it goes to the poison queue.</summary>
    public required int PoisonBlobThreshold { get; init; }

    /// <summary>Takes the settings from configuration that holds the file.</summary>
    /// <param name="file">The file's contents, with what overrides them.</param>
    /// <exception cref="LocalHostException">A value is out of its range.</exception>
    public static HostJson From(IConfiguration file)
    {
        var queues = file.GetSection("extensions:queues");
        var blobs = file.GetSection("extensions:blobs");
        var batch = Number(queues, "batchSize", 16, 1, 32);
        return new HostJson
        {
            RoutePrefix = (file["extensions:http:routePrefix"] ?? "api").Trim('/'),
            Queues = new QueueReading
            {
                BatchSize = batch,
                NewBatchThreshold = Number(queues, "newBatchThreshold", batch / 2 * Environment.ProcessorCount, 0, int.MaxValue),
                MaxDequeueCount = Number(queues, "maxDequeueCount", 5, 1, int.MaxValue),
                RetryDelay = Time(queues, "visibilityTimeout", TimeSpan.Zero),
                MaxPollingInterval = Time(queues, "maxPollingInterval", TimeSpan.FromMinutes(1)),
            },
            BlobParallelism = Number(blobs, "maxDegreeOfParallelism", 8 * Environment.ProcessorCount, 1, int.MaxValue),
            PoisonBlobThreshold = Number(blobs, "poisonBlobThreshold", 5, 1, int.MaxValue),
        };
    }

    private static int Number(IConfigurationSection section, string key, int otherwise, int least, int most)
    {
        if (section[key] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new LocalHostException($"host.json: {section.Path}:{key} is '{text}'; it must be a whole number from {least} to {most}.");
    }

    private static TimeSpan Time(IConfigurationSection section, string key, TimeSpan otherwise)
    {
        if (section[key] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero
            ? time
            : throw new LocalHostException($"host.json: {section.Path}:{key} is '{text}'; it must be a time such as 00:00:30.");
    }
}

/// <summary>How the messages of a queue are read; see the queue section of host.json.</summary>
internal sealed record QueueReading
{
    /// <summary>How many messages are taken at once; 1 to 32.</summary>
    public required int BatchSize { get; init; }

    /// <summary>New messages are taken when no more than this many are being handled.</summary>
    public required int NewBatchThreshold { get; init; }

    /// <summary>How often a message is tried before it goes to the poison queue.</summary>
    public required int MaxDequeueCount { get; init; }

    /// <summary>How long a message that failed stays out of sight.</summary>
    public required TimeSpan RetryDelay { get; init; }

    /// <summary>The longest wait between two looks at an empty queue.</summary>
    public required TimeSpan MaxPollingInterval { get; init; }
}
