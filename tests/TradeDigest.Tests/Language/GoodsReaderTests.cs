using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public class GoodsReaderTests
{
    private static readonly EnglishReader Reader = EnglishReader.Create();

    public static TheoryData<string, string> Cases => CaseFile.Read("Language/goods.cases.md");

    /// <summary>A case ends in a line a mention: its words, then the goods; generic ones in brackets.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Goods_are_found_with_what_narrows_them(string name, string body)
    {
        string[] halves = (body + "\n").Split("\n---\n");
        string[] expected = [.. halves[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)];

        var read = Reader.Read(halves[0], new DateOnly(2025, 6, 9));

        string[] found = [.. read.Goods.Select(g => g.IsGeneric ? $"({read.Words(g.Span)})" : $"{read.Words(g.Span)} = {g.Id}")];
        Assert.True(expected.SequenceEqual(found, StringComparer.Ordinal),
            $"{name}\nexpected:\n  {string.Join("\n  ", expected)}\nfound:\n  {string.Join("\n  ", found)}");
    }
}
