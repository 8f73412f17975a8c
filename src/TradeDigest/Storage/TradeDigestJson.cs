using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using TradeDigest.Analysis;
using TradeDigest.Analysis.Model;
using TradeDigest.Articles;
using TradeDigest.Delivery;
using TradeDigest.Facts;
using TradeDigest.Operations;
using TradeDigest.Pipeline;
using TradeDigest.Queries;

namespace TradeDigest.Storage;

/// <summary>How everything that is stored or answered is written as JSON: camelCase, a slot without a value as <c>null</c>, letters of any script as they are.</summary>
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleDocument))]
[JsonSerializable(typeof(IReadOnlyList<Fact>))]
[JsonSerializable(typeof(DayEntry))]
[JsonSerializable(typeof(ArticleMessage))]
[JsonSerializable(typeof(NameRecord))]
[JsonSerializable(typeof(QuarantineRecord))]
[JsonSerializable(typeof(DigestState))]
[JsonSerializable(typeof(DigestPlan))]
[JsonSerializable(typeof(DeliveryRecord))]
[JsonSerializable(typeof(OpenDeliveries))]
[JsonSerializable(typeof(DeliveryReport))]
[JsonSerializable(typeof(Unsubscription))]
[JsonSerializable(typeof(UnsubscribeSecret))]
[JsonSerializable(typeof(PoisonBlob))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(IReadOnlyList<ArticleDocument>))]
[JsonSerializable(typeof(FactRow))]
[JsonSerializable(typeof(IReadOnlyList<FactRow>))]
[JsonSerializable(typeof(DigestListItem))]
[JsonSerializable(typeof(IReadOnlyList<DigestListItem>))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(TokenUsage))]
[JsonSerializable(typeof(ErasedArticle))]
[JsonSerializable(typeof(OperationRecord))]
[JsonSerializable(typeof(RetriedFile))]
[JsonSerializable(typeof(IReadOnlyList<QuarantineRecord>))]
public sealed partial class TradeDigestJson : JsonSerializerContext
{
    /// <summary>One line.</summary>
    public static TradeDigestJson Compact { get; } = new(With(indented: false));

    /// <summary>Indented, for what people may open.</summary>
    public static TradeDigestJson Readable { get; } = new(With(indented: true));

    private static JsonSerializerOptions With(bool indented) => new(JsonSerializerDefaults.Web)
    {
        // The output is a file or an application/json body, never part of an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        AllowOutOfOrderMetadataProperties = true,
        WriteIndented = indented,
    };
}
