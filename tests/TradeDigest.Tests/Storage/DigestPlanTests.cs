using System.Text.Json;
using TradeDigest.Storage;

namespace TradeDigest.Tests.Storage;

public sealed class DigestPlanTests
{
    [Fact]
    public void A_plan_of_an_earlier_version_is_read()
    {
        const string stored = """
            {"id":"2026-03-02","day":"2026-03-02","edition":1,"from":"2026-03-01T07:00:00Z","cutOff":"2026-03-02T07:00:00Z","articles":["0123456789abcdef"],"unreadable":[],"log":{"from":"2026-03-01","read":{}}}
            """;

        var plan = JsonSerializer.Deserialize(stored, TradeDigestJson.Compact.DigestPlan)!;

        Assert.Equal(["0123456789abcdef"], plan.Articles);
        Assert.Empty(plan.Erased);
    }
}
