using TradeDigest.Facts.Events;

namespace TradeDigest.Facts;

/// <summary>Who takes part in talks, for which side, in which office.</summary>
/// <remarks>
/// Covers “talks / delegation / team led (headed, represented, accompanied, attended) by A and B”, “the X delegation includes A, B and C”, “leading the X delegation is A, alongside B”, “A heads the X side”,
/// “among those attending are A and B”, “X sent A to the talks”, “representing X will be A”, “A is at the helm of the discussions”, “X's chief negotiator, A”, and office-holders who hold talks or negotiate.
/// People who are only quoted, who stay away, or who lead something else are no delegates.
/// </remarks>
internal sealed class DelegateRule : IEventRule
{
    /// <inheritdoc/>
    public void Find(EventText text, ICollection<Fact> found)
    {
        var reader = new DelegateReader(text);
        for (int s = 0; s < text.Facts.Sentences; s++)
        {
            reader.Read(s);
        }

        foreach (var fact in reader.Found)
        {
            found.Add(fact);
        }
    }
}
