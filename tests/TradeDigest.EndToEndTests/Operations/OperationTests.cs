using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Operations;
using TradeDigest.Pipeline;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Operations;

[Collection(Azurite.Collection)]
public sealed class OperationTests(Azurite azurite)
{
    [Fact]
    public async Task Replay_takes_the_files_of_a_day_in_again()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("a.txt", Texts.Article(1));
        await pipeline.TakeInAsync("b.txt", Texts.Article(2));
        var before = await TestPipeline.NamesAsync(pipeline.Storage.Library, "summaries/");
        await EmptyAsync(pipeline, "");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime);

        var past = await RunAsync(pipeline, OperationKind.Replay, to: today.AddDays(-2));
        Assert.Equal((0, 0), (past.Seen, past.Changed));
        var record = await RunAsync(pipeline, OperationKind.Replay, from: today.AddDays(-1));
        await pipeline.SummarizeAllAsync();

        Assert.Equal((2, 2, 0), (record.Seen, record.Changed, record.Failed));
        Assert.Equal(before, await TestPipeline.NamesAsync(pipeline.Storage.Library, "summaries/"));
    }

    [Fact]
    public async Task Rebuild_brings_a_lost_log_and_a_lost_summary_back_and_nothing_is_told_twice()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        for (int i = 1; i <= 3; i++)
        {
            await pipeline.TakeInAsync($"{i}.txt", Texts.Article(i));
        }

        await pipeline.DropAsync("empty.txt", "");
        await pipeline.IngestAsync("empty.txt");
        await EmptyAsync(pipeline, "days/");
        string lost = (await TestPipeline.NamesAsync(pipeline.Storage.Library, "summaries/"))[0];
        await pipeline.Storage.Library.DeleteBlobAsync(lost);

        var record = await RunAsync(pipeline, OperationKind.Rebuild);
        var closed = await pipeline.CloseAsync();
        await RunAsync(pipeline, OperationKind.Rebuild);
        var again = await pipeline.CloseAsync();

        Assert.Equal((4, 4, 0), (record.Seen, record.Changed, record.Failed));
        var plan = await pipeline.PlanAsync(closed.Id);
        Assert.Equal((3, 1), (plan.Articles.Count, plan.Unreadable.Count));
        Assert.False(again.IsNew);
    }

    [Fact]
    public async Task Rebuild_leaves_what_is_in_order()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("a.txt", Texts.Article(1));

        var record = await RunAsync(pipeline, OperationKind.Rebuild);

        Assert.Equal((1, 0, 0), (record.Seen, record.Changed, record.Failed));
    }

    [Fact]
    public async Task Reanalyse_makes_documents_of_earlier_rules_anew_and_only_those()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("old.txt", Texts.Article(1));
        await pipeline.TakeInAsync("new.txt", Texts.Article(2));
        string id = await IdOfAsync(pipeline, "old.txt");
        var summaries = pipeline.Get<SummaryStore>();
        var found = await summaries.LookAsync(id, CancellationToken.None);
        Assert.True(await summaries.TryWriteAsync(found.Value! with { Analyst = found.Value.Analyst with { Version = "0" }, Facts = [] }, found, CancellationToken.None));

        var record = await RunAsync(pipeline, OperationKind.Reanalyse);

        Assert.Equal((2, 1, 0), (record.Seen, record.Changed, record.Failed));
        var document = (await summaries.FindAsync(id, CancellationToken.None))!;
        Assert.True(pipeline.Get<IAnalyst>().IsCurrent(document.Analyst));
        Assert.NotEmpty(document.Facts);
    }

    [Fact]
    public async Task A_raised_limit_lets_a_quarantined_file_in()
    {
        string name = "desk/long one.txt";
        await using (var narrow = await TestPipeline.BeginAsync(azurite, change: s => s.AddSingleton(new ArticleReaderOptions { MaxBytes = 1024 })))
        {
            await narrow.DropAsync(name, Texts.Article(1) + new string('\n', 1100));
            await narrow.IngestAsync(name);
            Assert.Equal(new RetriedFile(name, false, "too-large", (await narrow.Get<QuarantineStore>().FindAsync(name, CancellationToken.None))!.Message), await narrow.Get<QuarantineRetry>().RunAsync(name, CancellationToken.None));
        }

        await using var wide = await TestPipeline.OpenAsync(azurite);
        var retried = await wide.Get<QuarantineRetry>().RunAsync(name, CancellationToken.None);
        await wide.SummarizeAllAsync();

        Assert.Equal(new RetriedFile(name, true, null, null), retried);
        Assert.Null(await wide.Get<QuarantineStore>().FindAsync(name, CancellationToken.None));
        Assert.Single(await TestPipeline.NamesAsync(wide.Storage.Library, "summaries/"));
        Assert.Null(await wide.Get<QuarantineRetry>().RunAsync(name, CancellationToken.None));
    }

    [Fact]
    public async Task Many_files_are_gone_through_in_parts_each_once()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        var store = pipeline.Get<QuarantineStore>();
        var now = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 130).Select(i => store.KeepAsync(new QuarantineRecord($"gone-{i}.txt", "empty", "", now, now), CancellationToken.None)));
        await pipeline.DropAsync("gone-7.txt", Texts.Article(1));

        var record = await RunAsync(pipeline, OperationKind.RetryQuarantine);

        Assert.Equal((130, 1, 0), (record.Seen, record.Changed, record.Failed));
    }

    [Fact]
    public async Task A_damaged_article_is_counted_and_the_others_go_on()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        await pipeline.TakeInAsync("a.txt", Texts.Article(1));
        await pipeline.Storage.Library.GetBlobClient("articles/0000000000000000.json").UploadAsync(new BinaryData("{ this is no article"));
        await EmptyAsync(pipeline, "days/");

        var record = await RunAsync(pipeline, OperationKind.Rebuild);

        Assert.Equal((2, 1, 1), (record.Seen, record.Changed, record.Failed));
    }

    [Fact]
    public async Task An_operation_that_stands_still_is_counted_by_health()
    {
        await using var pipeline = await TestPipeline.BeginAsync(azurite);
        var poison = new QueueClient(azurite.ConnectionString, StorageAccount.OperationsQueue + "-poison");
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync("20260302T0800000000000-rebuild");

        var health = await pipeline.Get<HealthCheck>().LookAsync(CancellationToken.None);

        await poison.DeleteAsync();
        Assert.Equal(new PoisonHealth(0, 0, 1), health.Poisoned);
    }

    private static async Task<OperationRecord> RunAsync(TestPipeline pipeline, OperationKind kind, DateOnly? from = null, DateOnly? to = null)
    {
        var runner = pipeline.Get<OperationRunner>();
        var begun = await runner.StartAsync(kind, from, to, CancellationToken.None);
        while ((await pipeline.Storage.Operations.ReceiveMessagesAsync(32)).Value is { Length: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await runner.RunAsync(message.Body.ToString(), CancellationToken.None);
                await pipeline.Storage.Operations.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
        }

        var record = (await runner.FindAsync(begun.Id, CancellationToken.None))!;
        Assert.Equal(OperationState.Done, record.State);
        return record;
    }

    private static async Task<string> IdOfAsync(TestPipeline pipeline, string name) => (await pipeline.Get<NameIndex>().FindAsync(name, CancellationToken.None))!.Ids[0];

    private static async Task EmptyAsync(TestPipeline pipeline, string prefix)
    {
        foreach (string name in await TestPipeline.NamesAsync(pipeline.Storage.Library, prefix))
        {
            await pipeline.Storage.Library.DeleteBlobAsync(name);
        }
    }
}
