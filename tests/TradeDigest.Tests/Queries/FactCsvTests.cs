using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualBasic.FileIO;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Facts;
using TradeDigest.Queries;

namespace TradeDigest.Tests.Queries;

public sealed class FactCsvTests
{
    [Fact]
    public void Any_words_come_back_as_they_were() => Prop.ForAll<NonNull<string>>(given =>
    {
        // The independent reader ends lines where RFC 4180 does not; breaks have a test of their own.
        string words = "x" + string.Concat(given.Get.Select(c => c is '\r' or '\n' or '\0' ? ' ' : c));
        return Read(Row(words))["evidence"] == words;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_break_stays_within_its_cell() => Assert.Equal("one\r\ntwo", Read(Row("one\r\ntwo"))["evidence"]);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r\n=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    public void A_text_that_a_spreadsheet_would_reckon_begins_with_an_apostrophe(string title) => Assert.StartsWith("'", Read(Row("x", title))["title"], StringComparison.Ordinal);

    [Fact]
    public void A_negative_number_stays_a_number() => Assert.Equal("-16.5", Read(Row("x"))["changePercent"]);

    [Fact]
    public void Every_row_has_a_cell_for_every_column()
    {
        var facts = FactKinds.All.Count;

        Assert.Equal(12, facts);
        Assert.Equal(FactCsv.Columns.Count, FactCsv.Columns.Distinct().Count());
        Assert.All(FactCsv.Write([Row("a,b"), Row("c\"d")]).Split("\r\n")[..^1], line => Assert.Equal(FactCsv.Columns.Count, Fields(line).Length));
    }

    private static FactRow Row(string words, string title = "Title") => new(
        "0123456789abcdef",
        new ArticleInfo
        {
            Names = ["a.txt"],
            Title = title,
            PublishedAt = new(2026, 3, 2),
            PublishedBasis = PublishedBasis.Text,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Language = "en",
            Words = 1,
        },
        null,
        new StatisticFact { Metric = "exports", ChangePercent = -16.5m, Evidence = new(0, words.Length, words) });

    private static Dictionary<string, string> Read(FactRow row) => FactCsv.Columns.Zip(Fields(FactCsv.Write([row]), line: 1)).ToDictionary(c => c.First, c => c.Second);

    private static string[] Fields(string csv, int line = 0)
    {
        using var reader = new TextFieldParser(new StringReader(csv)) { TrimWhiteSpace = false, HasFieldsEnclosedInQuotes = true, Delimiters = [","] };
        string[] fields = [];
        for (int i = 0; i <= line; i++)
        {
            fields = reader.ReadFields()!;
        }

        return fields;
    }
}
