using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Html;
using TradeDigest.Articles.Recognition;

namespace TradeDigest.Articles;

/// <summary>Reads the word lists of this folder, which the assembly carries.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(BoilerplateWords))]
[JsonSerializable(typeof(PageWords))]
[JsonSerializable(typeof(LanguageProfile[]))]
internal sealed partial class ArticleWords : JsonSerializerContext
{
    /// <summary>The list in the file <paramref name="name"/> below the folder Articles.</summary>
    /// <exception cref="InvalidOperationException">There is no such file, or it does not fit.</exception>
    public static T Load<T>(string name, JsonTypeInfo<T> type)
        where T : class
    {
        using var stream = typeof(ArticleWords).Assembly.GetManifestResourceStream("Articles/" + name)
            ?? throw new InvalidOperationException($"There is no list {name}: put it below src/TradeDigest/Articles.");
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidOperationException($"The list {name} holds nothing.");
    }
}
