using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

/// <summary>What holds for every text, whatever it is made of.</summary>
public class AnyTextTests
{
    private static readonly EnglishReader Reader = EnglishReader.Create();

    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\n\n", "\r\n", "\t", ".", ".", ",", "...", "…", "!", "?", ":", ";", "-", "--", "–", "—", "(", ")", "[", "]", "\"", "“", "”", "'", "’", "‘", "«", "%", "$", "€",
        "/", "#", "@", "+", "U.S.", "a.m.", "Mr", "No", "Inc", "J", "The", "the", "said", "China", "Beijing", "and", "to", "from", "between", "a", "half", "quarter", "two", "twenty",
        "hundred", "million", "billion", "percent", "per cent", "points", "dlrs", "yuan", "Rs", "US", "tonnes", "a barrel", "5", "2025", "0", "1,200", "12.5", "1,20,000", "May", "12th",
        "days", "more than", "LONDON", "•", "1.", "½", "\uD83C\uDF89", "\uD800", "\uDC00", "\u0301", "\u200B", "\0", "é", "中", "ß",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)),
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)),
        Gen.Choose(0, 0xFFFF).Select(c => (char)c).ListOf().Select(chars => new string([.. chars])));

    [Fact]
    public void Every_character_that_is_not_space_lies_in_one_token() => Hold(text =>
    {
        var covered = new int[text.Text.Length];
        foreach (var token in text.Tokens)
        {
            for (int i = token.Start; i < token.End; i++)
            {
                covered[i]++;
            }
        }

        return text.Text.Select((c, i) => IsSpace(c) ? covered[i] <= 1 : covered[i] == 1).All(isRight => isRight);
    });

    [Fact]
    public void Sentences_follow_one_another() => Hold(text => Follow(text.Text, text.Sentences.Select(s => s.Span))
        && text.Sentences.All(s => s.Span.Start == text.Tokens[s.FirstToken].Start && s.Span.End == text.Tokens[s.EndToken - 1].End));

    [Fact]
    public void Amounts_follow_one_another_inside_sentences() => Hold(text => Follow(text.Text, text.Quantities.Select(q => q.Span))
        && text.Quantities.All(q => text.Sentences.Any(s => s.Span.Contains(q.Span)) && q.Span.Start == text.Tokens[q.FirstToken].Start
            && q.Span.End == text.Tokens[q.EndToken - 1].End && (q.High is null || q.High > q.Value)));

    [Fact]
    public void Mentions_lie_in_the_text() => Hold(text => Follow(text.Text, text.Dates.Select(d => d.Span)) && Follow(text.Text, text.Names.Select(n => n.Span))
        && Follow(text.Text, text.Goods.Select(g => g.Span)) && text.Quotes.All(q => q.Outer.Contains(q.Inner) && q.Outer.End <= text.Text.Length));

    [Theory]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData("7")]
    [InlineData(".")]
    [InlineData("11,")]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("’")]
    [InlineData("(")]
    [InlineData("\n")]
    [InlineData("a.a.")]
    [InlineData("A. ")]
    [InlineData("Abc, ")]
    [InlineData("12 and ")]
    [InlineData("two ")]
    [InlineData("-")]
    [InlineData("\uD800")]
    public void A_long_run_of_one_thing_is_read_to_its_end(string piece)
    {
        string text = new StringBuilder().Insert(0, piece, 200_000 / piece.Length).ToString();

        var read = Reader.Read(text, new DateOnly(2024, 3, 5));

        Assert.Equal(string.IsNullOrWhiteSpace(piece), read.Tokens.Count == 0);
    }

    private static void Hold(Func<AnnotatedText, bool> property) =>
        Prop.ForAll(Texts.ToArbitrary(), text => property(Reader.Read(text, new DateOnly(2024, 3, 5))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithStartSize(1).WithEndSize(80));

    private static bool Follow(string text, IEnumerable<TextSpan> spans)
    {
        int last = 0;
        foreach (var span in spans)
        {
            if (span.Start < last || span.End <= span.Start || span.End > text.Length)
            {
                return false;
            }

            last = span.End;
        }

        return true;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\u00AD';
}
