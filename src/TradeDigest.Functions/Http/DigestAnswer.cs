using Microsoft.AspNetCore.Http;
using TradeDigest.Digests;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Storage;

namespace TradeDigest.Functions.Http;

/// <summary>A digest in the form that was asked for.</summary>
public sealed class DigestAnswer(DigestStore digests)
{
    /// <summary>The forms that a digest is stored in.</summary>
    internal static IReadOnlyList<ApiForm> Forms { get; } = [ApiForm.Json, ApiForm.Html, ApiForm.Text, ApiForm.Eml];

    /// <summary>The shape of its JSON.</summary>
    internal static ApiSchema Schema { get; } = new("Digest", () => System.Text.Json.Nodes.JsonNode.Parse(DigestJson.Schema())!);

    /// <summary>The digest of <paramref name="id"/>.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<ApiAnswer> OfAsync(string? id, ApiForm form, CancellationToken cancellationToken) =>
        id is not null && await digests.FindAsync(id, FileOf(form), cancellationToken) is var (content, writtenAt)
            ? new ApiAnswer(content.ToMemory(), form.ContentType) { LastModified = writtenAt }
            : throw new ProblemException(
                StatusCodes.Status404NotFound, "No such digest", "There is no digest of this day. POST /api/digests makes one now of all that has come since the last.");

    private static string FileOf(ApiForm form) => form.Name switch
    {
        "html" => "digest.html",
        "text" => "digest.txt",
        "eml" => "digest.eml",
        _ => "digest.json",
    };
}
