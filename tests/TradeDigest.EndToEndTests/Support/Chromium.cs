namespace TradeDigest.EndToEndTests.Support;

/// <summary>The browser of this machine.</summary>
public static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Where it is; null where there is none.</summary>
    public static string? Path { get; } = Places.FirstOrDefault(File.Exists);

    /// <summary>Whether continuous integration runs the tests, which must not leave any out.</summary>
    public static bool MustBeThere => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci && ci != "false";

    /// <summary>What to do where it is missing.</summary>
    public const string Missing = "Chromium is missing, in which these tests look at the pages. Install it: apt-get install chromium.";
}

/// <summary>A test that needs a browser: left out, visibly, where there is none; where continuous integration runs it, it fails instead.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Path is null && !Chromium.MustBeThere ? Chromium.Missing : null;
}

/// <summary>The same, with data.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Path is null && !Chromium.MustBeThere ? Chromium.Missing : null;
}
