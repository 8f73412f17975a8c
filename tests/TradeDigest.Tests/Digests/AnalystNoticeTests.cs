using TradeDigest.Digests;

namespace TradeDigest.Tests.Digests;

public class AnalystNoticeTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("budget", "1 article read by rules alone: the model's budget of the day was spent.")]
    [InlineData("circuit-open", "1 article read by rules alone: the model gave no answer.")]
    public async Task A_digest_tells_where_a_model_did_not_read(string? fallback, string? notice)
    {
        var article = new SampleArticle("a1", "2024-03-05", "Norway's salmon exports slip", "Norway's salmon exports fell in February. Prices held.").Build();
        var digest = new DigestComposer().Compose(new DigestRequest
        {
            Date = new DateOnly(2024, 3, 6),
            From = new DateTimeOffset(2024, 3, 5, 7, 0, 0, TimeSpan.Zero),
            To = new DateTimeOffset(2024, 3, 6, 7, 0, 0, TimeSpan.Zero),
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London"),
            Articles = [article with { Document = article.Document with { Analyst = article.Document.Analyst with { Fallback = fallback } } }],
        }).Digest;

        Assert.Equal(notice, digest.Notice);
        Assert.Equal(notice is not null, DigestRenderer.Text(digest).Contains("by rules alone", StringComparison.Ordinal));
        Assert.Equal(notice is not null, (await DigestRenderer.MailHtmlAsync(digest)).Contains("by rules alone", StringComparison.Ordinal));
    }
}
