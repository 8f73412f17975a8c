using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts;

/// <summary>The rules for one kind of fact.</summary>
internal interface IFactRule
{
    /// <summary>Adds to <paramref name="found"/> what the text says of this kind, each with its evidence.</summary>
    void Find(FactText text, ICollection<Fact> found);
}
