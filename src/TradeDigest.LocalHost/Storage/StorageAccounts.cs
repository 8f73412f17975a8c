using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using TradeDigest.LocalHost.Queues;

namespace TradeDigest.LocalHost.Storage;

/// <summary>Clients of storage accounts by connection string.</summary>
/// <param name="onPoison">Is called when a message that is not base64 was given up.</param>
internal sealed class StorageAccounts(Action onPoison)
{
    private readonly ConcurrentDictionary<string, BlobServiceClient> blobs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, QueueServiceClient> queues = new(StringComparer.Ordinal);

    /// <summary>The blob service of an account.</summary>
    /// <param name="connection">A connection string.</param>
    /// <exception cref="LocalHostException">It cannot be read.</exception>
    public BlobServiceClient Blobs(string connection) => Create(blobs, connection, static text => new BlobServiceClient(text));

    /// <summary>The queue service of an account; messages are base64, and a message that is not goes to its poison queue.</summary>
    /// <param name="connection">A connection string.</param>
    /// <exception cref="LocalHostException">It cannot be read.</exception>
    public QueueServiceClient Queues(string connection) => Create(queues, connection, text => new QueueServiceClient(text, Base64Options(text)));

    private static T Create<T>(ConcurrentDictionary<string, T> clients, string connection, Func<string, T> create)
    {
        try
        {
            return clients.GetOrAdd(connection, create);
        }
        catch (FormatException broken)
        {
            throw new LocalHostException(
                $"A storage connection string cannot be read ({broken.Message}). Copy it from the storage account's access keys, or use UseDevelopmentStorage=true.", broken);
        }
    }

    private QueueClientOptions Base64Options(string connection)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        options.MessageDecodingFailed += async failed =>
        {
            if (failed.ReceivedMessage is { } message)
            {
                var poison = new QueueClient(connection, failed.Queue.Name + "-poison");
                await poison.CreateIfNotExistsAsync(cancellationToken: failed.CancellationToken);
                await poison.SendMessageAsync(message.Body, timeToLive: QueueListener.Forever, cancellationToken: failed.CancellationToken);
                onPoison();
                await failed.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, failed.CancellationToken);
            }
        };
        return options;
    }
}
