using TradeDigest.Facts.Events;
using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Finds the facts of an article by rules over what the language layer reads in it: no model, no network.</summary>
/// <remarks>Made once and used by any number of threads: nothing in it changes after construction.</remarks>
public sealed class FactExtractor
{
    private readonly FactLexicon _lexicon;
    private readonly FactStatements _statements;
    private readonly IFactRule[] _rules;

    /// <summary>An extractor whose lexicons add their words to <paramref name="vocabulary"/>.</summary>
    /// <param name="vocabulary">The vocabulary of the <see cref="EnglishReader"/> that reads the texts; filled before the first text is read.</param>
    public FactExtractor(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _lexicon = new FactLexicon(vocabulary);
        _statements = new FactStatements(new PartyNames());
        _rules = [new TariffRule(), new StatisticRule(), new ShareRule(), new ForecastRule(), new CommitmentRule(), new DeadlineRule(), new EventRules(vocabulary)];
    }

    /// <summary>The words that the rules know.</summary>
    internal FactLexicon Lexicon => _lexicon;

    /// <summary>The facts of <paramref name="text"/> in the order of their evidence; what it says more than once is one fact.</summary>
    /// <param name="text">A text read over this extractor's vocabulary.</param>
    public IReadOnlyList<Fact> Extract(AnnotatedText text)
    {
        var read = new FactText(text, _lexicon);
        var found = new List<Fact>();
        foreach (var rule in _rules)
        {
            rule.Find(read, found);
        }

        var facts = Restatements.Merge(found);
        for (int i = 0; i < facts.Count; i++)
        {
            facts[i] = facts[i] with { Statement = _statements.Of(facts[i]) };
        }

        return facts;
    }
}
