using System.Text.Json;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.ReadingRoom;

/// <summary>Programs of others that judge what the app answers.</summary>
internal static class Judges
{
    private static readonly string[] Packages = ["axe-core@4.14.1", "html-validate@11.18.0", "ical.js@2.2.1", "fast-xml-parser@5.12.1"];

    /// <summary>The folder that holds them.</summary>
    public static Task<string> FolderAsync() => NodePackages.FindAsync(Packages);

    /// <summary>What a script of this folder says of <paramref name="input"/>.</summary>
    public static async Task<JsonElement> SayAsync(string script, string input)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, input);
            return JsonDocument.Parse(await ShellProgram.RunAsync("node", [Path.Combine(AppContext.BaseDirectory, "ReadingRoom", script), await FolderAsync(), file])).RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
