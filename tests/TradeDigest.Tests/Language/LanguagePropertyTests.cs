using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public class LanguagePropertyTests
{
    private static readonly EnglishReader Reader = EnglishReader.Create();

    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "'", "‘", "’", "«", "»", "``", "''", "'s", ",", ".", ":", "(", ")", "-", "—", "\n", "\n\n", " ", " ", " ", "said", "according to", "he", "He", "they", "the",
        "Ministry", "of", "Commerce", "Minister", "Secretary", "President", "Mr", "Mr.", "Li", "Xi", "Jinping", "von der", "Anna", "J.", "U.S.", "US", "UK", "WHO", "China", "Chinese",
        "Washington", "Jordan", "Georgia", "Bank", "Corp", "House", "steel", "rare earth", "magnets", "goods", "auto", "and", "parts", "1.2", "%", "a", "spokesman", "told", "him", "\u00AD", "𝔘", "é",
    ];

    private static Arbitrary<string> Texts => Gen.Elements(Pieces).ArrayOf().Select(p => string.Join(p.Length % 3 == 0 ? "" : " ", p)).ToArbitrary();

    [Fact]
    public void Names_lie_in_the_text_in_order_and_apart() => Check(a => a.Names.Select(n => n.Span));

    [Fact]
    public void Goods_lie_in_the_text_in_order_and_apart() => Check(a => a.Goods.Select(g => g.Span));

    [Fact]
    public void Quotations_lie_in_the_text_in_order_and_apart() => Check(a => a.Quotes.Select(q => q.Outer));

    [Fact]
    public void A_quotation_lies_within_its_marks_and_utterances_count_up() => Prop.ForAll(Texts, text =>
    {
        var quotes = Reader.Read(text, new DateOnly(2025, 6, 9)).Quotes;
        return quotes.All(q => q.Outer.Contains(q.Inner)) && quotes.Zip(quotes.Skip(1)).All(p => p.First.Utterance <= p.Second.Utterance);
    }).QuickCheckThrowOnFailure();

    private static void Check(Func<AnnotatedText, IEnumerable<TextSpan>> spans) => Prop.ForAll(Texts, text =>
    {
        int end = 0;
        foreach (var span in spans(Reader.Read(text, new DateOnly(2025, 6, 9))))
        {
            if (span.Start < end || span.End <= span.Start || span.End > text.Length)
            {
                return false;
            }

            end = span.End;
        }

        return true;
    }).QuickCheckThrowOnFailure();
}
