using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TradeDigest.Tests.Articles;

/// <summary>Reads large files in a process of their own whose heap may not grow beyond a limit (<c>DOTNET_GCHeapHardLimit</c>): what lives at once is measured, not what is allocated in all.</summary>
public sealed class MemoryTests : IDisposable
{
    private const int Size = 2_000_000;

    /// <summary>The most that reading may take, in times the file's size …</summary>
    private const int MostTimes = 20;

    /// <summary>… above what the process takes for code, word lists and a small file.</summary>
    private const int Base = 12 * 1024 * 1024;

    private const string Sentence = "The ministry raised the duty on rice by 5 percent on Monday, and traders in the port said they had expected as much. ";

    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<string, string, string> Shapes => new()
    {
        { "a page of long paragraphs", "<html><body>", "<p>" + Sentence + "</p><script>var a = 'b';</script>" },
        { "a page of short paragraphs", "<html><body>", "<p>The duty rose.</p>" },
        { "a page of entities in paragraphs", "<html><body>", "<p>&eacute;</p>" },
        { "a page of rows", "<html><body><table>", "<tr><td>Rice<td>5%<td>2024</tr>" },
        { "a page of links", "<html><body>", "<li class=i><a href=\"/x/y\">Section</a></li>\n" },
        { "a mail of a page", "From: a@b.org\nSubject: s\nContent-Type: text/html\n\n<html><body>", "<p>The duty rose.</p>\n" },
        { "lines of text", "", "a b\n\n" },
        { "letters that unfold eighteenfold", "", "\uFDFA " },
        { "Markdown", "# T\n\n", "The **duty** [rose](http://x.org/a).\n\n" },
        { "JSON lines", "", "{\"text\":\"The duty rose by five percent.\"}\n" },
        { "objects of linked data", "<html><head><script type=\"application/ld+json\">[", "{\"@type\":\"X\"}," },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Reading_takes_at_most_twenty_times_the_size(string shape, string head, string unit)
    {
        byte[] unitBytes = Encoding.UTF8.GetBytes(unit);
        byte[] content = [.. Encoding.UTF8.GetBytes(head), .. Enumerable.Repeat(unitBytes, Size / unitBytes.Length).SelectMany(b => b), .. Encoding.UTF8.GetBytes(head.Contains("json", StringComparison.Ordinal) ? "{}]</script><p>" + Sentence : "")];
        await File.WriteAllBytesAsync(_file, content);

        var (status, words) = await CountAsync((MostTimes * (long)content.Length) + Base);

        Assert.True(status == 0, $"{shape}: {words}");
    }

    public void Dispose() => File.Delete(_file);

    private async Task<(int Status, string Words)> CountAsync(long limit)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "TradeDigest.Measure.dll"), "count", _file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";
        using var process = Process.Start(start)!;
        var words = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(words));
    }
}
