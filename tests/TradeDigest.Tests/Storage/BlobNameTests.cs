using TradeDigest.Storage;

namespace TradeDigest.Tests.Storage;

public sealed class BlobNameTests
{
    [Theory]
    [InlineData("article.txt")]
    [InlineData("desk/2026-03-02/steel_1.md")]
    public void A_plain_name_stays_as_it_is(string name) => Assert.Equal(name, BlobName.Safe(name));

    [Theory]
    [InlineData("two words.txt", "two-words-txt-")]
    [InlineData("../../etc/passwd", "etc-passwd-")]
    [InlineData("Zölle.txt", "Z-lle-txt-")]
    [InlineData("a//b", "a-b-")]
    public void Another_name_keeps_what_can_be_read_of_it(string name, string begin) => Assert.StartsWith(begin, BlobName.Safe(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("関税")]
    [InlineData("..")]
    [InlineData(" ")]
    public void A_name_without_plain_letters_becomes_a_key(string name) => Assert.Equal(BlobName.Key(name)[..16], BlobName.Safe(name));

    [Theory]
    [InlineData("desk/two words.txt")]
    [InlineData("関税/記事😀.txt")]
    [InlineData(".hidden")]
    public void A_name_that_a_blob_can_have_fits(string name) => Assert.Equal(name, BlobName.Fit(name));

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("trailing.")]
    [InlineData("folder/")]
    [InlineData(" lead")]
    [InlineData("a\\b.txt")]
    [InlineData("a%2Fb")]
    [InlineData("\u202Etxt.exe")]
    public void A_name_that_means_another_in_some_tool_is_made_fit(string name) => Assert.Equal(BlobName.Safe(name), BlobName.Fit(name));

    [Fact]
    public void A_long_name_becomes_short()
    {
        string safe = BlobName.Safe(new string('x', 900) + ".txt");

        Assert.InRange(safe.Length, 17, 120);
    }

    [Fact]
    public void Names_that_differ_in_what_is_left_out_stay_apart() => Assert.NotEqual(BlobName.Safe("a b"), BlobName.Safe("a  b"));
}
