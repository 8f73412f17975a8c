namespace TradeDigest.EndToEndTests.Support;

/// <summary>Packages of npm that tests use, fetched once by npx into its cache.</summary>
internal static class NodePackages
{
    /// <summary>The folder <c>node_modules</c> that holds all of <paramref name="packages"/> (<c>name@version</c>). Their install scripts are not run.</summary>
    public static async Task<string> FindAsync(params IEnumerable<string> packages)
    {
        string path = await ShellProgram.RunAsync(
            OperatingSystem.IsWindows() ? "npx.cmd" : "npx",
            ["--yes", "--ignore-scripts", .. packages.Select(package => $"--package={package}"), "-c", "node -p process.env.PATH"]);
        return path.Split(Path.PathSeparator)
            .Where(folder => Path.GetFileName(folder.Trim()) == ".bin" && folder.Contains("_npx", StringComparison.Ordinal))
            .Select(folder => Path.GetDirectoryName(folder.Trim())!)
            .First();
    }
}
