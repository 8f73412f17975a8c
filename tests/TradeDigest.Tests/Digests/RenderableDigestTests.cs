using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

/// <summary>A statement that no rendering can account for is left out; the digest leaves without it.</summary>
public sealed class RenderableDigestTests
{
    private static DigestComposition Composed { get; } = new DigestComposer().Compose(ThreeDays.Request(7, ThreeDays.Articles(7), StoryArchive.Empty));

    /// <summary>Renderings that stumble over some words wherever they stand.</summary>
    private static RenderableDigest StumblingOver(string words) => new(digest =>
        DigestRenderer.Text(digest).Contains(words, StringComparison.Ordinal) || digest.Subject.Contains(words, StringComparison.Ordinal)
            ? throw new UntracedRenderingException("text", words)
            : Task.CompletedTask);

    [Fact]
    public async Task A_digest_that_renders_is_left_as_it_is() => Assert.Same(Composed, await new RenderableDigest().OfAsync(Composed));

    [Theory]
    [InlineData("18%", "row")]
    [InlineData("Rosa Quispe", "person")]
    [InlineData("quota arrangement ends", "deadline")]
    [InlineData("in Lima, 6 October", "row")]
    [InlineData("A Mexican delegation", "sentence")]
    [InlineData("Pacific Courier", "source")]
    [InlineData("scan-017", "unreadable")]
    public async Task Only_the_statements_that_do_not_render_are_left_out(string words, string stage)
    {
        var composed = stage == "unreadable" ? Composed with { Digest = Composed.Digest with { Unreadable = [new UnreadableFile("scan-017.pdf", "no-text")] } } : Composed;
        string whole = DigestRenderer.Text(composed.Digest);
        Assert.Contains(words, whole, StringComparison.Ordinal);

        var sound = await StumblingOver(words).OfAsync(composed);

        Assert.Contains(sound.Stopped, s => s.Stage == stage && s.Untraced == words);
        Assert.DoesNotContain(words, DigestRenderer.Text(sound.Digest), StringComparison.Ordinal);
        Assert.Equal(sound.Stopped.Count, sound.Digest.Figures.Stopped);
        Assert.Equal(composed.Digest.Stories.Count, sound.Digest.Stories.Count);
        Assert.True(sound.Digest.Stories.Sum(s => s.Facts.Count) >= composed.Digest.Stories.Sum(s => s.Facts.Count) - 2);
    }

    [Fact]
    public async Task A_headline_that_does_not_render_is_replaced()
    {
        string headline = Composed.Digest.Stories[0].Headline.Text;

        var sound = await new RenderableDigest(d => d.Stories.Any(s => s.Headline.Text == headline) ? throw new UntracedRenderingException("page", headline) : Task.CompletedTask).OfAsync(Composed);

        Assert.Equal("A story of 2 articles", sound.Digest.Stories[0].Headline.Text);
        Assert.NotEmpty(sound.Digest.Stories[0].Facts);
    }

    [Fact]
    public async Task A_subject_that_does_not_render_is_replaced_by_the_date()
    {
        var sound = await new RenderableDigest(d => d.Subject == Composed.Digest.Subject ? throw new UntracedRenderingException("mail", "x") : Task.CompletedTask).OfAsync(Composed);

        Assert.Equal("Trade digest, 7 October 2031", sound.Digest.Subject);
        Assert.Equal("subject", Assert.Single(sound.Stopped).Stage);
    }

    [Fact]
    public async Task Statements_that_only_together_do_not_render_leave_the_bare_digest()
    {
        var sound = await new RenderableDigest(d => d.Stories.Count + d.Deadlines.Count > 1 ? throw new UntracedRenderingException("text", "x") : Task.CompletedTask).OfAsync(Composed);

        Assert.Empty(sound.Digest.Stories);
        Assert.Equal(Composed.Digest.Sources.Count, sound.Digest.Sources.Count);
        Assert.Contains(sound.Stopped, s => s.Stage == "digest");
    }

    [Fact]
    public async Task A_template_at_fault_is_an_error() =>
        await Assert.ThrowsAsync<UntracedRenderingException>(() => new RenderableDigest(_ => throw new UntracedRenderingException("page", "x")).OfAsync(Composed));
}
