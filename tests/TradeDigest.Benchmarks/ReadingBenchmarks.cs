using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using TradeDigest.Articles;
using TradeDigest.Stories;

namespace TradeDigest.Benchmarks;

/// <summary>What it costs to read a page of usual size, and to look for copies among many articles.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private static readonly ArticleSource Source = new("page.html", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly ArticleReader _reader = new();
    private byte[] _page = [];
    private List<string> _texts = [];

    /// <summary>Number of articles among which copies are sought.</summary>
    [Params(10_000, 20_000)]
    public int Articles { get; set; }

    /// <summary>Size of the page.</summary>
    public int PageBytes => _page.Length;

    [GlobalSetup]
    public void Build()
    {
        string sentence = "The ministry said on Monday that exports of processed goods, which had fallen for three quarters, rose by 4.5 percent in May. ";
        string menu = string.Concat(Enumerable.Range(0, 200).Select(i => $"<li class=\"menu-item menu-item-{i}\"><a href=\"/section/{i}\">Section {i}</a></li>"));
        string script = "<script>" + new string('x', 60_000) + "</script>";
        string body = string.Concat(Enumerable.Range(0, 25).Select(_ => $"<p class=\"text\">{sentence}{sentence}</p>"));
        _page = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>A page</title>{script}</head><body><nav><ul>{menu}</ul></nav><article><h1>A page</h1>{body}</article>{script}<footer><ul>{menu}</ul></footer></body></html>");
        _texts = [.. Enumerable.Range(0, Articles).Select(i => string.Join(' ', Enumerable.Range(0, 300).Select(w => ((i / 2 * 7919) + (w * w)).ToString(CultureInfo.InvariantCulture))))];
    }

    [Benchmark]
    public int ReadPage() => _reader.Read(_page, Source).Count;

    [Benchmark]
    public int FindCopies() => NearCopies.Pairs(_texts).Count;
}
