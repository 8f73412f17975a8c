using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Summaries;

namespace TradeDigest.Benchmarks;

/// <summary>All that the local analyst does with the text of an article: language layer, facts, summary.</summary>
internal sealed class WholeAnalysis
{
    private static readonly DateOnly Published = new(2024, 3, 5);

    private readonly ExtractiveSummarizer _summarizer = new();
    private readonly EnglishReader _reader;
    private readonly FactExtractor _facts;

    public WholeAnalysis()
    {
        var vocabulary = new Vocabulary();
        _reader = new EnglishReader(vocabulary);
        _facts = new FactExtractor(vocabulary);
    }

    public AnnotatedText Read(string text) => _reader.Read(text, Published);

    public IReadOnlyList<Fact> Facts(AnnotatedText text) => _facts.Extract(text);

    public Summary Summarize(AnnotatedText text, IReadOnlyList<Fact> facts) =>
        _summarizer.Summarize(text, null, SummaryLength.OfSentences(3), [.. facts.Select(f => f.Evidence.Span)]);

    public int Run(string text)
    {
        var read = Read(text);
        var facts = Facts(read);
        return facts.Count + Summarize(read, facts).Sentences.Count;
    }
}
