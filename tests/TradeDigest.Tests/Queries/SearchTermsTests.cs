using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Queries;

namespace TradeDigest.Tests.Queries;

public sealed class SearchTermsTests
{
    private static readonly string[] Texts = ["São Tomé raises duty", "Exports of rare-earth magnets fell 34.5% in Łódź, the U.S. office said."];

    [Theory]
    [InlineData("magnets", true)]
    [InlineData("SAO tome", true)]
    [InlineData("lodz", true)]
    [InlineData("magnets duty", true)]
    [InlineData("\"rare earth magnets\"", true)]
    [InlineData("“rare earth”", true)]
    [InlineData("\"earth rare\"", false)]
    [InlineData("\"duty exports\"", false)]
    [InlineData("34.5%", true)]
    [InlineData("34.6%", false)]
    [InlineData("U.S.", true)]
    [InlineData("magnet", false)]
    [InlineData("\"fell 34.5", true)]
    public void All_words_and_phrases_must_occur_without_regard_to_case_and_accents(string query, bool occurs) =>
        Assert.Equal(occurs, SearchTerms.Parse(query)!.OccurIn(Texts));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("… — !")]
    [InlineData(" ")]
    public void A_query_without_a_word_asks_for_nothing(string query) => Assert.Null(SearchTerms.Parse(query));

    [Fact]
    public void Any_text_holds_each_of_its_own_words() => Prop.ForAll<NonNull<string>>(text =>
    {
        var words = SearchText.Words(text.Get);
        return words.All(word => SearchTerms.Parse(word)!.OccurIn([text.Get]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sketch_denies_no_word_that_it_was_made_of() => Prop.ForAll<NonNull<string>[]>(texts =>
    {
        string[] words = [.. texts.Select(t => t.Get)];
        var sketch = WordSketch.Decode(WordSketch.Of(words).Encode())!;
        return words.All(sketch.MayHold);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sketch_denies_nearly_all_other_words()
    {
        var sketch = WordSketch.Of(Enumerable.Range(0, 400).Select(i => $"word{i}"));

        Assert.InRange(Enumerable.Range(0, 10_000).Count(i => sketch.MayHold($"other{i}")), 0, 200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public void What_is_no_sketch_is_not_read_as_one(string encoded) => Assert.Null(WordSketch.Decode(encoded));
}
