using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Options;
using TradeDigest.Storage;

namespace TradeDigest.Delivery;

/// <summary>The secret of the links by which readers unsubscribe, as it is stored.</summary>
/// <param name="Secret">32 random bytes in base64.</param>
public sealed record UnsubscribeSecret(byte[] Secret);

/// <summary>Gives the tokens their secret: the setting <c>Mail:UnsubscribeKey</c>, else one that is made once and kept in <c>keys/unsubscribe.json</c> of the library.</summary>
public sealed class UnsubscribeSecretStore(BlobContainerClient library, IOptions<MailOptions> options)
{
    private const int Bytes = 32;

    private UnsubscribeTokens? _tokens;

    /// <summary>The tokens, by the one secret of all hosts. A stored one that is damaged is made anew; links in mails sent before then no longer work.</summary>
    public async Task<UnsubscribeTokens> TokensAsync(CancellationToken cancellationToken) =>
        _tokens ??= new UnsubscribeTokens(options.Value.UnsubscribeKey is { } set ? Encoding.UTF8.GetBytes(set) : await StoredAsync(cancellationToken));

    private async Task<byte[]> StoredAsync(CancellationToken cancellationToken)
    {
        var blob = new JsonBlob<UnsubscribeSecret>(library.GetBlockBlobClient("keys/unsubscribe.json"), TradeDigestJson.Compact.UnsubscribeSecret);
        while (true)
        {
            var found = await blob.LookAsync(cancellationToken);
            if (found.Value is { Secret.Length: Bytes } stored)
            {
                return stored.Secret;
            }

            await blob.TryWriteAsync(new UnsubscribeSecret(RandomNumberGenerator.GetBytes(Bytes)), found, cancellationToken);
        }
    }
}
