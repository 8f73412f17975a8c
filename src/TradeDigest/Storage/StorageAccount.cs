using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace TradeDigest.Storage;

/// <summary>The containers and the queues that the app works with.</summary>
public sealed class StorageAccount(BlobServiceClient blobs, QueueServiceClient queues)
{
    /// <summary>Name of the container that users drop articles into.</summary>
    public const string ArticlesContainer = "articles";

    /// <summary>Name of the container in which people set recipients.</summary>
    public const string RecipientsContainer = "recipients";

    /// <summary>Name of the queue of ids of articles that wait for a summary.</summary>
    public const string SummarizeQueue = "articles-to-summarize";

    /// <summary>Name of the queue of operations under way.</summary>
    public const string OperationsQueue = "operations";

    /// <summary>What the Functions host calls its queues of files to be read, before its own id.</summary>
    public const string HostQueues = "azure-webjobs-blobtrigger-";

    /// <summary>The Functions host's queue of files that could not be read.</summary>
    public const string HostPoisonQueue = "webjobs-blobtrigger-poison";

    /// <summary>What users drop. The app only reads it.</summary>
    public BlobContainerClient Articles { get; } = blobs.GetBlobContainerClient(ArticlesContainer);

    /// <summary>Articles, summaries, the day's log, names.</summary>
    public BlobContainerClient Library { get; } = blobs.GetBlobContainerClient("library");

    /// <summary>Digests, and the state of their making.</summary>
    public BlobContainerClient Digests { get; } = blobs.GetBlobContainerClient("digests");

    /// <summary>What could not be read, with the reason.</summary>
    public BlobContainerClient Quarantine { get; } = blobs.GetBlobContainerClient("quarantine");

    /// <summary>Mail, while no mailer is set up.</summary>
    public BlobContainerClient Outbox { get; } = blobs.GetBlobContainerClient("outbox");

    /// <summary>Whom the digest goes to, and who has unsubscribed.</summary>
    public BlobContainerClient Recipients { get; } = blobs.GetBlobContainerClient(RecipientsContainer);

    /// <summary>Ids of articles that wait for a summary.</summary>
    public QueueClient ToSummarize { get; } = queues.GetQueueClient(SummarizeQueue);

    /// <summary>Ids of operations that go on.</summary>
    public QueueClient Operations { get; } = queues.GetQueueClient(OperationsQueue);

    /// <summary>About how many messages lie in the queues whose names begin so, by name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> DepthsAsync(string prefix, CancellationToken cancellationToken)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var queue in queues.GetQueuesAsync(prefix: prefix, cancellationToken: cancellationToken))
        {
            depths[queue.Name] = (await queues.GetQueueClient(queue.Name).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }

        return depths;
    }

    /// <summary>Creates what does not exist yet.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var container in (BlobContainerClient[])[Articles, Library, Digests, Quarantine, Outbox, Recipients])
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        await ToSummarize.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await Operations.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }
}
