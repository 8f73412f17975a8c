using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using TradeDigest.Articles;
using TradeDigest.Storage;
using TradeDigest.Telemetry;

namespace TradeDigest.Pipeline;

/// <summary>The first step: a dropped file becomes articles in the library, each of which is sent on to be summarised.</summary>
/// <remarks>Order decides what a crash may leave: an article is kept before its id is sent, and the file's name is noted last,
/// so that the step, begun again, still finds what the file replaces.</remarks>
public sealed partial class IngestStep(
    StorageAccount storage, ArticleReader reader, ArticleReaderOptions limits, ArticleStore articles, NameIndex names, ErasedArticles erased, QuarantineStore quarantine,
    SummaryRequests toSummarize, PipelineTracing tracing, PipelineMetrics metrics, TimeProvider time, ILogger<IngestStep> logger)
{
    /// <summary>Reads the blob <paramref name="name"/> of the articles container. What cannot be read is quarantined; a blob that is gone is passed over.</summary>
    public async Task RunAsync(string name, CancellationToken cancellationToken)
    {
        string shown = BlobName.Safe(name);
        using var span = tracing.Ingest(shown);
        if (!BlobName.IsReachable(name))
        {
            await RefuseAsync(name, shown, cancellationToken);
            return;
        }

        if (await DownloadAsync(name, cancellationToken) is not { } file)
        {
            metrics.Gone();
            Gone(shown);
            return;
        }

        try
        {
            var found = reader.ReadFile(file.Content ?? throw TooLarge(file.Length), file.Source);
            string? passedOver = await KeepAsync(name, found.Articles, file.Source.ReceivedAt, cancellationToken);
            metrics.Ingested(found.Articles.Count, file.Source.ReceivedAt);
            Ingested(shown, found.Articles.Count);
            if (found.FaultMessage is { } faults)
            {
                await QuarantineAsync(file.Source, UnreadableReasons.PartlyRead, faults, cancellationToken);
            }
            else if (passedOver is not null)
            {
                await quarantine.KeepAsync(Erased(name, passedOver, file.Source.ReceivedAt), cancellationToken);
            }
            else
            {
                await quarantine.ReleaseAsync(name, cancellationToken);
            }
        }
        catch (UnreadableArticleException e)
        {
            await QuarantineAsync(file.Source, e.Reason, e.Message, cancellationToken);
        }
    }

    private async Task QuarantineAsync(ArticleSource source, string reason, string message, CancellationToken cancellationToken)
    {
        await quarantine.PutAsync(new(source.Name, reason, message, source.ReceivedAt, time.GetUtcNow()), cancellationToken);
        metrics.Quarantined(reason);
        Quarantined(BlobName.Safe(source.Name), reason);
    }

    /// <summary>Puts a file aside that cannot be asked for by its name, if it is there: only a listing shows it.</summary>
    private async Task RefuseAsync(string name, string shown, CancellationToken cancellationToken)
    {
        await foreach (var blob in storage.Articles.GetBlobsAsync(prefix: name, cancellationToken: cancellationToken))
        {
            if (blob.Name == name)
            {
                const string message = "The file's name has a part that is only dots (. or ..), which addresses cannot hold, so that it cannot be read. Drop it again under another name.";
                await quarantine.PutAsync(new(name, "name", message, blob.Properties.LastModified ?? time.GetUtcNow(), time.GetUtcNow()), cancellationToken);
                metrics.Quarantined("name");
                Quarantined(shown, "name");
                return;
            }
        }

        Gone(shown);
    }

    /// <summary>When the present version of a blob was received (UTC); null where there is no such blob.</summary>
    public async Task<DateTimeOffset?> ReceivedAtAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await storage.Articles.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value.LastModified;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps the articles and sends them on, but none that was erased. Returns one that was; null for none.</summary>
    private async Task<string?> KeepAsync(string name, IReadOnlyList<Article> found, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var ids = found.Select(a => a.Id).ToList();
        var (gone, come) = Changed((await names.FindAsync(name, cancellationToken))?.Ids ?? [], ids);
        string? passedOver = null;
        foreach (var article in found)
        {
            if (await erased.FindAsync(article.Id, cancellationToken) is not null)
            {
                passedOver = article.Id;
                PassedOver(article.Id);
                continue;
            }

            // In a file of several articles only a single change tells which one took the place of which.
            string? replaces = gone.Count == 1 && come.Count == 1 && article.Id == come[0] ? gone[0] : null;
            await articles.KeepAsync(article with { Replaces = replaces }, cancellationToken);
            await toSummarize.SendAsync(article.Id, delay: null, cancellationToken);
        }

        await names.NoteAsync(new NameRecord(name, ids, receivedAt), cancellationToken);
        return passedOver;
    }

    private static (IReadOnlyList<string> Gone, IReadOnlyList<string> Come) Changed(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        ([.. before.Except(after, StringComparer.Ordinal)], [.. after.Except(before, StringComparer.Ordinal)]);

    private async Task<DroppedFile?> DownloadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using BlobDownloadStreamingResult blob = (await storage.Articles.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            var source = SourceOf(name, blob.Details);
            if (blob.Details.ContentLength > limits.MaxBytes)
            {
                return new(source, null, blob.Details.ContentLength);
            }

            byte[] content = new byte[blob.Details.ContentLength];
            await blob.Content.ReadExactlyAsync(content, cancellationToken);
            return new(source, content, content.Length);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static ArticleSource SourceOf(string name, BlobDownloadDetails details)
    {
        var given = new Dictionary<string, string>(details.Metadata, StringComparer.OrdinalIgnoreCase);
        return new(name, details.LastModified)
        {
            ContentType = details.ContentType,
            Title = Decoded("title"),
            Publisher = Decoded("publisher"),
            Url = given.GetValueOrDefault("url"),
            Byline = Decoded("byline"),
            Published = given.GetValueOrDefault("published"),
        };

        // Blob metadata are HTTP headers, which hold ASCII alone: other letters arrive percent-encoded.
        string? Decoded(string key) => given.TryGetValue(key, out string? value) ? Uri.UnescapeDataString(value) : null;
    }

    private QuarantineRecord Erased(string name, string id, DateTimeOffset receivedAt) => new(
        name,
        "erased",
        $"An article of this file was erased and is not taken in again. To let it in, delete erased/{id}.json of the container library and try the file again.",
        receivedAt,
        time.GetUtcNow());

    private UnreadableArticleException TooLarge(long length) => new(UnreadableReasons.TooLarge, string.Create(CultureInfo.InvariantCulture,
        $"The file has {length:N0} bytes; the limit is {limits.MaxBytes:N0}. Drop the article's text alone, or raise the limit (setting Articles:MaxBytes)."));

    private sealed record DroppedFile(ArticleSource Source, byte[]? Content, long Length);

    [LoggerMessage(EventId = 201, Level = LogLevel.Information, Message = "Ingested {Name}: {Articles} article(s).")]
    private partial void Ingested(string name, int articles);

    [LoggerMessage(EventId = 202, Level = LogLevel.Warning, Message = "Quarantined {Name}: {Reason}.")]
    private partial void Quarantined(string name, string reason);

    [LoggerMessage(EventId = 204, Level = LogLevel.Warning, Message = "The article {Id} was erased and is not taken in again.")]
    private partial void PassedOver(string id);

    [LoggerMessage(EventId = 203, Level = LogLevel.Information, Message = "{Name} is gone before it could be read.")]
    private partial void Gone(string name);
}
