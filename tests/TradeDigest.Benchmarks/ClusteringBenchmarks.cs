using BenchmarkDotNet.Attributes;
using TradeDigest.Stories;

namespace TradeDigest.Benchmarks;

/// <summary>Time and memory of grouping articles: made-up events of one to eight articles of 250 words, over a vocabulary that is distributed as words are (Zipf).</summary>
[MemoryDiagnoser]
public class ClusteringBenchmarks
{
    private const int Vocabulary = 60_000;
    private const int WordsOfArticle = 250;
    private List<StoryArticle> _articles = [];

    /// <summary>How many articles.</summary>
    [Params(1_000, 10_000, 100_000)]
    public int Articles { get; set; }

    [GlobalSetup]
    public void Make()
    {
        var random = new Random(7);
        string Common() => Word((int)Math.Exp(random.NextDouble() * Math.Log(Vocabulary)));
        _articles = [];
        while (_articles.Count < Articles)
        {
            string[] core = [.. Enumerable.Range(0, 40).Select(_ => Word(random.Next(2_000, Vocabulary)))];
            var day = new DateOnly(2025, 1, 1).AddDays(random.Next(30));
            for (int left = Math.Min(1 + random.Next(8), Articles - _articles.Count); left > 0; left--)
            {
                string text = string.Join(' ', Enumerable.Range(0, WordsOfArticle).Select(_ => random.Next(5) == 0 ? core[random.Next(core.Length)] : Common()));
                _articles.Add(new StoryArticle(_articles.Count.ToString("000000", System.Globalization.CultureInfo.InvariantCulture), null, text, day));
            }
        }
    }

    [Benchmark]
    public int Cluster() => new StoryClusterer().Cluster(_articles).Count;

    private static string Word(int number)
    {
        string word = "w";
        for (int rest = number; rest > 0; rest /= 26)
        {
            word += (char)('a' + (rest % 26));
        }

        return word;
    }
}
