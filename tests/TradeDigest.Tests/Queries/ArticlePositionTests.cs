using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Queries;
using TradeDigest.Storage;

namespace TradeDigest.Tests.Queries;

public sealed class ArticlePositionTests
{
    private static readonly ArticleFilter Filter = new() { Kind = "tariff" };
    private static readonly ArticlePosition Position = new(new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), "8888888888888888");

    [Fact]
    public void Any_place_is_read_as_it_was_written() => Prop.ForAll<DateTime, PositiveInt, ulong>((at, within, key) =>
    {
        var position = new ArticlePosition(new DateTimeOffset(at.Ticks, TimeSpan.Zero), $"{key:x16}", within.Get);
        return ArticlePosition.Decode(position.Encode(Filter), Filter) == position;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_that_is_no_place_is_read_as_none() => Prop.ForAll<NonNull<string>>(text => ArticlePosition.Decode(text.Get, Filter) is null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("MSw")]
    [InlineData("____")]
    public void A_damaged_place_is_read_as_none(string text) => Assert.Null(ArticlePosition.Decode(text, Filter));

    [Fact]
    public void A_place_belongs_to_its_filter() => Assert.Null(ArticlePosition.Decode(Position.Encode(Filter), Filter with { Party = "MX" }));

    [Theory]
    [InlineData(-1, "0000000000000000", 0, true)]
    [InlineData(0, "9999999999999999", 0, true)]
    [InlineData(0, "8888888888888888", 0, false)]
    [InlineData(0, "8888888888888888", 3, true)]
    [InlineData(0, "7777777777777777", 0, false)]
    [InlineData(1, "9999999999999999", 0, false)]
    public void What_is_older_comes_after_it_and_of_the_same_moment_what_has_a_greater_id(int ticks, string key, int within, bool after) =>
        Assert.Equal(after, (Position with { Within = within }).IsBefore(new DayEntry(DayEntryKind.Article, key, Position.ReceivedAt.AddTicks(ticks))));
}
