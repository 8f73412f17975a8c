using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.Api;

/// <summary>What single routes give. Each answer is held against <c>openapi.json</c>.</summary>
[Collection(Azurite.Collection)]
public sealed class RouteTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Theory]
    [InlineData("", "a.txt folder/b.txt steel.txt")]
    [InlineData("publisher=cafe%20times", "a.txt")]
    [InlineData("party=Peru&kind=tariff", "steel.txt")]
    [InlineData("party=PE&q=solheim%20%22did%20not%20want%22", "steel.txt")]
    [InlineData("q=%22want%20not%22", "")]
    [InlineData("from=2001-01-01&to=2001-12-31", "")]
    public async Task Summaries_are_found_by_what_they_say(string query, string names)
    {
        var found = (await app.JsonAsync("summaries?" + query)).AsArray().Select(d => (string)d!["article"]!["names"]![0]!);

        Assert.Equal(names, string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("summaries", "id")]
    [InlineData("facts", "fact")]
    public async Task A_list_can_be_walked_by_its_links(string route, string member)
    {
        var whole = (await app.JsonAsync(route)).AsArray().Select(i => i![member]!.ToJsonString()).ToList();
        var walked = new List<string>();
        string? next = $"{route}?limit=1&format=json".Replace("summaries?limit=1&format=json", "summaries?limit=1", StringComparison.Ordinal);
        while (next is not null)
        {
            var answer = await app.GetAsync(next);
            walked.AddRange(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray().Select(i => i![member]!.ToJsonString()));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split("<")[1].Split('>')[0]["/api/".Length..] : null;
        }

        Assert.NotEmpty(whole);
        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task An_article_is_found_by_the_name_of_its_file()
    {
        var found = (await app.JsonAsync("summaries?name=folder/b.txt")).AsArray();

        Assert.Equal("folder/b.txt", (string?)found.Single()!["article"]!["names"]![0]);
    }

    [Theory]
    [InlineData("none.txt", "No file of this name has been read.")]
    [InlineData("empty.txt", "This file is in quarantine (empty).")]
    public async Task A_file_without_an_article_is_told_of_with_the_reason(string name, string begin)
    {
        var answer = await app.GetAsync("summaries?name=" + name);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.StartsWith(begin, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "text/html")]
    [InlineData("markdown", "text/markdown")]
    [InlineData("text", "text/plain")]
    public async Task A_document_comes_in_every_form_and_its_words_are_words(string format, string mediaType)
    {
        string id = (string)(await app.JsonAsync("summaries?name=folder/b.txt"))[0]!["id"]!;
        var answer = await app.GetAsync($"summaries/{id}?format={format}");
        string content = await answer.Content.ReadAsStringAsync();
        string shown = format switch
        {
            "html" => content,
            "markdown" => Markdig.Markdown.ToHtml(content),
            _ => WebUtility.HtmlEncode(content),
        };

        Assert.Equal(mediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fact_of_the_ledger_stands_in_its_article_where_it_says()
    {
        var row = (await app.JsonAsync("facts?kind=tariff&party=NO")).AsArray().Single()!;
        var evidence = row["fact"]!["evidence"]!;
        var article = await app.Storage.Get<TradeDigest.Storage.ArticleStore>().FindAsync((string)row["id"]!, CancellationToken.None);

        Assert.Equal("2026-03-02", (string?)row["date"]?["text"]);
        Assert.Equal(9.5m, (decimal?)row["fact"]!["toPercent"]);
        Assert.Equal((string?)evidence["text"], article!.Text[(int)evidence["start"]!..(int)evidence["end"]!]);
    }

    [Theory]
    [InlineData("dates=fact&from=2026-01-01&to=2026-01-31&q=asparagus", "statistic")]
    [InlineData("dates=fact&date=2026-03-02&q=asparagus", "tariff")]
    [InlineData("dates=fact&to=1999-12-31&q=asparagus", "")]
    public async Task Facts_are_found_by_the_days_that_they_are_about(string query, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', (await app.JsonAsync("facts?" + query)).AsArray().Select(r => (string)r!["fact"]!["kind"]!)));

    [Fact]
    public async Task Facts_come_as_a_table_that_no_spreadsheet_reckons()
    {
        var answer = await app.GetAsync("facts?format=csv&q=asparagus");
        string[] lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.Equal("attachment; filename=\"facts.csv\"", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.StartsWith("article,title,publisher,", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..^1], line => Assert.Equal("'=HYPERLINK(1)", line.Split(',')[1]));
        Assert.Empty(lines[^1]);
    }

    [Fact]
    public async Task Each_line_of_json_lines_is_a_fact_of_the_list()
    {
        var list = (await app.JsonAsync("facts")).AsArray();
        string[] lines = (await (await app.GetAsync("facts?format=jsonl")).Content.ReadAsStringAsync()).Split('\n');

        Assert.Equal(list.Select(r => r!.ToJsonString()), lines[..^1].Select(l => JsonNode.Parse(l)!.ToJsonString()));
    }

    [Fact]
    public async Task Digests_are_listed_with_what_is_in_them()
    {
        var listed = (await app.JsonAsync("digests")).AsArray().Single()!;

        Assert.Equal(2, (int)listed["figures"]!["articles"]!);
        Assert.Equal((string?)listed["subject"], (string?)(await app.JsonAsync($"digests/{listed["id"]}"))["subject"]);
        Assert.Empty((await app.JsonAsync("digests?to=2001-01-01")).AsArray());
    }

    [Fact]
    public async Task A_preview_tells_what_the_next_digest_would_and_stores_nothing()
    {
        var before = await StoredAsync();
        var preview = await app.SendAsync("POST", "digests?deliver=false");
        var text = await app.SendAsync("POST", "digests?deliver=false&format=text");
        var message = await app.SendAsync("POST", "digests?deliver=false&format=eml");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (preview.StatusCode, text.StatusCode, message.StatusCode));
        Assert.Equal(1, (int)JsonNode.Parse(await preview.Content.ReadAsStringAsync())!["figures"]!["articles"]!);
        Assert.Contains("asparagus", await text.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task Health_tells_the_queues_and_how_old_the_last_digest_is()
    {
        var health = await app.JsonAsync("health");

        Assert.Equal((0, 0, 0, 1), ((int)health["waiting"]!, (int)health["poisoned"]!["ingest"]!, (int)health["poisoned"]!["summarize"]!, (int)health["quarantined"]!));
        Assert.InRange((long)health["lastDigestAgeSeconds"]!, 0, 3600);
        Assert.Equal("local", (string?)health["analyst"]!["name"]);
    }

    [Fact]
    public async Task A_posted_article_can_be_stored_and_never_in_the_place_of_another()
    {
        const string path = "summaries?store=true&name=desk/caf%C3%A9.txt&title=Caf%C3%A9%2050%25&url=https://x.example/a&published=2026-03-01";
        var stored = await app.SendAsync("POST", path, new StringContent(Texts.Article(7)));
        var again = await app.SendAsync("POST", path, new StringContent(Texts.Article(7)));
        var other = await app.SendAsync("POST", path, new StringContent(Texts.Article(8)));
        var otherTitle = await app.SendAsync("POST", path.Replace("50", "60", StringComparison.Ordinal), new StringContent(Texts.Article(7)));
        var document = JsonNode.Parse(await stored.Content.ReadAsStringAsync())!;
        string name = (string)document["article"]!["names"]![0]!;
        var blob = await app.Storage.Storage.Articles.GetBlobClient(name).DownloadContentAsync();

        Assert.Equal(
            (HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict),
            (stored.StatusCode, again.StatusCode, other.StatusCode, otherTitle.StatusCode));
        Assert.Equal($"/api/summaries/{document["id"]}", stored.Headers.Location!.OriginalString);
        Assert.Equal("desk/café.txt", name);
        Assert.Equal(Texts.Article(7), blob.Value.Content.ToString());
        await app.Storage.IngestAsync(name);
        var article = await app.Storage.Get<TradeDigest.Storage.ArticleStore>().FindAsync((string)document["id"]!, CancellationToken.None);
        Assert.Equal(("Café 50%", "https://x.example/a", new DateOnly(2026, 3, 1)), (article!.Title, article.Url, article.PublishedAt));
        await app.Storage.Storage.Articles.DeleteBlobAsync(name);
        await app.Storage.Storage.ToSummarize.ClearMessagesAsync();
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_stored()
    {
        var before = await TestPipeline.NamesAsync(app.Storage.Storage.Articles);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.SendAsync("POST", "summaries?store=true", new ByteArrayContent([0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, 0]))).StatusCode);
        Assert.Equal(before, await TestPipeline.NamesAsync(app.Storage.Storage.Articles));
    }

    /// <summary>All that the app has stored, with its versions.</summary>
    private async Task<string> StoredAsync()
    {
        var stored = new StringBuilder();
        foreach (var container in (Azure.Storage.Blobs.BlobContainerClient[])[app.Storage.Storage.Library, app.Storage.Storage.Digests, app.Storage.Storage.Quarantine, app.Storage.Storage.Outbox])
        {
            await foreach (var blob in container.GetBlobsAsync())
            {
                stored.Append(container.Name).Append('/').Append(blob.Name).Append(' ').Append(blob.Properties.ETag).Append('\n');
            }
        }

        return stored.ToString();
    }
}
