using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TradeDigest.Delivery;
using TradeDigest.Digests;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary>A digest in the form that was asked for. Its JSON also says by count how far its delivery has come; it names nobody.</summary>
public sealed class DigestAnswer(DigestStore digests, DeliveryReports deliveries)
{
    private const string Deliveries = "deliveries";

    /// <summary>The forms that a digest is stored in.</summary>
    internal static IReadOnlyList<ApiForm> Forms { get; } = [ApiForm.Json, ApiForm.Html, ApiForm.Text, ApiForm.Eml];

    /// <summary>The shape of its JSON.</summary>
    internal static ApiSchema Schema { get; } = new("Digest", () =>
    {
        var schema = JsonNode.Parse(DigestJson.Schema())!;
        schema["properties"]![Deliveries] = TypeSchema.Of(TradeDigestJson.Readable.DeliveryReport);
        return schema;
    });

    /// <summary>The digest of <paramref name="id"/>.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<ApiAnswer> OfAsync(string? id, ApiForm form, CancellationToken cancellationToken)
    {
        if (id is null || await digests.FindAsync(id, FileOf(form), cancellationToken) is not var (content, writtenAt))
        {
            throw new ProblemException(
                StatusCodes.Status404NotFound, "No such digest", "There is no digest of this day. POST /api/digests makes one now of all that has come since the last.");
        }

        // The deliveries go on after the digest was written, so that its moment does not tell whether the JSON has changed.
        return form == ApiForm.Json
            ? new ApiAnswer(With(content, await deliveries.OfAsync(id, cancellationToken)), form.ContentType)
            : new ApiAnswer(content.ToMemory(), form.ContentType) { LastModified = writtenAt };
    }

    private static ReadOnlyMemory<byte> With(BinaryData digest, DeliveryReport report)
    {
        var body = JsonNode.Parse(digest)!;
        body[Deliveries] = JsonSerializer.SerializeToNode(report, TradeDigestJson.Readable.DeliveryReport);
        return Encoding.UTF8.GetBytes(body.ToJsonString(TradeDigestJson.Readable.Options));
    }

    private static string FileOf(ApiForm form) => form.Name switch
    {
        "html" => "digest.html",
        "text" => "digest.txt",
        "eml" => "digest.eml",
        _ => "digest.json",
    };
}
