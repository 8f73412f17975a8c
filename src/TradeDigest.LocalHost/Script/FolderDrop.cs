using Azure.Storage.Blobs;
using TradeDigest.LocalHost.Hosting;

namespace TradeDigest.LocalHost.Script;

/// <summary>Uploads a folder: each file becomes a blob named by its path within the folder. Files whose name begins with a dot stay.</summary>
internal static class FolderDrop
{
    /// <summary>Uploads.</summary>
    /// <param name="service">Where to.</param>
    /// <param name="drop">What, and to which container; the container is made if missing.</param>
    /// <param name="uploaded">Is called after each file.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>How many files there were.</returns>
    public static async Task<int> UploadAsync(BlobServiceClient service, DroppedFolder drop, Action uploaded, CancellationToken cancellationToken)
    {
        var container = service.GetBlobContainerClient(drop.Container);
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var files = FilesIn(drop.Folder);
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(drop.Folder, file).Replace(Path.DirectorySeparatorChar, '/');
            await container.GetBlobClient(name).UploadAsync(file, overwrite: true, cancellationToken);
            uploaded();
        }

        return files.Count;
    }

    private static List<string> FilesIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal)];
}
