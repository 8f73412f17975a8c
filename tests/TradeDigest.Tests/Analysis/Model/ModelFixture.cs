using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TradeDigest.Analysis.Model;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Storage;

namespace TradeDigest.Tests.Analysis.Model;

/// <summary>Readers, rules and gate over one vocabulary, and articles to try them on.</summary>
internal static class ModelFixture
{
    public const string Text = """
        Chile raised its tariff on Argentine cheese to 18% from 12% on 3 March 2024, and exports of copper to Japan fell 7.5% year-on-year in February.

        Finance Minister Carla Rojas met Trade Minister Pedro Luna in Mendoza on Tuesday. “We will not sign anything this week,” Rojas said.

        Peru banned imports of poultry from Bolivia in January. The World Bank expects Chile's economy to grow 2.4% in 2024.
        """;

    private static readonly Vocabulary Vocabulary = new();

    public static ModelMetrics Metrics { get; } = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    public static EnglishReader Reader { get; } = new(Vocabulary);

    public static FactExtractor Rules { get; } = new(Vocabulary);

    public static LocalAnalyst Local { get; } = new(Reader, Rules);

    public static GroundingGate Gate { get; } = new(Reader, new WordingCheck(Rules));

    public static Article Article(string text = Text, string id = "0123456789abcdef") => new()
    {
        Id = id,
        Text = text,
        Names = ["a.txt"],
        Title = "Chile raises duty on cheese",
        PublishedAt = new DateOnly(2024, 3, 6),
        PublishedBasis = PublishedBasis.Metadata,
        ReceivedAt = new DateTimeOffset(2024, 3, 6, 9, 0, 0, TimeSpan.Zero),
        Language = "en",
        Words = 80,
    };

    public static AnnotatedText Read(string text = Text) => Reader.Read(text, new DateOnly(2024, 3, 6));

    /// <summary>A fact as a model writes it: its slots, and its evidence as words.</summary>
    public static JsonObject AsModel(Fact fact)
    {
        var node = JsonSerializer.SerializeToNode(fact, TradeDigestJson.Compact.Fact)!.AsObject();
        node["evidence"] = fact.Evidence.Text;
        node.Remove("statement");
        node.Remove("by");
        return node;
    }

    public static string Answer(IEnumerable<JsonObject> facts, string headline = "Chile raises tariff on cheese", params (string Text, string Evidence)[] sentences) =>
        new JsonObject
        {
            ["headline"] = headline,
            ["summary"] = new JsonArray([.. sentences.Select(s => (JsonNode)new JsonObject { ["text"] = s.Text, ["evidence"] = new JsonArray(s.Evidence) })]),
            ["facts"] = new JsonArray([.. facts.Select(f => f.DeepClone())]),
        }.ToJsonString();

    public static ModelAnalyst Analyst(ModelDouble model, MemoryLedger ledger, MemoryCache cache, Action<ModelOptions>? change = null)
    {
        var options = new ModelOptions { Endpoint = model.Endpoint, Deployment = "double", Key = "secret", RetryDelayMilliseconds = 1, Retries = 1 };
        change?.Invoke(options);
        var client = new ModelClient(options, () => throw new InvalidOperationException("A key is set."), new HttpClient(), TimeProvider.System, () => 0.5);
        return new ModelAnalyst(client, Local, Reader, Gate, ledger, cache, Metrics, Options.Create(options), TimeProvider.System, NullLogger<ModelAnalyst>.Instance);
    }
}

/// <summary>A ledger that forgets at the end of the process.</summary>
internal sealed class MemoryLedger : ITokenLedger
{
    private readonly Lock _turn = new();

    public TokenUsage Spent { get; private set; } = TokenUsage.None;

    public Task<TokenUsage> ReadAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult(Spent);

    public Task<bool> TryAddAsync(DateOnly day, TokenUsage usage, long limit, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            var sum = Spent.Plus(usage);
            if (limit > 0 && sum.Total > limit)
            {
                return Task.FromResult(false);
            }

            Spent = sum;
            return Task.FromResult(true);
        }
    }
}

/// <summary>A cache that forgets at the end of the process.</summary>
internal sealed class MemoryCache : IAnswerCache
{
    private readonly ConcurrentDictionary<string, string> _answers = new(StringComparer.Ordinal);

    public Task<string?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(_answers.GetValueOrDefault(key));

    public Task KeepAsync(string key, string answer, CancellationToken cancellationToken)
    {
        _answers[key] = answer;
        return Task.CompletedTask;
    }
}
