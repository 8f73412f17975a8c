using System.Globalization;
using TradeDigest.Analysis;
using TradeDigest.Articles;
using TradeDigest.Digests;
using TradeDigest.Facts;
using TradeDigest.Summaries;

namespace TradeDigest.Tests.Digests;

/// <summary>Builds an article with facts made by hand, whose evidence is looked up in the text.</summary>
internal sealed class SampleArticle(string id, string day, string title, string text)
{
    private readonly List<Fact> _facts = [];

    public string? Publisher { get; init; }

    public string? Wire { get; init; }

    public string? CopyOf { get; init; }

    public string? Replaces { get; init; }

    public string? Url { get; init; }

    public string Text => text;

    /// <summary>Adds a fact whose evidence is the first place where <paramref name="words"/> stand in the text.</summary>
    public SampleArticle Says(string words, Func<Evidence, Fact> fact)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The sample does not have the words '{words}'.");
        _facts.Add(fact(new Evidence(at, at + words.Length, words)));
        return this;
    }

    public DigestArticle Build()
    {
        var published = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        int end = End(0), second = End(Math.Min(end + 1, text.Length));
        SummarySentence[] sentences = second > end + 1 ? [new(text[..end], 0, end), new(text[(end + 1)..second], end + 1, second)] : [new(text[..end], 0, end)];
        return new DigestArticle(
            new ArticleDocument
            {
                Id = id,
                Article = new ArticleInfo
                {
                    Names = [id + ".txt"],
                    Title = title,
                    Publisher = Publisher,
                    Url = Url,
                    Wire = Wire,
                    CopyOf = CopyOf,
                    Replaces = Replaces,
                    PublishedAt = published,
                    PublishedBasis = PublishedBasis.Metadata,
                    ReceivedAt = new DateTimeOffset(published.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero),
                    Language = "en",
                    Words = text.Split(' ').Length,
                },
                Analyst = new AnalystInfo("local", null, "1", 0),
                Summary = new Summary(title, sentences),
                Facts = [.. _facts],
            },
            text);
    }

    /// <summary>Where the sentence that begins at an offset ends.</summary>
    private int End(int start) => text.IndexOf(". ", start, StringComparison.Ordinal) is >= 0 and var stop ? stop + 1 : text.Length;
}
