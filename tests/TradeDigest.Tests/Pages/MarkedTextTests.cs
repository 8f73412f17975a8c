using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Pages;

namespace TradeDigest.Tests.Pages;

public sealed class MarkedTextTests
{
    private const string Text = "Duties rise from 5% to 18% in May.\n\nExports fell.";

    [Fact]
    public void Spans_that_overlap_are_cut_where_either_begins_or_ends()
    {
        var pieces = MarkedText.Of(Text, [At("rise from 5%"), At("5% to 18%")])[0].Pieces;

        Assert.Equal(["Duties |", "rise from |1", "5%|1,2", " to 18%|2", " in May.|"], pieces.Select(p => p.Text + "|" + string.Join(',', p.Facts)));
    }

    [Fact]
    public void A_span_begins_once_and_only_where_it_begins()
    {
        var pieces = MarkedText.Of(Text, [At("5% to 18%"), At("5% to 18%"), At("18%")])[0].Pieces;

        Assert.Equal([1, 1], pieces.Where(p => p.Begins.Count > 0).Select(p => p.Begins.Count));
        Assert.Equal(["5% to ", "18%"], pieces.Where(p => p.Begins.Count > 0).Select(p => p.Text));
    }

    [Fact]
    public void A_span_over_two_paragraphs_is_marked_in_both_and_begins_in_the_first()
    {
        var paragraphs = MarkedText.Of(Text, [At("May.\n\nExports")]);

        Assert.Equal([["May."], ["Exports"]], paragraphs.Select(p => p.Pieces.Where(x => x.Facts.Count > 0).Select(x => x.Text)));
        Assert.Single(paragraphs.SelectMany(p => p.Pieces), p => p.Begins.Count > 0);
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(4, 4)]
    [InlineData(10, 9999)]
    public void A_span_outside_the_text_marks_nothing(int start, int end)
    {
        var paragraphs = MarkedText.Of(Text, [new QuoteFact { Evidence = new Evidence(start, end, "") }], new TextSpan(start, end));

        Assert.All(paragraphs.SelectMany(p => p.Pieces), p => Assert.True(p is { Facts: [], IsSought: false }));
    }

    [Fact]
    public void The_pieces_together_are_the_text()
    {
        var paragraphs = MarkedText.Of(Text, [At("Duties rise"), At("rise from 5%"), At("fell")], new TextSpan(3, 20));

        Assert.Equal(Text.Split("\n\n"), paragraphs.Select(p => string.Concat(p.Pieces.Select(x => x.Text))));
    }

    [Fact]
    public void Marks_that_turn_the_order_of_letters_around_and_null_characters_are_left_out() =>
        Assert.Equal("12% of it", MarkedText.Shown("\u202E12%\u202C of\0 it\u2069"));

    private static QuoteFact At(string words)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new QuoteFact { Evidence = new Evidence(start, start + words.Length, words) };
    }
}
