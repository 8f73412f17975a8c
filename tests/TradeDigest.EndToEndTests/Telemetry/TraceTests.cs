using System.Collections.Concurrent;
using System.Diagnostics;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Storage;
using TradeDigest.Telemetry;

namespace TradeDigest.EndToEndTests.Telemetry;

[Collection(Azurite.Collection)]
public sealed class TraceTests(Azurite azurite)
{
    [Fact]
    public async Task The_way_of_an_article_is_one_trace_from_file_to_digest()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = Listen(spans);
        await using var pipeline = await TestPipeline.BeginAsync(azurite);

        await pipeline.TakeInAsync("traced.txt", Texts.Article(1));
        var closed = await pipeline.CloseAsync();

        var ingest = Assert.Single(spans, s => s.OperationName == "ingest" && (string?)s.GetTagItem("tradedigest.blob") == "traced.txt");
        var digest = Assert.Single(spans, s => s.OperationName == "digest" && (string?)s.GetTagItem("tradedigest.digest") == closed.Id);
        var way = spans.Where(s => s.TraceId == ingest.TraceId).OrderBy(s => s.StartTimeUtc).Select(s => s.OperationName);
        Assert.Equal(["ingest", "summarize", "told"], way);
        Assert.Contains(digest.Links, l => l.Context.TraceId == ingest.TraceId);
        Assert.Contains(spans.Single(s => s.TraceId == ingest.TraceId && s.OperationName == "told").Links, l => l.Context.SpanId == digest.SpanId);
    }

    [Fact]
    public async Task A_message_with_the_id_alone_is_taken_too()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.DropAsync("by-hand.txt", Texts.Article(1));
        await pipeline.IngestAsync("by-hand.txt");
        string id = ArticleMessage.Read((await pipeline.Storage.ToSummarize.PeekMessageAsync()).Value.Body.ToString()).Id;
        await pipeline.Storage.ToSummarize.ClearMessagesAsync();

        await pipeline.Storage.ToSummarize.SendMessageAsync(id);
        await pipeline.SummarizeAllAsync();

        Assert.NotNull(await pipeline.Get<SummaryStore>().FindAsync(id, CancellationToken.None));
    }

    private static ActivityListener Listen(ConcurrentBag<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
