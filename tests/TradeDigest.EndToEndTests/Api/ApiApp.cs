using System.Text.Json.Nodes;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Functions.Http;
using TradeDigest.Functions.Http.OpenApi;

namespace TradeDigest.EndToEndTests.Api;

/// <summary>One app over one storage for all tests of a class: three articles, the digest of two of them, and a file in quarantine. It only answers requests.</summary>
public sealed class ApiApp(Azurite azurite) : IAsyncLifetime
{
    public const string Origin = "https://desk.example.org";

    public const string Steel =
        """
        Norway raised its tariffs on Peruvian asparagus from 4% to 9.5% on Monday.

        "We did not want this," Trade Minister Ingrid Solheim said.

        Peru's exports to Norway fell 12.3% year-on-year in January, its customs office said.
        """;

    private static readonly JsonObject Document = OpenApiDocument.Of(ApiDescription.Operations);

    private TestPipeline? _storage;
    private AppProcess? _app;

    public HttpClient Client => _app!.Client;

    public TestPipeline Storage => _storage!;

    public async Task InitializeAsync()
    {
        _storage = await TestPipeline.BeginAsync(azurite);
        await _storage.TakeInAsync("a.txt", Texts.Article(1), new Dictionary<string, string> { ["publisher"] = "Caf%C3%A9%20Times", ["published"] = "2026-03-02" });
        await _storage.TakeInAsync("folder/b.txt", Texts.Article(2), new Dictionary<string, string> { ["title"] = "%3Cscript%3Ealert(1)%3C/script%3E" });
        await _storage.CloseAsync();
        await _storage.TakeInAsync("steel.txt", Steel, new Dictionary<string, string> { ["title"] = "=HYPERLINK(1)", ["publisher"] = "Fjord Times", ["published"] = "2026-03-02" });
        await _storage.TakeInAsync("empty.txt", " ");
        _app = await AppProcess.StartWith(
            azurite.ConnectionString,
            [
                KeyValuePair.Create("AzureWebJobs.IngestArticle.Disabled", "true"),
                KeyValuePair.Create("AzureWebJobs.SummarizeArticle.Disabled", "true"),
                KeyValuePair.Create("Http__Cors__Origins__0", Origin),
            ]).ListenAsync();
    }

    public async Task DisposeAsync()
    {
        await _app!.DisposeAsync();
        await _storage!.DisposeAsync();
    }

    /// <summary>Sends a request and holds the answer against the description of its route.</summary>
    public async Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("api/" + path, UriKind.Relative)) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await Client.SendAsync(request);
        Assert.Equal([], await MisfitsAsync(method, path.Split('?')[0], answer));
        return answer;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    public async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await (await GetAsync(path)).Content.ReadAsStringAsync())!;

    /// <summary>Where an answer is not as the document says.</summary>
    private static async Task<IReadOnlyList<string>> MisfitsAsync(string method, string path, HttpResponseMessage answer)
    {
        var route = Document["paths"]!.AsObject().Select(p => p.Key).First(p => Fits(p.Trim('/').Split('/'), path.Split('/')));
        string status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Document["paths"]![route]![method.ToLowerInvariant()]?["responses"]?[status] is not { } described)
        {
            return [$"{method} {path}: {status} is not described"];
        }

        if (method == "HEAD" || status == "304")
        {
            return [];
        }

        string mediaType = answer.Content.Headers.ContentType!.MediaType!;
        if (described["content"]?[mediaType]?["schema"] is not { } schema)
        {
            return [$"{method} {path}: {status} as {mediaType} is not described"];
        }

        return mediaType.EndsWith("json", StringComparison.Ordinal) && !mediaType.EndsWith("ndjson", StringComparison.Ordinal)
            ? new SchemaCheck(Document).Misfits(schema, JsonNode.Parse(await answer.Content.ReadAsStringAsync()))
            : [];
    }

    private static bool Fits(string[] route, string[] path) => route.Length == path.Length && route.Zip(path).All(p => p.First.StartsWith('{') || p.First == p.Second);
}
