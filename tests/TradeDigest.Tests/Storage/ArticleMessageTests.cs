using TradeDigest.Storage;

namespace TradeDigest.Tests.Storage;

public sealed class ArticleMessageTests
{
    [Fact]
    public void An_id_alone_is_a_message() => Assert.Equal(new ArticleMessage("0123456789abcdef", null, null), ArticleMessage.Read("0123456789abcdef"));

    [Fact]
    public void What_was_sent_is_read_with_its_time_and_trace()
    {
        var message = ArticleMessage.Read("""{"id":"0123456789abcdef","sentAt":"2026-03-02T08:00:00Z","trace":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}""");

        Assert.Equal("0123456789abcdef", message.Id);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), message.SentAt);
        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", message.Trace);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":7}""")]
    public void What_is_no_message_keeps_its_words_so_that_it_can_be_told(string text) => Assert.Equal(text, ArticleMessage.Read(text).Id);
}
