using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TradeDigest.Language;

/// <summary>Reads the lexicons that are embedded in the assembly: words and patterns as JSON, one file a subject.</summary>
public static class LexiconFile
{
    /// <summary>The lexicon <paramref name="name"/>, read strictly: a member that <typeparamref name="T"/> does not know is an error.</summary>
    /// <param name="name">Path below the folder Language, with forward slashes: <c>English/quantities.json</c>.</param>
    /// <param name="type">Source-generated description of the file, from a context with <see cref="JsonUnmappedMemberHandling.Disallow"/>.</param>
    /// <exception cref="InvalidOperationException">There is no such file, it does not fit, or <paramref name="type"/> is not strict.</exception>
    public static T Load<T>(string name, JsonTypeInfo<T> type)
        where T : class
    {
        if (type.Options.UnmappedMemberHandling != JsonUnmappedMemberHandling.Disallow)
        {
            throw new InvalidOperationException(
                $"{typeof(T).Name} would read {name} leniently: give its JsonSerializerContext UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow.");
        }

        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no lexicon {name}: put it below src/TradeDigest/Language.");
        try
        {
            return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The lexicon {name} holds nothing.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidOperationException($"The lexicon {name} does not fit: {wrong.Message}", wrong);
        }
    }
}
