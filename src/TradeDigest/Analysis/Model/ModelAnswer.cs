using System.Text.Json;
using System.Text.Json.Nodes;

namespace TradeDigest.Analysis.Model;

/// <summary>What a model says of an article, before anything of it is believed.</summary>
/// <param name="Headline">Its headline.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Facts">Its facts, each an object of <see cref="ModelSchema"/>.</param>
public sealed record ModelAnswer(string Headline, IReadOnlyList<ModelSentence> Summary, IReadOnlyList<JsonObject> Facts)
{
    /// <summary>Reads an answer.</summary>
    /// <exception cref="JsonException">It is not of the schema's shape.</exception>
    public static ModelAnswer Parse(string json)
    {
        try
        {
            var root = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = 16 })!.AsObject();
            return new ModelAnswer(
                root["headline"]!.GetValue<string>(),
                [.. root["summary"]!.AsArray().Select(s => new ModelSentence(
                    s!["text"]!.GetValue<string>(),
                    [.. s["evidence"]!.AsArray().Select(e => e!.GetValue<string>())]))],
                [.. root["facts"]!.AsArray().Select(f => f!.AsObject())]);
        }
        catch (Exception e) when (e is NullReferenceException or InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException)
        {
            throw new JsonException("The answer is not of the schema's shape.", e);
        }
    }
}

/// <summary>A sentence of a model's summary and the words of the article that it rests on.</summary>
public sealed record ModelSentence(string Text, IReadOnlyList<string> Evidence);
