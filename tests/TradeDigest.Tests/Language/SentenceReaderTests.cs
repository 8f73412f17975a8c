using System.Text;
using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public class SentenceReaderTests
{
    private static readonly Vocabulary Words = new();
    private static readonly SentenceReader Reader = new(Words);

    public static TheoryData<string, string> Cases => CaseFile.Read("Language/sentences.cases.md");

    /// <summary>In a case, | ends a sentence and {…} lies in none.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_is_cut_where_its_sentences_end(string name, string marked)
    {
        var text = new StringBuilder();
        var expected = new List<string>();
        var sentence = new StringBuilder();
        bool outside = false;
        foreach (char c in marked + "|")
        {
            switch (c)
            {
                case '{' or '}':
                    outside = c == '{';
                    break;
                case '|':
                    if (!string.IsNullOrWhiteSpace(sentence.ToString()))
                    {
                        expected.Add(sentence.ToString().Trim());
                    }

                    sentence.Clear();
                    break;
                default:
                    text.Append(c);
                    _ = outside ? null : sentence.Append(c);
                    break;
            }
        }

        var found = Read(text.ToString());

        Assert.True(expected.SequenceEqual(found.Select(s => s.Words), StringComparer.Ordinal),
            $"{name}\nexpected:\n  {string.Join("\n  ", expected)}\nfound:\n  {string.Join("\n  ", found.Select(s => s.Words))}");
    }

    [Theory]
    [InlineData("Steel tariffs: what to know\n\nThe duty is 25%.", SentenceKind.Heading)]
    [InlineData("## Background\n\nThe duty is 25%.", SentenceKind.Heading)]
    [InlineData("• lower duties on cars\n• faster customs", SentenceKind.ListItem)]
    [InlineData("1. The parties shall meet. They did.", SentenceKind.ListItem)]
    [InlineData("Rice | 5% | 7%\nWheat | 3% | 4%", SentenceKind.Row)]
    [InlineData("LAGOS | The duty is 25%.", SentenceKind.Prose)]
    [InlineData("The duty is 25%.", SentenceKind.Prose)]
    public void A_sentence_knows_what_it_is(string text, SentenceKind kind) => Assert.Equal(kind, Read(text)[0].Kind);

    [Theory]
    [InlineData("One.\n\nTwo. Three.\n\nFour.", "0,1,1,2")]
    [InlineData("The first paragraph ends.\nThe second begins. It ends.\nThe third ends.", "0,1,1,2")]
    public void A_sentence_knows_its_paragraph(string text, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join(',', Read(text).Select(s => s.Paragraph)));

    private static List<(string Words, SentenceKind Kind, int Paragraph)> Read(string text) =>
        [.. Reader.Read(text, new Tokenizer(Words).Tokenize(text)).Select(s => (text[s.Span.Start..s.Span.End], s.Kind, s.Paragraph))];
}
