using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.Api;

/// <summary>What every route has alike. Each answer is held against <c>openapi.json</c>.</summary>
[Collection(Azurite.Collection)]
public sealed class ApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Theory]
    [InlineData("summaries")]
    [InlineData("summaries?limit=1&kind=tariff")]
    [InlineData("facts")]
    [InlineData("facts?format=csv")]
    [InlineData("facts?format=jsonl")]
    [InlineData("digests")]
    [InlineData("digests/latest")]
    [InlineData("digests/latest?format=html")]
    [InlineData("digests/latest?format=text")]
    [InlineData("digests/latest?format=eml")]
    [InlineData("openapi.json")]
    public async Task What_the_caller_has_already_is_not_sent_again(string path)
    {
        var first = await app.GetAsync(path);
        var again = await app.GetAsync(path, ("If-None-Match", $"\"other\", {first.Headers.ETag}"));
        var head = await app.SendAsync("HEAD", path);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, head.StatusCode));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.ETag, head.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("summaries")]
    [InlineData("digests/latest?format=html")]
    [InlineData("health")]
    [InlineData("summaries/nothing")]
    [InlineData("facts?dat=1")]
    public async Task Every_answer_forbids_browsers_what_it_does_not_need(string path)
    {
        var answer = await app.GetAsync(path);

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_compressed_for_who_takes_it()
    {
        var plain = await app.GetAsync("openapi.json");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/openapi.json", UriKind.Relative));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        var packed = await app.Client.SendAsync(request);
        using var refusing = new HttpRequestMessage(HttpMethod.Get, new Uri("api/openapi.json", UriKind.Relative));
        refusing.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip;q=0, identity");

        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        await using var unpacked = new GZipStream(await packed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await new StreamReader(unpacked).ReadToEndAsync());
        Assert.Empty((await app.Client.SendAsync(refusing)).Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData(ApiApp.Origin, ApiApp.Origin)]
    [InlineData("https://evil.example", null)]
    public async Task Only_pages_of_an_origin_that_is_set_may_read(string origin, string? allowed)
    {
        var answer = await app.GetAsync("summaries", ("Origin", origin));
        using var question = new HttpRequestMessage(HttpMethod.Options, new Uri("api/summaries", UriKind.Relative));
        question.Headers.Add("Origin", origin);
        question.Headers.Add("Access-Control-Request-Method", "GET");
        var preflight = await app.Client.SendAsync(question);

        Assert.Equal(allowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
        Assert.Contains("Origin", answer.Headers.Vary);
        Assert.Equal(allowed is null ? HttpStatusCode.Forbidden : HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(allowed is null ? null : "DELETE, GET, HEAD, POST", preflight.Headers.TryGetValues("Access-Control-Allow-Methods", out var methods) ? methods.Single() : null);
    }

    [Theory]
    [InlineData("facts?dat=2026-03-02", "There is no parameter ‘dat’; this route takes date, from, to, q, party, kind, publisher, dates, limit, cursor, format.")]
    [InlineData("health?x=1", "There is no parameter ‘x’; this route takes none.")]
    [InlineData("facts?limit=1&limit=2", "The parameter ‘limit’ is given 2 times. Give it once.")]
    [InlineData("facts?limit=0", "The parameter ‘limit’ is ‘0’. Give a whole number from 1 to 10000: ?limit=100.")]
    [InlineData("summaries?limit=201", "The parameter ‘limit’ is ‘201’. Give a whole number from 1 to 200: ?limit=50.")]
    [InlineData("facts?kind=tarif", "The parameter ‘kind’ is ‘tarif’. It is one of tariff, statistic, share, forecast, measure, agreement, commitment, meeting, delegate, call, deadline, quote.")]
    [InlineData("facts?format=xml", "The parameter ‘format’ is ‘xml’. It is one of json, csv, jsonl.")]
    [InlineData("summaries?date=2026-03-02&from=2026-03-01", "Give either date, for one day, or from and to.")]
    [InlineData("summaries?from=2026-03-02&to=2026-03-01", "from (2026-03-02) is later than to (2026-03-01). Change them over.")]
    [InlineData("summaries?q=%22%22", "Give at least one letter or digit to search for.")]
    [InlineData("summaries?name=a.txt&kind=tariff", "Give either the name of a file, or filters.")]
    [InlineData("summaries?cursor=bm90aGluZw", "It is no cursor of this list with these filters. Take the address from the Link header as it is, or begin again without cursor.")]
    [InlineData("digests?cursor=!", "It is no cursor of this list with these filters. Take the address from the Link header as it is, or begin again without cursor.")]
    public async Task What_cannot_be_asked_for_is_refused_with_what_can(string path, string detail)
    {
        var answer = await app.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(detail, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]);
    }

    public static TheoryData<string, HttpStatusCode> Hostile { get; } = new()
    {
        { "summaries?q=" + new string('a', 600), HttpStatusCode.BadRequest },
        { "summaries?q=" + new string('a', 5000), HttpStatusCode.RequestUriTooLong },
        { "summaries?" + new string('a', 3000), HttpStatusCode.BadRequest },
        { "summaries?q=%00", HttpStatusCode.BadRequest },
        { "summaries?party=A%0D%0ASet-Cookie:x", HttpStatusCode.BadRequest },
        { "summaries?q=%FF%FE%80", HttpStatusCode.OK },
        { "summaries?q=%ED%A0%80", HttpStatusCode.OK },
        { "summaries?publisher=%E2%80%AE%F0%9F%8D%9E", HttpStatusCode.OK },
        { "summaries?%00=1", HttpStatusCode.BadRequest },
        { "summaries?code=a-function-key", HttpStatusCode.OK },
        { "summaries?to=2999-12-31&from=1900-01-01", HttpStatusCode.OK },
        { "facts?cursor=MSw0MDY0OGQ1Myw5OTk5OTk5OTk5OTk5OTk5OTk5LDAsYQ", HttpStatusCode.BadRequest },
        { "summaries/..%2F..%2Fstate.json", HttpStatusCode.NotFound },
        { "digests/2026-03-02.99999999999", HttpStatusCode.BadRequest },
        { "digests/2026-03-02.2147483647", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_query_gets_a_plain_answer(string path, HttpStatusCode status) => Assert.Equal(status, (await app.GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_query_of_ten_thousand_characters_is_too_long() =>
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await app.Client.GetAsync(new Uri("api/summaries?q=" + new string('a', 10_000), UriKind.Relative))).StatusCode);

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/x-ndjson;q=0.9, application/json;q=0.5", "application/x-ndjson")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/*", "text/csv")]
    public async Task The_form_is_the_one_that_is_liked_best(string accept, string mediaType) =>
        Assert.Equal(mediaType, (await app.GetAsync("facts", ("Accept", accept))).Content.Headers.ContentType!.MediaType);

    [Fact]
    public async Task A_form_that_is_named_goes_before_the_accepted_ones() =>
        Assert.Equal("text/csv", (await app.GetAsync("facts?format=csv", ("Accept", "application/json"))).Content.Headers.ContentType!.MediaType);

    [Fact]
    public async Task A_form_that_is_not_there_is_refused() =>
        Assert.Equal(HttpStatusCode.NotAcceptable, (await app.GetAsync("facts", ("Accept", "image/png"))).StatusCode);

    [Fact]
    public async Task The_document_of_the_app_is_the_one_that_tests_hold_it_against() =>
        Assert.True(JsonNode.DeepEquals(TradeDigest.Functions.Http.OpenApi.OpenApiDocument.Of(TradeDigest.Functions.Http.ApiDescription.Operations), await app.JsonAsync("openapi.json")));

    [Fact]
    public async Task A_body_over_the_limit_is_refused_also_when_its_length_is_not_told()
    {
        using var body = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(new string('a', 6 * 1024 * 1024))));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("api/summaries?store=true", UriKind.Relative)) { Content = body };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.Client.SendAsync(request)).StatusCode);
    }
}
