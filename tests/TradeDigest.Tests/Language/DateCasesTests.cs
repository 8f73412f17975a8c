using System.Runtime.CompilerServices;
using System.Text;
using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

/// <summary>Runs the lines of <c>Dates.cases.md</c>: each date of the sentence that stands in [[brackets]] is found with its kind and value, and no other.</summary>
public class DateCasesTests
{
    private static readonly EnglishReader Reader = EnglishReader.Create();

    public static TheoryData<string> Lines { get; } = [.. File.ReadLines(CasesPath()).Where(line => line.StartsWith("- ", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_case_reads_as_written(string line)
    {
        string[] cells = line[2..].Split(" | ");
        var (text, spans) = Unmark(cells[1]);
        string expected = string.Join('\n', spans.Select((span, i) => $"{span} | {(i + 2 < cells.Length ? cells[i + 2].Trim() : "?")}"));

        var dates = Reader.Read(text, DateOnly.ParseExact(cells[0].Trim(), "yyyy-MM-dd", null)).Dates;

        Assert.Equal(expected, string.Join('\n', dates.Select((d, i) => $"{text[d.Span.Start..d.Span.End]} | {Written(d, i + 2 < cells.Length ? cells[i + 2] : "")}")));
    }

    /// <summary>A mention as a case writes it: kind and value; modifier and period only where the case has them.</summary>
    private static string Written(DateMention date, string cell)
    {
        var written = new StringBuilder($"{date.Kind} {date.Value}");
        if (cell.Contains('~', StringComparison.Ordinal))
        {
            written.Append(" ~").Append(date.Modifier);
        }

        if (cell.Contains('=', StringComparison.Ordinal))
        {
            written.Append(" =").Append(date.Period);
        }

        return written.ToString();
    }

    private static (string Text, List<string> Spans) Unmark(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<string>();
        int at = 0;
        for (int open = marked.IndexOf("[[", StringComparison.Ordinal); open >= 0; open = marked.IndexOf("[[", at, StringComparison.Ordinal))
        {
            int close = marked.IndexOf("]]", open, StringComparison.Ordinal);
            spans.Add(marked[(open + 2)..close]);
            text.Append(marked, at, open - at).Append(spans[^1]);
            at = close + 2;
        }

        return (text.Append(marked, at, marked.Length - at).ToString(), spans);
    }

    private static string CasesPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Dates.cases.md");
}
