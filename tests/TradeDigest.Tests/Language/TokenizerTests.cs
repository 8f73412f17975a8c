using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public class TokenizerTests
{
    [Theory]
    [InlineData("China's exports", "China|'s|exports")]
    [InlineData("the U.S. economy", "the|U.S.|economy")]
    [InlineData("a US-China truce", "a|US|-|China|truce")]
    [InlineData("from 1,200.5 to 90bn", "from|1,200.5|to|90|bn")]
    [InlineData("rose 4.8%, to $1.2tn.", "rose|4.8|%|,|to|$|1.2|tn|.")]
    [InlineData("in Q1 at 9 a.m. today", "in|Q1|at|9|a.m.|today")]
    [InlineData("they don’t, said O'Neill", "they|don’t|,|said|O'Neill")]
    [InlineData("“Yes,” he said...", "“|Yes|,|”|he|said|...")]
    public void A_text_is_cut_at_words_numbers_and_marks(string text, string expected)
    {
        var tokens = new Tokenizer(new Vocabulary()).Tokenize(text);

        Assert.Equal(expected, string.Join('|', tokens.Select(t => text[t.Start..t.End])));
    }

    [Fact]
    public void A_blank_line_starts_a_paragraph_and_a_line_break_a_line()
    {
        var tokens = new Tokenizer(new Vocabulary()).Tokenize("One\ntwo\n\nthree four");

        Assert.Equal([true, true, true, false], tokens.Select(t => t.StartsLine));
        Assert.Equal([true, false, true, false], tokens.Select(t => t.StartsParagraph));
    }
}
