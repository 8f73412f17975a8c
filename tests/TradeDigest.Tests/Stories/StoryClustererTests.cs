using System.Globalization;
using TradeDigest.Stories;

namespace TradeDigest.Tests.Stories;

public sealed class StoryClustererTests
{
    private static readonly StoryClusterer Clusterer = new();

    private static string CaseFolder => Path.Combine(AppContext.BaseDirectory, "Stories");

    private static (List<StoryArticle> Articles, Dictionary<string, string> Events) Outlets()
    {
        var articles = new List<StoryArticle>();
        var events = new Dictionary<string, string>(StringComparer.Ordinal);
        string happened = "", title = "";
        foreach (string line in File.ReadLines(Path.Combine(CaseFolder, "three-outlets.cases.md")).SkipWhile(l => !l.StartsWith("# ", StringComparison.Ordinal)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                title = line[3..];
            }
            else if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                happened = line[2..];
            }
            else if (line.Length > 0)
            {
                string id = articles.Count.ToString("000", CultureInfo.InvariantCulture);
                articles.Add(new StoryArticle(id, title, line));
                events.Add(id, happened);
            }
        }

        Assert.Equal(48, articles.Count);
        return (articles, events);
    }

    /// <summary>BCubed F1 (Bagga and Baldwin 1998): for each article the share of its group that tells its event, and the share of its event that is in its group.</summary>
    private static double BCubed(IReadOnlyList<IReadOnlyList<StoryArticle>> groups, Dictionary<string, string> events)
    {
        double precision = 0, recall = 0;
        foreach (var group in groups)
        {
            foreach (var article in group)
            {
                int same = group.Count(a => events[a.Id] == events[article.Id]);
                precision += (double)same / group.Count;
                recall += (double)same / events.Values.Count(e => e == events[article.Id]);
            }
        }

        (precision, recall) = (precision / events.Count, recall / events.Count);
        return 2 * precision * recall / (precision + recall);
    }

    private static string Shape(IEnumerable<IReadOnlyList<StoryArticle>> groups) => string.Join(" | ", groups.Select(g => string.Join(' ', g.Select(a => a.Id))));

    [Theory]
    [InlineData("whole", 0.98)]
    [InlineData("without title", 0.95)]
    [InlineData("opening only", 0.95)]
    public void Events_told_by_three_outlets_in_their_own_words_are_found(string form, double atLeast)
    {
        var (articles, events) = Outlets();
        articles = form switch
        {
            "without title" => articles.ConvertAll(a => a with { Title = null }),
            "opening only" => articles.ConvertAll(a => a with { Text = string.Join(". ", a.Text.Split(". ").Take(2)) }),
            _ => articles,
        };

        Assert.InRange(BCubed(Clusterer.Cluster(articles), events), atLeast, 1);
    }

    [Fact]
    public void The_order_of_the_articles_does_not_matter()
    {
        var (articles, _) = Outlets();
        string expected = Shape(Clusterer.Cluster(articles));

        foreach (int seed in Enumerable.Range(1, 5))
        {
            var random = new Random(seed);
            var shuffled = articles.OrderBy(_ => random.Next()).ToList();
            Assert.Equal(expected, Shape(Clusterer.Cluster(shuffled)));
        }
    }

    [Fact]
    public void Five_summits_of_the_same_kind_are_five_stories()
    {
        StoryArticle[] articles =
        [
            new("0a", "Jakarta summit opens", "Leaders of eleven nations opened a two-day summit in Jakarta on Monday. President Surya Hartono of Indonesia asked them to settle fishing rights in the Natuna Sea."),
            new("0b", "Hartono presses neighbours on fishing", "At the Jakarta summit Indonesia's president, Surya Hartono, pressed his neighbours to agree where each may fish. A declaration on the Natuna Sea is due on Tuesday."),
            new("1a", "Bogota hosts Andean summit", "A summit of Andean leaders began in Bogota with a call by Colombia's Lucia Medina for a railway to the Pacific. A declaration is expected at the close."),
            new("1b", "Medina wants a railway for the Andes", "Colombian President Lucia Medina told the summit in Bogota that trade in the Andes needs rails, not roads. Leaders discuss the Pacific line on Tuesday."),
            new("2a", "East African leaders meet in Nairobi", "Kenya's Peter Kamau welcomed East African leaders to a two-day summit in Nairobi. On the agenda are mobile payments across borders."),
            new("2b", "Nairobi summit eyes one mobile money market", "Mobile money should cross borders as easily as people do, President Peter Kamau said as the Nairobi summit opened. Kenya hopes for a declaration on Tuesday."),
            new("3a", "Grain transit tops Warsaw summit", "Leaders gathered in Warsaw on Monday for a summit on the transit of Ukrainian grain. Poland's Anna Zielinska said farmers must not lose by it."),
            new("3b", "Zielinska: grain must pass, not stay", "Polish Prime Minister Anna Zielinska opened a summit in Warsaw with a plan to seal wagons of Ukrainian grain. Ministers draft a declaration overnight."),
            new("4a", "Mekong leaders gather in Hanoi", "Vietnam's Tran Quoc Bao opened a summit of Mekong states in Hanoi with a warning about dams. Leaders meet again on Tuesday."),
            new("4b", "Hanoi summit hears warning on dams", "Dams upstream are drying out the Mekong delta, Tran Quoc Bao told leaders at a two-day summit in Hanoi. Laos defended its power plants."),
        ];

        Assert.Equal("0a 0b | 1a 1b | 2a 2b | 3a 3b | 4a 4b", Shape(Clusterer.Cluster(articles)));
    }

    [Fact]
    public void Reports_of_one_kind_a_month_apart_are_two_stories()
    {
        const string Text = "Consumer prices rose in the month as fuel and food cost more, the statistics office of Freedonia said. Economists had expected less. The central bank meets next week.";
        var first = new DateOnly(2024, 3, 5);

        var groups = Clusterer.Cluster([
            new StoryArticle("a", "Freedonia inflation", Text + " The rate was 3.4 percent in February.", first),
            new StoryArticle("b", "Freedonia inflation", Text + " The rate was 3.9 percent in May.", first.AddDays(92))]);

        Assert.Equal("a | b", Shape(groups));
    }

    [Fact]
    public void An_article_given_twice_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Clusterer.Cluster([new StoryArticle("a", null, "One."), new StoryArticle("a", null, "Two.")]));

        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_without_words_are_stories_of_their_own()
    {
        Assert.Equal("a | b", Shape(Clusterer.Cluster([new StoryArticle("a", null, ""), new StoryArticle("b", null, "... ---")])));
        Assert.Empty(Clusterer.Cluster([]));
    }
}
