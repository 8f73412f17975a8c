using BenchmarkDotNet.Attributes;
using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Benchmarks;

/// <summary>The analysis of an article of 500 words in one thread, whole and by parts, with allocations.</summary>
[MemoryDiagnoser]
[InProcess]
[ShortRunJob]
public class AnalysisBenchmarks
{
    private readonly string _article = SampleTexts.Article();
    private readonly WholeAnalysis _analysis = new();
    private readonly AnnotatedText _read;
    private readonly IReadOnlyList<Fact> _facts;

    public AnalysisBenchmarks()
    {
        _read = _analysis.Read(_article);
        _facts = _analysis.Facts(_read);
    }

    [Benchmark(Baseline = true)]
    public int Whole() => _analysis.Run(_article);

    [Benchmark]
    public int Language() => _analysis.Read(_article).Tokens.Count;

    [Benchmark]
    public int Facts() => _analysis.Facts(_read).Count;

    [Benchmark]
    public int Summary() => _analysis.Summarize(_read, _facts).Sentences.Count;
}
