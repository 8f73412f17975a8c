using System.Globalization;
using System.Text;
using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

/// <summary>However much a day brings, the mail stays below the size at which Gmail cuts it, and the page has it all.</summary>
public sealed class MailFoldTests
{
    private static string Address(int i) => $"https://paper-{i}.example/" + new string('a', 300);

    private static Digest Many(Digest sample, int stories, int sources)
    {
        var numbers = Enumerable.Range(1, sources).ToList();
        var story = sample.Stories[0];
        return sample with
        {
            Stories = [.. Enumerable.Range(1, Math.Min(12, stories)).Select(i => story with
            {
                Id = "story-" + i.ToString(CultureInfo.InvariantCulture), Sources = numbers,
                Facts = [.. story.Facts.SelectMany(f => Enumerable.Repeat(f with { Sources = numbers }, 10))],
                Delegations = [.. story.Delegations.Select(d => d with { People = [.. Enumerable.Repeat(d.People[0], 50)] })],
            })],
            Briefs = [.. Enumerable.Range(13, Math.Max(0, stories - 12)).Select(i => new DigestBrief("story-" + i.ToString(CultureInfo.InvariantCulture), story.Headline, 1))],
            Deadlines = [.. Enumerable.Repeat(sample.Deadlines[0], stories)],
            Sources = [.. numbers.Select(n => sample.Sources[0] with { Number = n, Url = Address(n) })],
            Unreadable = [.. Enumerable.Range(1, stories).Select(i => new UnreadableFile($"scan-{i}.pdf", "no-text"))],
        };
    }

    private static Digest Sample { get; } = new DigestComposer().Compose(ThreeDays.Request(7, ThreeDays.Articles(7), StoryArchive.Empty)).Digest;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(30, 60)]
    [InlineData(300, 300)]
    public async Task The_mail_is_below_102_kilobytes(int stories, int sources)
    {
        string mail = await DigestRenderer.MailHtmlAsync(Many(Sample, stories, sources));

        Assert.InRange(Encoding.UTF8.GetByteCount(mail), 1_000, MailFold.BytesAtMost);
    }

    [Fact]
    public async Task What_the_mail_folds_it_counts_and_the_page_shows()
    {
        var digest = Many(Sample, 300, 300);

        string mail = await DigestRenderer.MailHtmlAsync(digest), page = await DigestRenderer.PageHtmlAsync(digest);

        Assert.Contains("more stories</p>", mail, StringComparison.Ordinal);
        Assert.Contains("more deadlines</p>", mail, StringComparison.Ordinal);
        Assert.Contains("more files</p>", mail, StringComparison.Ordinal);
        Assert.Contains(Address(300), page, StringComparison.Ordinal);
        Assert.Contains("scan-300.pdf", page, StringComparison.Ordinal);
        Assert.DoesNotContain("more stories</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_digest_is_not_folded() =>
        Assert.DoesNotContain(">and ", await DigestRenderer.MailHtmlAsync(Sample), StringComparison.Ordinal);
}
