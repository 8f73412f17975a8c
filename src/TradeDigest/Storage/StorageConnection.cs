using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace TradeDigest.Storage;

/// <summary>How the app reaches its storage account: the settings <c>AzureWebJobsStorage*</c>, which the Functions host uses too.</summary>
public static class StorageConnection
{
    /// <summary>Name of the setting, and of the section of an identity-based connection.</summary>
    public const string Setting = "AzureWebJobsStorage";

    // What the Functions host expects of the messages that it binds.
    private static readonly QueueClientOptions QueueOptions = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    /// <summary>The account, by a connection string, or by addresses and an identity.</summary>
    /// <exception cref="InvalidOperationException">Neither is set.</exception>
    public static StorageAccount Open(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        if (section.Value is { Length: > 0 } connectionString)
        {
            return new(new BlobServiceClient(connectionString), new QueueServiceClient(connectionString, QueueOptions));
        }

        if (Address(section, "blobServiceUri") is { } blobs && Address(section, "queueServiceUri") is { } queues)
        {
            var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = section["clientId"] });
            return new(new BlobServiceClient(blobs, credential), new QueueServiceClient(queues, credential, QueueOptions));
        }

        throw new InvalidOperationException(
            $"No storage is set. Set {Setting} to a connection string (UseDevelopmentStorage=true for Azurite), "
            + $"or {Setting}__blobServiceUri and {Setting}__queueServiceUri, and {Setting}__clientId for a user-assigned identity.");
    }

    private static Uri? Address(IConfigurationSection section, string key) => Uri.TryCreate(section[key], UriKind.Absolute, out var address) ? address : null;
}
