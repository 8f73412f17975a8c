using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>The rules for one kind of event: what was done, agreed and said, who met.</summary>
internal interface IEventRule
{
    /// <summary>Adds to <paramref name="found"/> what the text says of this kind, each with its evidence.</summary>
    void Find(EventText text, ICollection<Fact> found);
}

/// <summary>The rules of events, over one reading of the text.</summary>
/// <param name="vocabulary">The vocabulary of the reader of the texts, to which the words of events are added.</param>
internal sealed class EventRules(Vocabulary vocabulary) : IFactRule
{
    private readonly EventLexicon _lexicon = new(vocabulary);
    private readonly IEventRule[] _rules = [new MeasureRule(), new AgreementRule(), new MeetingRule(), new DelegateRule(), new CallRule(), new QuoteRule()];

    /// <inheritdoc/>
    public void Find(FactText text, ICollection<Fact> found)
    {
        var events = new EventText(text, _lexicon);
        foreach (var rule in _rules)
        {
            rule.Find(events, found);
        }
    }
}
