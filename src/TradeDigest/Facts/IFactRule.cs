using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>The rules for one kind of fact.</summary>
public interface IFactRule
{
    /// <summary>Adds to <paramref name="found"/> what the text says of this kind, each with evidence and statement.</summary>
    void Find(AnnotatedText text, ICollection<Fact> found);
}
