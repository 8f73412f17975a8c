using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Digests;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Digests;

/// <summary>What a digest says depends on its articles alone: not on their order, on how often each arrived, or on the batches in which they came.</summary>
public sealed class DigestPropertyTests
{
    private static readonly DigestComposer Composer = new();

    /// <summary>The articles of two days; of the copies of one report a few.</summary>
    private static readonly DigestArticle[] Articles = [.. ThreeDays.Articles(7), .. ThreeDays.Articles(8).Take(8), .. ThreeDays.Articles(9)];

    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(25);

    private static string Of(IEnumerable<DigestArticle> articles)
    {
        var composed = Composer.Compose(ThreeDays.Request(9, [.. articles], StoryArchive.Empty));
        return DigestRenderer.Json(composed.Digest) + DigestJson.Write(composed.Archive);
    }

    [Fact]
    public void Any_order_any_repetition_and_any_split_give_the_same_digest()
    {
        string expected = Of(Articles);
        var batches = Gen.Shuffle(Articles)
            .SelectMany(all => Gen.Shuffle(Articles).SelectMany(again => Gen.Choose(0, Articles.Length)
                .SelectMany(repeated => Gen.Choose(0, Articles.Length).Select(split => (All: all, Again: again.Take(repeated).ToArray(), Split: split)))));

        Check.One(Few, Prop.ForAll(batches.ToArbitrary(), b => Of(b.All.Skip(b.Split).Concat(b.Again).Concat(b.All.Take(b.Split))) == expected));
    }

    [Fact]
    public void Any_choice_of_articles_gives_a_digest_that_renders() => Check.One(Few, Prop.ForAll(
        Gen.SubListOf(Articles).ToArbitrary(),
        some =>
        {
            var composed = Composer.Compose(ThreeDays.Request(9, [.. some], StoryArchive.Empty));
            return composed.Stopped.Count == 0 && DigestRenderer.Text(composed.Digest).Length > 0 && DigestRenderer.MailHtmlAsync(composed.Digest).GetAwaiter().GetResult().Length > 0;
        }));
}
