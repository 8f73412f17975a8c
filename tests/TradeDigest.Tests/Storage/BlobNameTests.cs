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

    [Fact]
    public void A_long_name_becomes_short()
    {
        string safe = BlobName.Safe(new string('x', 900) + ".txt");

        Assert.InRange(safe.Length, 17, 120);
    }

    [Fact]
    public void Names_that_differ_in_what_is_left_out_stay_apart() => Assert.NotEqual(BlobName.Safe("a b"), BlobName.Safe("a  b"));
}
