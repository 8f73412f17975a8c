using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TradeDigest.Articles;
using TradeDigest.Storage;

namespace TradeDigest.Measure;

/// <summary><c>documents</c>: writes the document of each article of a folder, so that facts can be scored.</summary>
internal static class DocumentsCommand
{
    public static Command Create()
    {
        var source = new Argument<DirectoryInfo>("folder") { Description = "Folder of articles." }.AcceptExistingOnly();
        var target = new Argument<DirectoryInfo>("out") { Description = "Folder for the documents, made where it is missing: NAME.json for the file NAME." };
        var dates = Dates();
        var published = Arguments.Published("The day of publication of files that have none otherwise.");
        var command = new Command("documents", "Writes the document (facts and summary) of each article of a folder.") { source, target, dates, published };
        command.SetAction((parsed, cancellationToken) => WriteAsync(
            parsed.GetRequiredValue(source), parsed.GetRequiredValue(target), PublicationDates.Read(parsed.GetValue(dates)), parsed.GetValue(published), cancellationToken));
        return command;
    }

    /// <summary>Where the days of publication stand.</summary>
    public static Option<FileSystemInfo> Dates() => new Option<FileSystemInfo>("--dates")
    {
        Description = "JSON object of file names and ISO dates, or a folder of label files with \"article\" and \"publishedAt\".",
    }.AcceptExistingOnly();

    private static async Task<int> WriteAsync(DirectoryInfo source, DirectoryInfo target, PublicationDates dates, DateOnly? published, CancellationToken cancellationToken)
    {
        var analysis = new Analysis();
        target.Create();
        int status = 0;
        foreach (var file in source.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            try
            {
                string? day = dates.Of(file.Name) ?? published?.ToString("O", CultureInfo.InvariantCulture);
                var articles = analysis.Articles(file.Name, await File.ReadAllBytesAsync(file.FullName, cancellationToken), day);
                for (int i = 0; i < articles.Count; i++)
                {
                    string name = i == 0 ? $"{file.Name}.json" : $"{file.Name}.{i + 1}.json";
                    var document = await analysis.DocumentAsync(articles[i], cancellationToken);
                    await File.WriteAllBytesAsync(
                        Path.Combine(target.FullName, name), JsonSerializer.SerializeToUtf8Bytes(document, TradeDigestJson.Readable.ArticleDocument), cancellationToken);
                    await Console.Out.WriteLineAsync($"{name}: {document.Facts.Count} facts");
                }
            }
            catch (UnreadableArticleException unreadable)
            {
                await Console.Error.WriteLineAsync($"{file.Name}: {unreadable.Message}");
                status = 1;
            }
        }

        return status;
    }
}
