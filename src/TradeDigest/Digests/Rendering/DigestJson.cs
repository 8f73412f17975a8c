using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>Reads and writes digests and archives as JSON, as <c>Digests/digest.schema.json</c> describes it.</summary>
public static class DigestJson
{
    private static readonly DigestJsonContext Context = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <summary>How a digest is read and written.</summary>
    public static JsonTypeInfo<Digest> DigestType => Context.Digest;

    /// <summary>How an archive is read and written.</summary>
    public static JsonTypeInfo<StoryArchive> ArchiveType => Context.StoryArchive;

    /// <summary>How a story over its days is written.</summary>
    public static JsonTypeInfo<StoryDocument> StoryType => Context.StoryDocument;

    /// <summary>The JSON Schema (draft 2020-12) of a digest.</summary>
    public static string Schema()
    {
        using var stream = typeof(DigestJson).Assembly.GetManifestResourceStream("Digests/digest.schema.json")
            ?? throw new InvalidOperationException("The assembly lacks Digests/digest.schema.json: embed it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A digest as JSON.</summary>
    public static string Write(Digest digest) => JsonSerializer.Serialize(digest, Context.Digest);

    /// <summary>Reads a digest.</summary>
    /// <exception cref="JsonException">The text is no digest.</exception>
    public static Digest ReadDigest(string json) => JsonSerializer.Deserialize(json, Context.Digest) ?? throw new JsonException("The text is 'null', not a digest.");

    /// <summary>An archive as JSON.</summary>
    public static string Write(StoryArchive archive) => JsonSerializer.Serialize(archive, Context.StoryArchive);

    /// <summary>Reads an archive.</summary>
    /// <exception cref="JsonException">The text is no archive.</exception>
    public static StoryArchive ReadArchive(string json) =>
        JsonSerializer.Deserialize(json, Context.StoryArchive) ?? throw new JsonException("The text is 'null', not an archive.");
}

/// <summary>The types of the digest's JSON, for the source generator.</summary>
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(StoryArchive))]
[JsonSerializable(typeof(StoryDocument))]
internal sealed partial class DigestJsonContext : JsonSerializerContext;
