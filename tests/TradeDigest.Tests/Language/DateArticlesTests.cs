using System.Runtime.CompilerServices;
using System.Text;
using TradeDigest.Language;
using Xunit.Abstractions;

namespace TradeDigest.Tests.Language;

/// <summary>Scores the reader on the labelled passages of <c>DateArticles.cases.md</c> as TIMEX3 is scored: F1 of exact extents, and of extents that overlap with the right value.</summary>
public class DateArticlesTests(ITestOutputHelper output)
{
    [Fact]
    public void Labelled_passages_are_read_nearly_whole()
    {
        var reader = EnglishReader.Create();
        int labelled = 0, read = 0, exact = 0, touched = 0, valued = 0;
        foreach (var (published, text, labels) in Passages())
        {
            var dates = reader.Read(text, published).Dates;
            labelled += labels.Count;
            read += dates.Count;
            exact += labels.Count(l => dates.Any(d => d.Span == l.Span));
            touched += labels.Count(l => dates.Any(d => d.Span.Overlaps(l.Span)));
            valued += labels.Count(l => dates.Any(d => d.Span.Overlaps(l.Span) && d.Value == l.Value));
            foreach (var (span, value) in labels.Where(l => !dates.Any(d => d.Span == l.Span && d.Value == l.Value)))
            {
                output.WriteLine($"{published:yyyy-MM-dd} expected {text[span.Start..span.End]} = {value}, read "
                    + string.Join("; ", dates.Where(d => d.Span.Overlaps(span)).Select(d => $"{text[d.Span.Start..d.Span.End]} = {d.Value}")));
            }

            foreach (var extra in dates.Where(d => !labels.Any(l => l.Span.Overlaps(d.Span))))
            {
                output.WriteLine($"{published:yyyy-MM-dd} unlabelled {text[extra.Span.Start..extra.Span.End]} = {extra.Value}");
            }
        }

        double F1(int right) => 2.0 * right / (labelled + read);
        output.WriteLine($"{labelled} labels, {read} read; F1 exact {F1(exact):0.000}, relaxed {F1(touched):0.000}, value {F1(valued):0.000}");

        Assert.True(F1(exact) >= 0.95, $"F1 of exact extents is {F1(exact):0.000}.");
        Assert.True(F1(valued) >= 0.95, $"F1 of values is {F1(valued):0.000}.");
    }

    private static IEnumerable<(DateOnly Published, string Text, List<(TextSpan Span, string Value)> Labels)> Passages()
    {
        foreach (string passage in File.ReadAllText(CasesPath()).Split("\n## ").Skip(1))
        {
            int line = passage.IndexOf('\n', StringComparison.Ordinal);
            string marked = passage[line..].Trim();
            var text = new StringBuilder();
            var labels = new List<(TextSpan, string)>();
            int at = 0;
            for (int open = marked.IndexOf("[[", StringComparison.Ordinal); open >= 0; open = marked.IndexOf("[[", at, StringComparison.Ordinal))
            {
                int bar = marked.IndexOf('|', open), close = marked.IndexOf("]]", open, StringComparison.Ordinal);
                text.Append(marked, at, open - at);
                labels.Add((new TextSpan(text.Length, text.Length + bar - open - 2), marked[(bar + 1)..close]));
                text.Append(marked, open + 2, bar - open - 2);
                at = close + 2;
            }

            yield return (DateOnly.ParseExact(passage[..line].Trim(), "yyyy-MM-dd", null), text.Append(marked, at, marked.Length - at).ToString(), labels);
        }
    }

    private static string CasesPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "DateArticles.cases.md");
}
