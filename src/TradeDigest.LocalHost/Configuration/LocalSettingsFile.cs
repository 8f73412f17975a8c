using System.Text.Json;

namespace TradeDigest.LocalHost.Configuration;

/// <summary>The app settings in <c>local.settings.json</c>: the object <c>Values</c>, as Core Tools read it.</summary>
internal static class LocalSettingsFile
{
    private const string Name = "local.settings.json";

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads the first such file; empty when there is none.</summary>
    /// <param name="folders">Where to look, in this order.</param>
    /// <returns>Keys as configuration knows them, with <c>:</c> where the file has <c>__</c>.</returns>
    /// <exception cref="LocalHostException">The file is not JSON, or a value is not plain.</exception>
    public static Dictionary<string, string?> Read(params IReadOnlyList<string> folders)
    {
        var path = folders.Select(folder => Path.Combine(folder, Name)).FirstOrDefault(File.Exists);
        return path is null ? [] : Parse(path, File.ReadAllText(path));
    }

    private static Dictionary<string, string?> Parse(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("Values", out var values))
            {
                return [];
            }

            return values.EnumerateObject().ToDictionary(
                value => value.Name.Replace("__", ":", StringComparison.Ordinal),
                value => Plain(path, value),
                StringComparer.OrdinalIgnoreCase);
        }
        catch (JsonException broken)
        {
            throw new LocalHostException($"{path} is not valid JSON: {broken.Message}", broken);
        }
    }

    private static string? Plain(string path, JsonProperty value) => value.Value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => throw new LocalHostException(
            $"{path}: the value of '{value.Name}' is not plain. Write nested settings as '{value.Name}__key'."),
        JsonValueKind.Null => null,
        _ => value.Value.ToString(),
    };
}
