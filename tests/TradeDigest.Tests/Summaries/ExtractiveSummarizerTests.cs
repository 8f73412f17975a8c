using TradeDigest.Language;
using TradeDigest.Summaries;

namespace TradeDigest.Tests.Summaries;

public class ExtractiveSummarizerTests
{
    private const string Lead = "Norway will raise its export levy on farmed salmon to 35 percent from next January, the finance ministry said on Tuesday.";
    private const string Text = Lead + "\n\nIt had promised so in the spring. Salmon farmers on the coast warned that the levy would halt investment in new pens worth 9 billion crowns.\n\n"
        + "“We will not build,” said Kari Vik. But will the parliament agree? However, the ministry sees little risk for salmon exports.\n\n"
        + "Norway exported salmon for 122 billion crowns last year, two thirds of it to the European Union. The levy would bring 3 billion crowns a year to coastal towns.";

    private readonly ExtractiveSummarizer _summarizer = new();

    private static readonly AnnotatedText Annotated = EnglishReader.Create().Read(Text, new DateOnly(2024, 3, 5));

    [Fact]
    public void A_summary_begins_with_the_news_and_holds_whole_sentences_at_their_places()
    {
        var summary = _summarizer.Summarize(Annotated, "Norway raises salmon levy", SummaryLength.OfSentences(3));

        Assert.Equal("Norway raises salmon levy", summary.Headline);
        Assert.Equal(3, summary.Sentences.Count);
        Assert.Equal(Lead, summary.Sentences[0].Text);
        Assert.All(summary.Sentences, s => Assert.Equal(s.Text, Text[s.Start..s.End]));
        Assert.Equal(summary.Sentences.OrderBy(s => s.Start), summary.Sentences);
    }

    [Theory]
    [InlineData("It had promised")]
    [InlineData("“We will not")]
    [InlineData("But will")]
    [InlineData("However")]
    public void A_sentence_that_cannot_stand_alone_is_never_chosen(string beginning)
    {
        var summary = _summarizer.Summarize(Annotated, null, SummaryLength.OfSentences(20));

        Assert.DoesNotContain(summary.Sentences, s => s.Text.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(60)]
    public void A_summary_has_about_as_many_words_as_asked(int words)
    {
        var summary = _summarizer.Summarize(Annotated, null, SummaryLength.OfWords(words));

        int count = summary.Sentences.Sum(s => s.Text.Split(' ').Length);
        Assert.InRange(count, words - 12, words + 12);
    }

    [Fact]
    public void A_repetition_is_not_chosen_twice()
    {
        string twice = Lead + "\n\nThe finance ministry of Norway said on Tuesday it will raise its export levy on farmed salmon to 35 percent from January.\n\nTrawlers in the north caught less cod than in any winter since 2002, researchers in Bergen found.";

        var summary = _summarizer.Summarize(EnglishReader.Create().Read(twice, new DateOnly(2024, 3, 5)), null, SummaryLength.OfSentences(2));

        Assert.Equal(["Norway", "Trawlers"], summary.Sentences.Select(s => s.Text.Split(' ')[0]));
    }

    [Fact]
    public void Facts_speak_for_a_sentence()
    {
        int at = Text.IndexOf("The levy would bring", StringComparison.Ordinal);
        var facts = Enumerable.Repeat(new TextSpan(at, at + 20), 4).ToList();
        var weights = new SummaryWeights { Place = 0, Centrality = 0, Title = 0, Fact = 1 };

        var summary = new ExtractiveSummarizer(weights).Summarize(Annotated, null, SummaryLength.OfSentences(1), facts);

        Assert.StartsWith("The levy would bring", Assert.Single(summary.Sentences).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_title_the_best_sentence_is_cut_to_a_headline()
    {
        var summary = _summarizer.Summarize(Annotated, null, SummaryLength.OfSentences(1));

        Assert.Equal("Norway will raise its export levy on farmed salmon to 35 percent from next January", summary.Headline);
    }

    [Fact]
    public void A_text_without_sentences_has_an_empty_summary() =>
        Assert.Empty(_summarizer.Summarize(EnglishReader.Create().Read("", new DateOnly(2024, 3, 5)), null, SummaryLength.OfWords(40)).Sentences);
}
