using Microsoft.Extensions.DependencyInjection;
using TradeDigest.Analysis;
using TradeDigest.Analysis.Model;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Pipeline;
using TradeDigest.Storage;
using TradeDigest.Tests.Analysis.Model;

namespace TradeDigest.EndToEndTests.Pipeline;

[Collection(Azurite.Collection)]
public sealed class ModelOutageTests(Azurite azurite)
{
    private const int Articles = 40;
    private const string Nothing = """{"headline":"Exports","summary":[],"facts":[]}""";

    [Fact]
    public async Task Over_an_outage_every_article_is_summarised_at_once_and_asked_for_again_when_the_model_is_back()
    {
        bool isBack = false;
        await using var model = await ModelDouble.StartAsync((n, _) => n < 10 || isBack ? DoubleReply.Completion(Nothing) : DoubleReply.Error(503));
        await using var pipeline = await TestPipeline.BeginAsync(azurite, change: s => WithModel(s, model));
        for (int i = 0; i < Articles; i++)
        {
            await pipeline.DropAsync($"{i}.txt", Texts.Article(i));
            await pipeline.IngestAsync($"{i}.txt");
        }

        await pipeline.SummarizeAllAsync();
        var closed = await pipeline.CloseAsync();

        var told = (await pipeline.PlanAsync(closed.Id)).Articles;
        Assert.Equal(Articles, told.Distinct(StringComparer.Ordinal).Count());
        var fallen = await FallenAsync(pipeline, told);
        Assert.NotEmpty(fallen);
        Assert.Contains("circuit-open", fallen.Values);
        Assert.True(model.Requests.Count < Articles, "The circuit never opened.");
        int reminders = (await pipeline.Storage.ToSummarize.GetPropertiesAsync()).Value.ApproximateMessagesCount;
        Assert.Equal(fallen.Count, reminders);

        // The reminders come: what the queue holds back for a minute is handed on here at once, when the circuit has closed again.
        isBack = true;
        await Eventually.TrueAsync(
            async () =>
            {
                foreach (string id in (await FallenAsync(pipeline, told)).Keys)
                {
                    await pipeline.Get<SummarizeStep>().RunAsync(id, CancellationToken.None);
                }

                return (await FallenAsync(pipeline, told)).Count == 0;
            },
            () => "Some articles were never given to the model again.");
        Assert.False((await pipeline.CloseAsync()).IsNew);
        Assert.Empty(model.Breaches);
    }

    [Fact]
    public async Task Instances_spend_from_one_budget()
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Completion(Nothing));
        await using var one = await TestPipeline.BeginAsync(azurite, change: s => WithModel(s, model, o => o.TokensPerDay = 30_000));
        await using var other = await TestPipeline.OpenAsync(azurite, change: s => WithModel(s, model, o => o.TokensPerDay = 30_000));
        var ledgers = new[] { one.Get<ITokenLedger>(), other.Get<ITokenLedger>() };
        var day = new DateOnly(2026, 1, 5);

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            ledgers[i % 2].TryAddAsync(day, new TokenUsage(2_000, 0, 1_000, 1), 30_000, CancellationToken.None)));

        Assert.Equal(10, added.Count(a => a));
        Assert.Equal(30_000, (await ledgers[0].ReadAsync(day, CancellationToken.None)).Total);
    }

    private static void WithModel(IServiceCollection services, ModelDouble model, Action<ModelOptions>? change = null)
    {
        services.Configure<ModelOptions>(o =>
        {
            (o.Endpoint, o.Deployment, o.Key) = (model.Endpoint, "double", "secret");
            (o.Retries, o.RetryDelayMilliseconds, o.BreakSeconds, o.AskAgain, o.AskAgainMinutes) = (0, 1, 0.5, true, 1);
            change?.Invoke(o);
        });

        // The tests put an analyst of their own before the app's; here the app's is wanted.
        services.Add(services.First(d => d.ServiceType == typeof(IAnalyst)));
    }

    private static async Task<Dictionary<string, string>> FallenAsync(TestPipeline pipeline, IReadOnlyList<string> ids)
    {
        var fallen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string id in ids)
        {
            if ((await pipeline.Get<SummaryStore>().FindAsync(id, CancellationToken.None))!.Analyst.Fallback is { } reason)
            {
                fallen.Add(id, reason);
            }
        }

        return fallen;
    }
}
