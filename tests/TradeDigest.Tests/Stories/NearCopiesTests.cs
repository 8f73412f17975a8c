using TradeDigest.Articles;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Stories;

public class NearCopiesTests
{
    private static readonly string[] Words = [.. Enumerable.Range(0, 3000).Select(i => $"w{i * 7919 % 100_003}")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Pairs_are_those_of_the_exhaustive_answer(int seed)
    {
        var texts = Mutations(seed, originals: 40, copies: 6);
        var shingles = texts.ConvertAll(CopyShingles.Of);
        var exhaustive = new HashSet<(int, int, CopyKind)>();
        for (int i = 0; i < texts.Count; i++)
        {
            for (int j = i + 1; j < texts.Count; j++)
            {
                if (CopyRelation.Between(shingles[i], shingles[j]) is not CopyKind.None and var kind)
                {
                    exhaustive.Add((i, j, kind));
                }
            }
        }

        var found = NearCopies.Pairs(texts).ToHashSet();

        Assert.True(exhaustive.Count > 100);
        Assert.Subset(exhaustive, found);
        Assert.True(found.Count >= 0.98 * exhaustive.Count, $"{found.Count} of {exhaustive.Count}");
    }

    [Fact]
    public void Groups_do_not_depend_on_the_order_of_arrival()
    {
        var articles = Mutations(4, originals: 12, copies: 5).Select(Article).ToList();
        var expected = Describe(NearCopies.Group(articles));

        articles.Reverse();

        Assert.Equal(expected, Describe(NearCopies.Group(articles)));
    }

    [Fact]
    public void A_wire_copy_with_a_new_first_line_and_a_cut_tail_is_a_copy_of_the_whole()
    {
        var random = new Random(5);
        string whole = Sentences(random, 300);
        var original = Article("whole", whole, day: 2);
        var cut = Article("cut", "Our own first line says it anew. " + string.Join(' ', whole.Split(' ').Take(150)), day: 3);

        var group = Assert.Single(NearCopies.Group([cut, original]));

        Assert.Equal(("whole", "cut"), (group.Original.Id, Assert.Single(group.Copies).Id));
    }

    [Fact]
    public void A_longer_later_text_stands_for_the_shorter_earlier_one()
    {
        string whole = Sentences(new Random(6), 300);
        var early = Article("flash", string.Join(' ', whole.Split(' ').Take(150)), day: 1);

        var group = Assert.Single(NearCopies.Group([early, Article("whole", whole, day: 2)]));

        Assert.Equal("whole", group.Original.Id);
    }

    [Fact]
    public void A_short_statement_that_two_reports_quote_makes_them_no_copies()
    {
        var random = new Random(7);
        string statement = Sentences(random, 50);

        var groups = NearCopies.Group([Article("a", Sentences(random, 200) + " " + statement, 1), Article("b", Sentences(random, 220) + " " + statement, 1), Article("c", statement, 1)]);

        Assert.Equal(3, groups.Count);
    }

    [Fact]
    public void The_original_is_the_earliest_of_equals()
    {
        string text = Sentences(new Random(8), 200);

        var group = Assert.Single(NearCopies.Group([Article("b", text + " end", 2), Article("c", text + " fin", 1), Article("a", text, 2)]));

        Assert.Equal(("c", "a,b"), (group.Original.Id, string.Join(',', group.Copies.Select(c => c.Id))));
    }

    [Fact]
    public void A_flood_of_copies_is_one_group()
    {
        string text = Sentences(new Random(9), 250);

        var group = Assert.Single(NearCopies.Group(Enumerable.Range(0, 500).Select(i => Article($"{i:000}", text + $" outlet number {i}", 1))));

        Assert.Equal(499, group.Copies.Count);
    }

    [Fact]
    public void A_stored_signature_proposes_what_a_fresh_one_does()
    {
        string text = Sentences(new Random(10), 200);
        var index = new CopyIndex();
        index.Add("kept", CopySignature.Decode(CopySignature.Of(CopyShingles.Of(text)).Encode()));

        var proposed = index.Propose(CopySignature.Of(CopyShingles.Of(text + " with a new end")));

        Assert.Equal(["kept"], proposed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public void A_broken_signature_is_refused(string encoded) => Assert.Throws<FormatException>(() => CopySignature.Decode(encoded));

    private static string Describe(IEnumerable<CopyGroup> groups) =>
        string.Join(';', groups.Select(g => g.Original.Id + "<" + string.Join(',', g.Copies.Select(c => c.Id))));

    /// <summary>Texts, each followed by copies with some words changed, a part cut off, or another text's part put in.</summary>
    private static List<string> Mutations(int seed, int originals, int copies)
    {
        var random = new Random(seed);
        var texts = new List<string>();
        for (int o = 0; o < originals; o++)
        {
            string[] words = Sentences(random, random.Next(40, 400)).Split(' ');
            texts.Add(string.Join(' ', words));
            for (int c = 0; c < copies; c++)
            {
                var copy = words.ToList();
                for (int change = random.Next(0, 1 + (words.Length / 25)); change > 0; change--)
                {
                    copy[random.Next(copy.Count)] = Words[random.Next(Words.Length)];
                }

                if (random.Next(2) == 0)
                {
                    copy = [.. copy.Take(random.Next(copy.Count / 2, copy.Count) + 1)];
                }

                texts.Add(string.Join(' ', copy));
            }
        }

        return texts;
    }

    private static string Sentences(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static Article Article(string text, int number) => Article($"{number:0000}", text, 1 + (number % 5));

    private static Article Article(string id, string text, int day) => new()
    {
        Id = id,
        Text = text,
        Names = [id],
        PublishedAt = new DateOnly(2024, 3, day),
        PublishedBasis = PublishedBasis.Metadata,
        ReceivedAt = new DateTimeOffset(2024, 3, 9, 0, 0, 0, TimeSpan.Zero),
        Language = "en",
        Words = 1,
    };
}
