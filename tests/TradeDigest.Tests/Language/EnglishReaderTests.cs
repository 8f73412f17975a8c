using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public class EnglishReaderTests
{
    [Fact]
    public void A_text_is_read_into_sentences_and_amounts()
    {
        var text = EnglishReader.Create().Read("Exports rose 4.8%. Imports cost $1.2tn.", new DateOnly(2024, 3, 5));

        Assert.Equal(["Exports rose 4.8%.", "Imports cost $1.2tn."], text.Sentences.Select(s => text.Words(s.Span)));
        Assert.Equal([(4.8m, "%"), (1_200_000_000_000m, "USD")], text.Quantities.Select(q => (q.Value, q.Unit)));
    }
}
