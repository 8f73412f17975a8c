using System.Globalization;
using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public class QuantityReaderTests
{
    private static readonly EnglishReader Reader = EnglishReader.Create();

    public static TheoryData<string, string> Cases => CaseFile.Read("Language/quantities.cases.md");

    /// <summary>A case is a text and behind it, on lines that begin with &gt;, its amounts.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_holds_the_amounts_of_its_case(string name, string body)
    {
        var lines = body.Split('\n').ToLookup(l => l.StartsWith("> ", StringComparison.Ordinal));
        string text = string.Join('\n', lines[false]);

        var found = Reader.Read(text, new DateOnly(2024, 3, 5)).Quantities.Select(q => "> " + Write(text, q)).ToList();

        Assert.True(lines[true].SequenceEqual(found, StringComparer.Ordinal), $"{name}: {text}\nexpected:\n{string.Join('\n', lines[true])}\nfound:\n{string.Join('\n', found)}");
    }

    private static string Write(string text, Quantity q)
    {
        string value = Round(q.Value) + (q.High is { } high ? ".." + Round(high) : "");
        string bound = q.Bound switch
        {
            QuantityBound.About => " about",
            QuantityBound.AtLeast => " at least",
            QuantityBound.AtMost => " at most",
            _ => "",
        };
        return $"{text[q.Span.Start..q.Span.End]} = {value}{(q.Unit is null ? "" : " " + q.Unit)}{bound}";
    }

    private static string Round(decimal value) => decimal.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
