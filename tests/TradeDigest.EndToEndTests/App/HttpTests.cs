using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.App;

[Collection(Azurite.Collection)]
public sealed class HttpTests(Azurite azurite) : IAsyncLifetime
{
    private const string Text =
        """
        Norway raised its tariffs on Peruvian asparagus from 4% to 9.5% on Monday.

        "We did not want this," Trade Minister Ingrid Solheim said.

        Peru's exports to Norway fell 12.3% year-on-year in January, its customs office said.
        """;

    private TestPipeline? _storage;
    private AppProcess? _app;

    private HttpClient Client => _app!.Client;

    private TestPipeline Storage => _storage!;

    public async Task InitializeAsync()
    {
        _storage = await TestPipeline.BeginAsync(azurite);
        _app = await AppProcess.StartForRequests(azurite.ConnectionString).ListenAsync();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _storage!.DisposeAsync();
    }

    [Fact]
    public async Task A_posted_article_is_answered_with_its_document_and_not_stored()
    {
        var answer = await Client.PostAsync(
            new Uri("api/summaries?name=a.txt&published=2026-03-02&publisher=Fjord%20Times&title=Asparagus%20duty%20doubled", UriKind.Relative), new StringContent(Text));

        var document = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Fjord Times", (string?)document["article"]!["publisher"]);
        Assert.Equal("2026-03-02", (string?)document["article"]!["publishedAt"]);
        Assert.Equal("metadata", (string?)document["article"]!["publishedBasis"]);
        Assert.Empty(await TestPipeline.NamesAsync(Storage.Storage.Library));
        var tariff = document["facts"]!.AsArray().Single(f => (string?)f!["kind"] == "tariff")!;
        Assert.Equal(("NO", "PE", 4m, 9.5m), ((string?)tariff["imposer"], (string?)tariff["target"], (decimal?)tariff["fromPercent"], (decimal?)tariff["toPercent"]));
        Assert.All(document["facts"]!.AsArray(), fact => Assert.Contains((string)fact!["evidence"]!["text"]!, Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api/summaries", "", HttpStatusCode.BadRequest)]
    [InlineData("api/summaries?published=soon", "Steel prices rose in Kenya on Monday.", HttpStatusCode.BadRequest)]
    [InlineData("api/summaries", "123 456", HttpStatusCode.UnprocessableEntity)]
    public async Task An_article_that_cannot_be_read_is_a_problem_that_says_what_to_do(string path, string body, HttpStatusCode status)
    {
        await AssertProblemAsync(await Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent(body)), status);
    }

    [Fact]
    public async Task A_form_around_an_article_is_refused_and_not_read_as_its_text()
    {
        using var form = new MultipartFormDataContent { { new StringContent(Text), "file", "a.txt" } };

        await AssertProblemAsync(await Client.PostAsync(new Uri("api/summaries", UriKind.Relative), form), HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        using var body = new StringContent(Text);
        body.Headers.ContentEncoding.Add("gzip");

        await AssertProblemAsync(await Client.PostAsync(new Uri("api/summaries", UriKind.Relative), body), HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("DELETE", "api/digests", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "api/summaries/0123456789abcdef", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "api/nothing", HttpStatusCode.NotFound)]
    public async Task A_request_that_no_function_answers_is_a_problem_too(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));

        await AssertProblemAsync(await Client.SendAsync(request), status);
    }

    [Fact]
    public async Task An_article_over_the_limit_is_too_large()
    {
        using var body = new ByteArrayContent(new byte[6 * 1024 * 1024]);

        await AssertProblemAsync(await Client.PostAsync(new Uri("api/summaries", UriKind.Relative), body), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("api/summaries?date=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("api/summaries?date=0001-01-01", HttpStatusCode.BadRequest)]
    [InlineData("api/summaries?date=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("api/summaries/0000000000000000", HttpStatusCode.NotFound)]
    [InlineData("api/summaries/..%2F..%2Fsecret", HttpStatusCode.NotFound)]
    [InlineData("api/digests/tomorrow", HttpStatusCode.BadRequest)]
    [InlineData("api/digests/2001-01-01", HttpStatusCode.NotFound)]
    [InlineData("api/digests/latest", HttpStatusCode.NotFound)]
    [InlineData("api/stories/story-0123456789abcdef", HttpStatusCode.NotFound)]
    [InlineData("api/stories/story-..%2F..%2Fsecret", HttpStatusCode.NotFound)]
    [InlineData("api/public", HttpStatusCode.NotFound)]
    [InlineData("api/public/search?q=steel", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_a_problem_that_says_what_to_do(string path, HttpStatusCode status)
    {
        await AssertProblemAsync(await Client.GetAsync(new Uri(path, UriKind.Relative)), status);
    }

    [Fact]
    public async Task Summaries_of_a_day_are_listed_and_each_is_there_by_its_id()
    {
        await Storage.TakeInAsync("a.txt", Texts.Article(1));
        await Storage.TakeInAsync("b.txt", Texts.Article(2));

        var list = JsonNode.Parse(await Client.GetStringAsync(new Uri("api/summaries", UriKind.Relative)))!.AsArray();

        Assert.Equal(2, list.Count);
        var one = JsonNode.Parse(await Client.GetStringAsync(new Uri($"api/summaries/{list[0]!["id"]}", UriKind.Relative)));
        Assert.True(JsonNode.DeepEquals(list[0], one));
        Assert.Empty(JsonNode.Parse(await Client.GetStringAsync(new Uri("api/summaries?date=2001-01-01", UriKind.Relative)))!.AsArray());
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("text/plain", "text/plain")]
    public async Task A_digest_comes_in_the_form_that_is_asked_for(string? accept, string mediaType)
    {
        await Storage.TakeInAsync("a.txt", Texts.Article(1));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/digests", UriKind.Relative));
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        var answer = await Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_that_a_digest_does_not_have_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/digests/latest", UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("image/png"));

        await AssertProblemAsync(await Client.SendAsync(request), HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task A_digest_asked_for_twice_says_that_nothing_has_come_since()
    {
        await Storage.TakeInAsync("a.txt", Texts.Article(1));

        var first = await Client.PostAsync(new Uri("api/digests", UriKind.Relative), null);
        var second = await Client.PostAsync(new Uri("api/digests", UriKind.Relative), null);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal("true", second.Headers.GetValues("Digest-Unchanged").Single());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await Client.GetStringAsync(first.Headers.Location));
    }

    [Fact]
    public async Task Each_edition_of_a_day_can_be_asked_for()
    {
        await Storage.TakeInAsync("a.txt", Texts.Article(1));
        var first = await Client.PostAsync(new Uri("api/digests", UriKind.Relative), null);
        await Storage.TakeInAsync("b.txt", Texts.Article(2));
        var second = await Client.PostAsync(new Uri("api/digests", UriKind.Relative), null);

        string day = first.Headers.Location!.OriginalString;

        Assert.Equal($"{day}.2", second.Headers.Location!.OriginalString);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await Client.GetStringAsync(new Uri($"{day}.1", UriKind.Relative)));
        Assert.Equal(await second.Content.ReadAsStringAsync(), await Client.GetStringAsync(new Uri(day, UriKind.Relative)));
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((int)status, (int?)problem["status"]);
        Assert.EndsWith(".", (string?)problem["detail"], StringComparison.Ordinal);
    }
}
