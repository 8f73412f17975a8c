using System.Text.Json;
using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public partial class LexiconFileTests
{
    public static TheoryData<string> Names => [.. typeof(LexiconFile).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("English/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lexicon_names_each_word_of_a_list_once(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name)!;
        using var lexicon = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowDuplicateProperties = false });

        var wrong = new List<string>();
        Check(lexicon.RootElement, "", wrong);

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_lexicon_with_a_member_that_nothing_reads_is_refused()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => LexiconFile.Load("English/quantities.json", StrictJson.Default.OneMember));

        Assert.Contains("English/quantities.json", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lexicon_is_not_read_leniently()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => LexiconFile.Load("English/quantities.json", LenientJson.Default.OneMember));

        Assert.Contains("Disallow", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_lexicon_is_named() =>
        Assert.Contains("English/none.json", Assert.Throws<InvalidOperationException>(() => LexiconFile.Load("English/none.json", StrictJson.Default.OneMember)).Message, StringComparison.Ordinal);

    /// <summary>Words are trimmed and not empty, and no list has one twice.</summary>
    private static void Check(JsonElement element, string path, List<string> wrong)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                Check(member.Value, $"{path}/{member.Name}", wrong);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            var words = element.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).ToList();
            wrong.AddRange(words.Where(w => w.Length == 0 || w.Trim() != w).Select(w => $"{path}: '{w}' is empty or not trimmed"));
            wrong.AddRange(words.GroupBy(w => w, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{path}: '{g.Key}' stands twice"));
            int i = 0;
            foreach (var item in element.EnumerateArray())
            {
                Check(item, $"{path}/{i++}", wrong);
            }
        }
    }

    internal sealed record OneMember(int Numbers);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
    [JsonSerializable(typeof(OneMember))]
    internal sealed partial class StrictJson : JsonSerializerContext;

    [JsonSerializable(typeof(OneMember))]
    internal sealed partial class LenientJson : JsonSerializerContext;
}
