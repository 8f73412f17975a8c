using System.Text.Json;
using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Tests.Facts;

/// <summary>Runs every case of the <c>*.cases.md</c> files: all facts of the file's kind are expected, and all expected ones are found.</summary>
public class FactCaseTests(FactCaseTests.Extractor extractor) : IClassFixture<FactCaseTests.Extractor>
{
    private static readonly Dictionary<string, Type> s_kinds = new(StringComparer.Ordinal)
    {
        ["tariff"] = typeof(TariffFact),
        ["statistic"] = typeof(StatisticFact),
        ["share"] = typeof(ShareFact),
        ["forecast"] = typeof(ForecastFact),
        ["commitment"] = typeof(CommitmentFact),
        ["deadline"] = typeof(DeadlineFact),
        ["measure"] = typeof(MeasureFact),
        ["agreement"] = typeof(AgreementFact),
        ["meeting"] = typeof(MeetingFact),
        ["delegate"] = typeof(DelegateFact),
        ["call"] = typeof(CallFact),
        ["quote"] = typeof(QuoteFact),
    };

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (string kind in s_kinds.Keys)
        {
            foreach (var c in FactCase.Load(kind))
            {
                data.Add(kind, c.Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_passage_yields_the_facts_of_its_case_and_no_other(string kind, string name)
    {
        var c = FactCase.Load(kind).Single(x => x.Name == name);

        var facts = extractor.Of(c.Text, c.Published).Where(f => f.GetType() == s_kinds[kind]).ToList();

        string found = facts.Count == 0 ? "nothing" : string.Join("\n", facts.Select(f => JsonSerializer.Serialize(f, JsonSerializerOptions.Web)));
        Assert.All(c.Expected, e => Assert.True(facts.Exists(e.Matches), $"Missed {string.Join(' ', e.Slots)} :: {e.Evidence}\nin: {c.Text}\nfound: {found}"));
        Assert.All(facts, f => Assert.True(c.Expected.Any(e => e.Matches(f)), $"Not expected: {JsonSerializer.Serialize(f, JsonSerializerOptions.Web)}\nin: {c.Text}"));
        Assert.All(facts, f => Assert.Equal(c.Text[f.Evidence.Start..f.Evidence.End], f.Evidence.Text));
    }

    /// <summary>One reader and extractor for all cases.</summary>
    public sealed class Extractor
    {
        private readonly EnglishReader _reader;
        private readonly FactExtractor _facts;

        public Extractor()
        {
            var vocabulary = new Vocabulary();
            _reader = new EnglishReader(vocabulary);
            _facts = new FactExtractor(vocabulary);
        }

        public IReadOnlyList<Fact> Of(string text, DateOnly published) => _facts.Extract(_reader.Read(text, published));
    }
}
