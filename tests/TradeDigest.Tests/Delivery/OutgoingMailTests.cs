using TradeDigest.Delivery;

namespace TradeDigest.Tests.Delivery;

public sealed class OutgoingMailTests
{
    [Fact]
    public void The_operation_of_a_digest_and_a_recipient_is_a_version_5_uuid_that_stays_the_same()
    {
        Assert.Equal(Mails.Simple.OperationId(), (Mails.Simple with { Subject = "Rice" }).OperationId());
        Assert.Equal(5, Mails.Simple.OperationId().Version);
        Assert.InRange(Mails.Simple.OperationId().Variant, 8, 11);
    }

    [Fact]
    public void Another_digest_recipient_or_round_is_another_operation()
    {
        Guid[] operations =
        [
            Mails.Simple.OperationId(), Mails.Simple.OperationId(1), (Mails.Simple with { Key = "0124" }).OperationId(), (Mails.Simple with { DigestId = "2031-10-07.2" }).OperationId(),
        ];

        Assert.Distinct(operations);
    }

    [Fact]
    public void The_message_id_is_of_digest_and_recipient_and_shows_no_address()
    {
        Assert.Equal("<digest.2031-10-07.0123@example.org>", Mails.Simple.MessageId);
        Assert.NotEqual(Mails.Simple.MessageId, (Mails.Simple with { Key = "0124" }).MessageId);
    }

    [Theory]
    [InlineData("X-A", "one\r\nBcc: all@example.org")]
    [InlineData("X-A", "ä")]
    [InlineData("X-A", "")]
    [InlineData("X A", "one")]
    [InlineData("X:A", "one")]
    public void A_header_cannot_hold_what_would_end_it(string name, string value) => Assert.Throws<ArgumentException>(() => new MailHeader(name, value));

    [Fact]
    public void A_subject_is_one_line() => Assert.Equal("Tea Bcc: all@example.org", (Mails.Simple with { Subject = "Tea\r\nBcc: all@example.org" }).Subject);
}
