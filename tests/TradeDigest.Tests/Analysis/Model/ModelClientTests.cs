using TradeDigest.Analysis.Model;

namespace TradeDigest.Tests.Analysis.Model;

public sealed class ModelClientTests
{
    private const string Answer = """{"headline":"h","summary":[],"facts":[]}""";

    [Fact]
    public async Task A_request_keeps_to_the_published_contract_and_puts_the_fixed_part_first()
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Completion(Answer));

        var reply = await Client(model).AskAsync("fixed", "article", CancellationToken.None);

        Assert.Equal(Answer, reply.Json);
        Assert.Equal(new TokenUsage(900, 600, 300, 1), reply.Usage);
        Assert.Empty(model.Breaches);
        Assert.Equal("fixed", model.Requests.Single()["messages"]![0]!["content"]!.ToString());
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passing_fault_is_tried_again(int status)
    {
        await using var model = await ModelDouble.StartAsync((n, _) => n < 2 ? DoubleReply.Error(status) : DoubleReply.Completion(Answer));

        var reply = await Client(model).AskAsync("fixed", "article", CancellationToken.None);

        Assert.Equal(Answer, reply.Json);
        Assert.Equal(3, model.Requests.Count);
    }

    [Fact]
    public async Task The_pause_that_the_service_asks_for_goes_before_the_own()
    {
        await using var model = await ModelDouble.StartAsync(
            (n, _) => n == 0 ? DoubleReply.Error(429) with { RetryAfter = "0" } : DoubleReply.Completion(Answer));

        // An hour's pause of the client's own would outlast the test.
        var reply = await Client(model, o => o.RetryDelayMilliseconds = 3_600_000).AskAsync("fixed", "article", CancellationToken.None);

        Assert.Equal(Answer, reply.Json);
    }

    [Theory]
    [InlineData(400, "invalid_request", ModelFailure.Rejected)]
    [InlineData(404, "DeploymentNotFound", ModelFailure.Rejected)]
    [InlineData(401, "unauthorized", ModelFailure.Unauthorized)]
    [InlineData(403, "forbidden", ModelFailure.Unauthorized)]
    [InlineData(400, "content_filter", ModelFailure.ContentFilter)]
    public async Task A_lasting_fault_is_told_at_once(int status, string code, ModelFailure failure)
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Error(status, code));

        var fault = await Assert.ThrowsAsync<ModelFailureException>(() => Client(model).AskAsync("fixed", "article", CancellationToken.None));

        Assert.Equal(failure, fault.Failure);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task After_all_tries_the_model_counts_as_out_of_reach()
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Error(500));

        var fault = await Assert.ThrowsAsync<ModelFailureException>(() => Client(model).AskAsync("fixed", "article", CancellationToken.None));

        Assert.Equal(ModelFailure.Unavailable, fault.Failure);
        Assert.True(ModelFailureException.MayPass(fault.Reason));
        Assert.Equal(4, model.Requests.Count);
    }

    [Fact]
    public async Task No_server_counts_as_out_of_reach()
    {
        Uri gone;
        await using (var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Error(500)))
        {
            gone = model.Endpoint;
        }

        var client = Client(gone, o => o.Retries = 1);
        var fault = await Assert.ThrowsAsync<ModelFailureException>(() => client.AskAsync("fixed", "article", CancellationToken.None));

        Assert.Equal(ModelFailure.Unavailable, fault.Failure);
    }

    [Fact]
    public async Task A_try_that_takes_too_long_is_ended()
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Completion(Answer) with { Latency = TimeSpan.FromMinutes(5) });

        var client = Client(model, o => (o.TimeoutSeconds, o.Retries) = (1, 0));
        var fault = await Assert.ThrowsAsync<ModelFailureException>(() => client.AskAsync("fixed", "article", CancellationToken.None));

        Assert.Equal(ModelFailure.Unavailable, fault.Failure);
    }

    [Fact]
    public async Task When_most_requests_fail_the_service_is_left_alone()
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Error(503));
        var client = Client(model, o => o.Retries = 0);
        ModelFailureException? last = null;
        for (int i = 0; i < 20; i++)
        {
            last = await Assert.ThrowsAsync<ModelFailureException>(() => client.AskAsync("fixed", "article", CancellationToken.None));
        }

        Assert.Equal(ModelFailure.CircuitOpen, last!.Failure);
        Assert.Equal(ModelResilience.MinimumThroughput, model.Requests.Count);
    }

    [Theory]
    [InlineData("length", null, ModelFailure.Truncated)]
    [InlineData("content_filter", null, ModelFailure.ContentFilter)]
    [InlineData("stop", "I cannot help with that.", ModelFailure.Refused)]
    public async Task An_answer_that_is_none_is_told_with_its_cost(string finish, string? refusal, ModelFailure failure)
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Completion("{\"headline\":", finish, refusal));

        var fault = await Assert.ThrowsAsync<ModelFailureException>(() => Client(model).AskAsync("fixed", "article", CancellationToken.None));

        Assert.Equal(failure, fault.Failure);
        Assert.Equal(1_200, fault.Usage.Total);
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("{\"headline\":\"h\"}")]
    [InlineData("{\"headline\":\"h\",\"summary\":{},\"facts\":[]}")]
    public async Task An_answer_out_of_shape_is_asked_for_once_more(string first)
    {
        await using var model = await ModelDouble.StartAsync((n, _) => DoubleReply.Completion(n == 0 ? first : Answer));

        var reply = await Client(model).AskAsync("fixed", "article", CancellationToken.None);

        Assert.Equal(Answer, reply.Json);
        Assert.Equal(2_400, reply.Usage.Total);
        Assert.Equal(1, reply.Usage.Articles);
        Assert.Empty(model.Breaches);
    }

    [Fact]
    public async Task An_answer_twice_out_of_shape_is_given_up()
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Completion("no JSON"));

        var fault = await Assert.ThrowsAsync<ModelFailureException>(() => Client(model).AskAsync("fixed", "article", CancellationToken.None));

        Assert.Equal(ModelFailure.Malformed, fault.Failure);
        Assert.Equal(2, model.Requests.Count);
        Assert.Equal(2_400, fault.Usage.Total);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_at_once_than_the_setting_says()
    {
        await using var model = await ModelDouble.StartAsync((_, _) => DoubleReply.Completion(Answer) with { Latency = TimeSpan.FromMilliseconds(20) });
        var client = Client(model, o => o.Concurrency = 4);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.AskAsync("fixed", "article", CancellationToken.None)));

        Assert.InRange(model.MostAtOnce, 2, 4);
        Assert.Equal(40, model.Requests.Count);
    }

    private static ModelClient Client(ModelDouble model, Action<ModelOptions>? change = null) => Client(model.Endpoint, change);

    private static ModelClient Client(Uri endpoint, Action<ModelOptions>? change = null)
    {
        var options = new ModelOptions { Endpoint = endpoint, Deployment = "double", Key = "secret", RetryDelayMilliseconds = 1 };
        change?.Invoke(options);
        return new ModelClient(options, () => throw new InvalidOperationException("A key is set."), new HttpClient(), TimeProvider.System, () => 0.5);
    }
}
