using TradeDigest.Analysis.Model;

namespace TradeDigest.Tests.Analysis.Model;

public class EvidenceFinderTests
{
    [Theory]
    [InlineData("Duties rose to 12.5% in May.", "rose to 12.5%", "rose to 12.5%")]
    [InlineData("He called it “a very\n good  day” – and left.", "\"a very good day\" - and left", "“a very\n good  day” – and left")]
    [InlineData("Peru’s exports", "Peru's exports", "Peru’s exports")]
    [InlineData("the ex\u00ADports fell", "the exports fell", "the ex\u00ADports fell")]
    public void Words_are_found_whatever_the_shape_of_marks_and_space(string text, string quote, string expected)
    {
        var span = new EvidenceFinder(text).Find(quote);

        Assert.Equal(expected, text[span!.Value.Start..span.Value.End]);
    }

    [Theory]
    [InlineData("Duties rose to 12.5% in May.", "rose to 12.6%")]
    [InlineData("Duties rose to 12.5% in May.", "rose to 12")]
    [InlineData("Duties rose to 12.5% in May.", "5% in May")]
    [InlineData("Duties rose to 12.5% in May.", "uties rose")]
    [InlineData("Duties rose to 12.5% in May.", "duties ROSE")]
    [InlineData("Duties rose to 12.5% in May.", "")]
    [InlineData("Duties rose to 12.5% in May.", "Duties … May")]
    public void Other_words_cut_words_and_cut_numbers_are_not(string text, string quote) =>
        Assert.Null(new EvidenceFinder(text).Find(quote));
}
