using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public class QuoteReaderTests
{
    private static readonly EnglishReader Reader = EnglishReader.Create();

    public static TheoryData<string, string> Cases => CaseFile.Read("Language/quotes.cases.md");

    /// <summary>A case ends in a line a quotation: number of the utterance, <c>~</c> for a fragment, speaker or <c>?</c>, role behind a comma, and the first words.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Quotations_and_their_speakers_are_found(string name, string body)
    {
        string[] halves = (body + "\n").Split("\n---\n");
        string[] expected = [.. halves[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)];

        var read = Reader.Read(halves[0], new DateOnly(2025, 6, 9));

        string[] found = [.. read.Quotes.Select(q => $"{q.Utterance}{(q.IsPartial ? "~" : "")} {q.Speaker ?? "?"}{(q.Role is null ? "" : $", {q.Role}")}: {Start(read, q)}")];
        Assert.True(expected.SequenceEqual(found, StringComparer.Ordinal),
            $"{name}\nexpected:\n  {string.Join("\n  ", expected)}\nfound:\n  {string.Join("\n  ", found)}");
    }

    private static string Start(AnnotatedText text, Quotation quote) =>
        string.Join(' ', text.Words(quote.Inner).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Take(3));
}
