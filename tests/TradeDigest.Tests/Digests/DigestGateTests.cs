using TradeDigest.Digests;
using TradeDigest.Facts;
using TradeDigest.Stories;
using TradeDigest.Summaries;

namespace TradeDigest.Tests.Digests;

/// <summary>Puts false values in at each stage, and sees them stopped.</summary>
public sealed class DigestGateTests
{
    private static readonly DigestComposer Composer = new();

    private static DigestComposition Compose(Func<DigestArticle, DigestArticle>? falsify = null) =>
        Composer.Compose(ThreeDays.Request(7, [.. ThreeDays.Articles(7).Select(a => a.Document.Id == "t1" && falsify is not null ? falsify(a) : a)], StoryArchive.Empty));

    private static DigestArticle WithFact<T>(DigestArticle article, Func<T, Fact> falsify)
        where T : Fact =>
        article with { Document = article.Document with { Facts = [.. article.Document.Facts.Select(f => f is T known ? falsify(known) : f)] } };

    public static TheoryData<string, Func<DigestArticle, DigestArticle>> FalseFacts => new()
    {
        { "19", a => WithFact<TariffFact>(a, f => f with { ToPercent = 19 }) },
        { "-2.6", a => WithFact<StatisticFact>(a, f => f with { ChangePercent = -2.6m }) },
        { "2031-10-21", a => WithFact<DeadlineFact>(a, f => f with { Date = new(2031, 10, 21) }) },
        { "2031-11-20", a => WithFact<DeadlineFact>(a, f => f with { Date = new(2031, 11, 20) }) },
        { "Rosa Quiroga", a => WithFact<DelegateFact>(a, f => f with { Name = "Rosa Quiroga" }) },
        { "Cusco", a => WithFact<MeetingFact>(a, f => f with { City = "Cusco" }) },
        { "We came to win", a => WithFact<QuoteFact>(a, f => f with { Text = "We came to win" }) },
        { "never said", a => WithFact<TariffFact>(a, f => f with { Evidence = f.Evidence with { Text = "never said" } }) },
    };

    [Theory]
    [MemberData(nameof(FalseFacts))]
    public void A_false_slot_of_a_fact_does_not_get_into_the_ledger(string value, Func<DigestArticle, DigestArticle> falsify)
    {
        var composed = Compose(falsify);

        Assert.Contains(composed.Stopped, s => s.Stage == "fact" && s.Untraced == value);
        Assert.DoesNotContain(value, DigestRenderer.Text(composed.Digest), StringComparison.Ordinal);
        Assert.Equal(composed.Stopped.Count, composed.Digest.Figures.Stopped);
    }

    [Theory]
    [InlineData("Mexico and Peru opened talks in Lima over an 81% tariff.", "81")]
    [InlineData("Mexico and Ecuador opened talks in Lima.", "Ecuador")]
    [InlineData("Mexico and Peru opened talks “in good faith” in Lima.", "in good faith")]
    public void A_sentence_that_its_span_does_not_support_is_not_told(string sentence, string untraced)
    {
        var composed = Compose(a => a with
        {
            Document = a.Document with { Summary = new Summary("Talks in Lima", [new SummarySentence(sentence, 0, a.Document.Summary.Sentences[0].End)]) },
        });

        Assert.Contains(composed.Stopped, s => s.Stage == "sentence" && s.Untraced == untraced);
        Assert.DoesNotContain(sentence, composed.Digest.Stories.SelectMany(s => s.Sentences).Select(s => s.Text));
    }

    [Fact]
    public void A_sentence_in_other_words_that_its_span_supports_is_told()
    {
        const string Sentence = "Talks over the 18% tariff of Mexico have begun in Lima.";

        var composed = Compose(a => a with
        {
            Document = a.Document with { Summary = new Summary("Talks in Lima", [new SummarySentence(Sentence, 0, a.Document.Summary.Sentences[0].End)]) },
        });

        Assert.Contains(Sentence, composed.Digest.Stories.SelectMany(s => s.Sentences).Select(s => s.Text));
    }

    private static (Digest Digest, List<StoppedStatement> Stopped) Pass(Func<Digest, Digest> falsify)
    {
        var stopped = new List<StoppedStatement>();
        var gate = new DigestGate(ThreeDays.Articles(7).ToDictionary(a => a.Document.Id, StringComparer.Ordinal), StoryArchive.Empty, stopped);
        return (gate.Opening(gate.Statements(falsify(Compose().Digest))), stopped);
    }

    private static Digest WithStory(Digest digest, Func<DigestStory, DigestStory> change) => digest with { Stories = [change(digest.Stories[0]), .. digest.Stories.Skip(1)] };

    public static TheoryData<string, Func<Digest, Digest>> FalseStatements => new()
    {
        { "subject", d => d with { Subject = "Mexican tariffs rise to 81%" } },
        { "subject", d => d with { Subject = "Ecuadorian tariffs on avocados: 18%" } },
        { "preheader", d => d with { Preheader = "Talks last until 2032, all sides agree." } },
        { "headline", d => WithStory(d, s => s with { Headline = s.Headline with { Text = "Mexico and Chile open talks" } }) },
        { "row", d => WithStory(d, s => s with { Facts = [s.Facts[0] with { Value = "81%" }] }) },
        { "row", d => WithStory(d, s => s with { Facts = [s.Facts[0] with { Label = "Brazilian tariffs" }] }) },
        { "row", d => WithStory(d, s => s with { Facts = [s.Facts[0] with { Status = "new, 7 sources" }] }) },
        { "row", d => WithStory(d, s => s with { Facts = [s.Facts.First(f => f.Bar is not null) with { Bar = 77 }] }) },
        { "row", d => WithStory(d, s => s with { Facts = [s.Facts[0] with { Evidence = [] }] }) },
        { "difference", d => WithStory(d, s => s with { Differences = [s.Differences[0] with { Values = [s.Differences[0].Values[0] with { Value = "-9.9%" }] }] }) },
        { "quote", d => WithStory(d, s => s with { Quotes = [Quote(s) with { Text = "We came to win this time around" }] }) },
        { "quote", d => WithStory(d, s => s with { Quotes = [Quote(s) with { Speaker = "Pedro Salas" }] }) },
        { "person", d => WithStory(d, s => s with { Delegations = [s.Delegations[0] with { People = [s.Delegations[0].People[0] with { Role = "Prime Minister" }] }] }) },
        { "deadline", d => d with { Deadlines = [d.Deadlines[0] with { Countdown = "in 31 days" }] } },
        { "deadline", d => d with { Deadlines = [d.Deadlines[0] with { When = "21 October 2031" }] } },
    };

    private static DigestQuote Quote(DigestStory story)
    {
        var evidence = ThreeDays.Articles(7)[0].Document.Facts.OfType<QuoteFact>().Select(f => new DigestEvidence("t1", f.Evidence.Start, f.Evidence.End, f.Evidence.Text, f)).Single();
        return new DigestQuote(evidence.Text, "Rosa Quispe", "deputy trade minister", story.Sources, evidence);
    }

    [Theory]
    [MemberData(nameof(FalseStatements))]
    public void A_false_statement_does_not_pass(string stage, Func<Digest, Digest> falsify)
    {
        var (digest, stopped) = Pass(falsify);

        var found = Assert.Single(stopped, s => s.Stage == stage);
        Assert.DoesNotContain(found.Text, DigestRenderer.Text(digest), StringComparison.Ordinal);
    }

    [Fact]
    public void A_true_digest_passes_whole()
    {
        var (digest, stopped) = Pass(d => d);

        Assert.Empty(stopped);
        Assert.Equal(DigestRenderer.Json(Compose().Digest), DigestRenderer.Json(digest));
    }

    [Theory]
    [InlineData("18%", "81%")]
    [InlineData("6.2%", "2.6%")]
    [InlineData("20 October", "21 October")]
    [InlineData("Rosa Quispe", "Rosa Quiroga")]
    [InlineData("[1]", "[2]")]
    public async Task A_rendering_that_says_anything_else_does_not_leave(string words, string falseWords)
    {
        var digest = Compose().Digest;
        string text = DigestRenderer.Text(digest), html = await DigestRenderer.MailHtmlAsync(digest);

        Assert.Throws<UntracedRenderingException>(() => RenderingGate.Check(digest, DigestLinks.None, First(text, words, falseWords), "text"));
        Assert.Throws<UntracedRenderingException>(() => RenderingGate.CheckHtml(digest, DigestLinks.None, First(html, words, falseWords), "mail"));
    }

    [Theory]
    [InlineData("</h1>", "</h1><p>Tariffs rise.</p>")]
    [InlineData("</h1>", "</h1><script>x()</script>")]
    [InlineData("<h1", "<h1 onclick=\"x()\"")]
    [InlineData("<h1", "<h1 aria-label=\"Tariffs rise\"")]
    [InlineData("https://andean-ledger.example/avocado-talks", "https://elsewhere.example/")]
    public async Task Html_that_adds_words_links_or_code_does_not_leave(string at, string replacement)
    {
        var digest = Compose().Digest;
        string html = await DigestRenderer.MailHtmlAsync(digest);

        Assert.Throws<UntracedRenderingException>(() => RenderingGate.CheckHtml(digest, DigestLinks.None, First(html, at, replacement), "mail"));
    }

    private static string First(string text, string words, string replacement)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The rendering lacks '{words}'.");
        return text[..at] + replacement + text[(at + words.Length)..];
    }
}
