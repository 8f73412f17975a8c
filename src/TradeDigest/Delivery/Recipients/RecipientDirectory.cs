using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TradeDigest.Storage;

namespace TradeDigest.Delivery;

/// <summary>Whom the digest goes to: the blobs <c>*.json</c> of the container <c>recipients</c>, and the settings <c>Mail:Recipients:*</c>.</summary>
/// <remarks>A blob that is no recipient costs only itself: it is told in the log and put into quarantine with what to do, and taken out when it is mended. Of two with one address
/// the blob stands before the setting, and the first in the order of names before the second; if one of them has unsubscribed, so has the reader.
/// What was read is kept by version, so that reading again costs a listing.</remarks>
public sealed partial class RecipientDirectory(
    BlobContainerClient recipients, QuarantineStore quarantine, IOptions<MailOptions> options, TimeProvider time, ILogger<RecipientDirectory> logger)
{
    private const int MostBytes = 64 * 1024;
    private const int ReadsAtOnce = 16;
    private const string Reason = "recipient";

    private readonly ConcurrentDictionary<string, (ETag Version, Recipient? Recipient, string? Problem)> _read = new(StringComparer.Ordinal);

    /// <summary>Everybody, as set now.</summary>
    public async Task<RecipientList> ReadAsync(CancellationToken cancellationToken)
    {
        var problems = new List<RecipientProblem>();
        var unsubscribed = new HashSet<string>(StringComparer.Ordinal);
        var blobs = new List<(string Name, ETag Version, long Bytes)>();
        await foreach (var blob in recipients.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.StartsWith(Unsubscriptions.Folder, StringComparison.Ordinal))
            {
                unsubscribed.Add(Unsubscriptions.KeyOf(blob.Name));
            }
            else
            {
                blobs.Add((blob.Name, blob.Properties.ETag ?? default, blob.Properties.ContentLength ?? 0));
            }
        }

        var found = new List<Recipient>();
        foreach (var batch in blobs.OrderBy(b => b.Name, StringComparer.Ordinal).Chunk(ReadsAtOnce))
        {
            foreach (var (recipient, problem) in await Task.WhenAll(batch.Select(b => ReadAsync(b.Name, b.Version, b.Bytes, cancellationToken))))
            {
                found.AddRange(recipient is null ? [] : [recipient]);
                problems.AddRange(problem is null ? [] : [problem]);
            }
        }

        found.AddRange(options.Value.Recipients.Select((address, i) => RecipientReader.Read($"{MailOptions.Section}:Recipients:{i}", address)));
        var list = new RecipientList(Distinct(found, unsubscribed, problems), problems);
        await TellAsync(problems, cancellationToken);
        return list;
    }

    private static List<Recipient> Distinct(List<Recipient> found, HashSet<string> unsubscribed, List<RecipientProblem> problems)
    {
        var distinct = new List<Recipient>();
        foreach (var same in found.GroupBy(r => r.Key, StringComparer.Ordinal))
        {
            var first = same.First();
            distinct.Add(first with { Unsubscribed = unsubscribed.Contains(same.Key) || same.Any(r => r.Unsubscribed) });
            problems.AddRange(same.Skip(1).Select(other => new RecipientProblem(
                other.Source, $"It has the same address as {Masked(first.Source)}, which stands. Take one of the two out.")));
        }

        return distinct;
    }

    private async Task<(Recipient? Recipient, RecipientProblem? Problem)> ReadAsync(string name, ETag version, long bytes, CancellationToken cancellationToken)
    {
        string source = $"{StorageAccount.RecipientsContainer}/{name}";
        if (!_read.TryGetValue(name, out var read) || read.Version != version)
        {
            try
            {
                read = (version, await LoadAsync(name, source, bytes, cancellationToken), null);
            }
            catch (FormatException e)
            {
                read = (version, null, e.Message);
            }
            catch (RequestFailedException e) when (e.Status == 404)
            {
                return (null, null);
            }

            _read[name] = read;
        }

        return (read.Recipient, read.Problem is { } problem ? new RecipientProblem(source, problem) : null);
    }

    private async Task<Recipient> LoadAsync(string name, string source, long bytes, CancellationToken cancellationToken)
    {
        if (!name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException("Its name does not end in .json. Name it so if it is a recipient, or take it out of the container.");
        }

        if (!BlobName.IsReachable(name))
        {
            throw new FormatException("Its name has a part that is '.' or '..', so that it cannot be asked for. Name it anew.");
        }

        return bytes > MostBytes
            ? throw new FormatException("It is larger than 64 KB. A recipient is a few lines of JSON, one recipient a file.")
            : RecipientReader.Read(source, (await recipients.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory().Span);
    }

    /// <summary>Puts problems of blobs into quarantine, and takes out those that are gone. Each is logged once.</summary>
    private async Task TellAsync(List<RecipientProblem> problems, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            string name = NameOf(problem.Source);
            known.Add(name);
            if (await quarantine.FindReadableAsync(name, cancellationToken) is not { Reason: Reason } told || told.Message != problem.Message)
            {
                var now = time.GetUtcNow();
                await quarantine.KeepAsync(new QuarantineRecord(name, Reason, problem.Message, now, now), cancellationToken);
                Unusable(Masked(problem.Source), problem.Message);
            }
        }

        foreach (string name in await quarantine.NamesAsync($"{StorageAccount.RecipientsContainer}/", cancellationToken))
        {
            if (!known.Contains(name) && await quarantine.FindReadableAsync(name, cancellationToken) is { Reason: Reason })
            {
                await quarantine.ReleaseAsync(name, cancellationToken);
            }
        }
    }

    /// <summary>The name under which a problem lies in quarantine: plain, so that all of them lie in one folder.</summary>
    private static string NameOf(string source) =>
        $"{StorageAccount.RecipientsContainer}/{BlobName.Safe(source.StartsWith(StorageAccount.RecipientsContainer + "/", StringComparison.Ordinal) ? source[(StorageAccount.RecipientsContainer.Length + 1)..] : source)}";

    /// <summary>A source as the log may have it: some name files by addresses.</summary>
    internal static string Masked(string source) => source.Contains('@', StringComparison.Ordinal) ? $"the blob with key {BlobName.Key(source)[..8]}" : source;

    [LoggerMessage(EventId = 450, Level = LogLevel.Warning, Message = "The recipient {Source} cannot be used as set. {Problem}")]
    private partial void Unusable(string source, string problem);
}
