using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace TradeDigest.LocalHost.Storage;

/// <summary>Clients of storage accounts by connection string.</summary>
internal sealed class StorageAccounts
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
    public QueueServiceClient Queues(string connection) => Create(queues, connection, static text => new QueueServiceClient(text, Base64Options(text)));

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

    private static QueueClientOptions Base64Options(string connection)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        options.MessageDecodingFailed += async failed =>
        {
            if (failed.ReceivedMessage is { } message)
            {
                var poison = new QueueClient(connection, failed.Queue.Name + "-poison");
                await poison.CreateIfNotExistsAsync(cancellationToken: failed.CancellationToken);
                await poison.SendMessageAsync(message.Body, cancellationToken: failed.CancellationToken);
                await failed.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, failed.CancellationToken);
            }
        };
        return options;
    }
}
