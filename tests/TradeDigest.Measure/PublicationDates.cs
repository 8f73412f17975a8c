using System.Text.Json;

namespace TradeDigest.Measure;

/// <summary>Days of publication by the names of files, from a JSON object (<c>{"a.txt": "2025-06-09"}</c>) or a folder of label files
/// (each with <c>article</c> and <c>publishedAt</c>).</summary>
internal sealed class PublicationDates
{
    private readonly Dictionary<string, string> _days = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The file is no such JSON.</exception>
    public static PublicationDates Read(FileSystemInfo? source)
    {
        var dates = new PublicationDates();
        if (source is DirectoryInfo folder)
        {
            foreach (var file in folder.EnumerateFiles("*.json"))
            {
                using var label = JsonDocument.Parse(File.ReadAllBytes(file.FullName));
                if (label.RootElement.TryGetProperty("article", out var article) && label.RootElement.TryGetProperty("publishedAt", out var day))
                {
                    dates.Add(article.GetString() ?? "", day.GetString() ?? "");
                }
            }
        }
        else if (source is FileInfo map)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(map.FullName));
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new InvalidDataException($"{map.Name} is no JSON object of names and dates, such as {{\"a.txt\": \"2025-06-09\"}}.");
            }

            foreach (var entry in document.RootElement.EnumerateObject())
            {
                dates.Add(entry.Name, entry.Value.GetString() ?? "");
            }
        }

        return dates;
    }

    /// <summary>The day of a file, by its name with or without extension; null for none.</summary>
    public string? Of(string name) => _days.GetValueOrDefault(name) ?? _days.GetValueOrDefault(Path.GetFileNameWithoutExtension(name));

    private void Add(string name, string day) => _days[name] = day;
}
