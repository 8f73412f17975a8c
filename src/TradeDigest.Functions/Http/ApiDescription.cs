using TradeDigest.Functions.Http.Api;

namespace TradeDigest.Functions.Http;

/// <summary>All that the API answers. A new route adds its description here; a test holds the list against the triggers.</summary>
internal static class ApiDescription
{
    /// <summary>The operations, in the order of <c>openapi.json</c>.</summary>
    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        ListSummaries.Operation,
        GetSummary.Operation,
        PostSummary.Operation,
        EraseSummary.Operation,
        ListFacts.Operation,
        ListDigests.Operation,
        GetDigest.Operation,
        PostDigest.Operation,
        GetStory.Operation,
        GetFeed.Operation,
        GetDeadlines.Operation,
        ListQuarantine.Operation,
        RetryQuarantined.Operation,
        PostOperation.Operation,
        GetOperation.Operation,
        Unsubscribe.Page,
        Unsubscribe.Operation,
        GetHealth.Operation,
        GetOpenApi.Operation,
    ];
}
