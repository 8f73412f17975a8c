using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Facts;

namespace TradeDigest.Storage;

/// <summary>How everything that is stored or answered is written as JSON: camelCase, a slot without a value as <c>null</c>, letters of any script as they are.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    NumberHandling = JsonNumberHandling.Strict,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticleDocument))]
[JsonSerializable(typeof(IReadOnlyList<Fact>))]
[JsonSerializable(typeof(DayEntry))]
[JsonSerializable(typeof(NameRecord))]
[JsonSerializable(typeof(QuarantineRecord))]
[JsonSerializable(typeof(DigestState))]
[JsonSerializable(typeof(DigestPlan))]
public sealed partial class TradeDigestJson : JsonSerializerContext
{
    /// <summary>One line.</summary>
    public static TradeDigestJson Compact { get; } = new(With(indented: false));

    /// <summary>Indented, for what people may open.</summary>
    public static TradeDigestJson Readable { get; } = new(With(indented: true));

    private static JsonSerializerOptions With(bool indented) => new(Default.Options)
    {
        // The output is a file or an application/json body, never part of an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        TypeInfoResolver = null,
    };
}
