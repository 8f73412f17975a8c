using TradeDigest.Facts;
using TradeDigest.Language;

namespace TradeDigest.Stories;

/// <summary>How two facts stand to each other.</summary>
internal enum FactRelation
{
    /// <summary>They are about different things, or it cannot be told: when in doubt, both are shown.</summary>
    Unrelated,

    /// <summary>They say the same, as far as both speak of it.</summary>
    Agree,

    /// <summary>They say the same, rounded differently.</summary>
    Rounding,

    /// <summary>One says less than the other, and nothing that contradicts it.</summary>
    LessPrecise,

    /// <summary>One gives the level from which the other says that it was changed.</summary>
    EarlierLevel,

    /// <summary>They are about the same thing and cannot both be true at one time.</summary>
    Differ,
}

/// <summary>Compares two facts slot by slot.</summary>
internal static class FactComparison
{
    /// <summary>How <paramref name="a"/> and <paramref name="b"/> stand to each other; the order does not matter.</summary>
    public static FactRelation Compare(Fact a, Fact b)
    {
        if (a.GetType() != b.GetType())
        {
            return FactRelation.Unrelated;
        }

        if (IsEarlierLevel(a, b) || IsEarlierLevel(b, a))
        {
            return FactRelation.EarlierLevel;
        }

        if (a is AgreementFact one && b is AgreementFact other && AgreementComparison.AreOne(one, other))
        {
            return AgreementComparison.DifferInPrecision(one, other) ? FactRelation.LessPrecise : FactRelation.Agree;
        }

        var (left, right) = (ComparableSlots.Of(a), ComparableSlots.Of(b));
        bool open = false, loose = false, differ = false, rounding = false, less = false;
        int same = 0, compared = 0;
        for (int i = 0; i < left.Length; i++)
        {
            var (role, x) = left[i];
            object? y = right[i].Content;
            bool known = x is not null && y is not null;
            var relation = known ? Contents(x!, y!) : FactRelation.Agree;
            bool equal = relation is not FactRelation.Differ;
            if (relation == FactRelation.Unrelated)
            {
                return FactRelation.Unrelated;
            }

            switch (role)
            {
                case SlotRole.Identity when !known || !equal:
                case SlotRole.Whole when (x is null) != (y is null) || (known && !equal):
                case SlotRole.Needed or SlotRole.Scope or SlotRole.Apart when known && !equal:
                    return FactRelation.Unrelated;
                case SlotRole.Needed:
                    open |= !known;
                    break;
                case SlotRole.Scope:
                    open |= (x is null) != (y is null);
                    break;
                case SlotRole.Loose:
                    loose |= (x is null) != (y is null) || (known && !equal);
                    break;
                case SlotRole.Value or SlotRole.Apart when x is not null || y is not null:
                    compared++;
                    same += known && equal ? 1 : 0;
                    differ |= known && !equal;
                    rounding |= relation == FactRelation.Rounding;
                    less |= relation == FactRelation.LessPrecise;
                    break;
                default:
                    break;
            }
        }

        if (differ)
        {
            return open || loose ? FactRelation.Unrelated : FactRelation.Differ;
        }

        if (same == 0 && compared > 0 && NeedsSharedValue(a))
        {
            return FactRelation.Unrelated;
        }

        return less ? FactRelation.LessPrecise : rounding ? FactRelation.Rounding : FactRelation.Agree;
    }

    /// <summary>Whether a value that both facts give differs: of one entry, that it has moved.</summary>
    public static bool MovesValue(Fact before, Fact now)
    {
        var (left, right) = (ComparableSlots.Of(before), ComparableSlots.Of(now));
        return before.GetType() == now.GetType() && left.Index().Any(slot => slot.Item.Role == SlotRole.Value
            && slot.Item.Content is { } x && right[slot.Index].Content is { } y && Contents(x, y) == FactRelation.Differ);
    }

    /// <summary>Figures are the same fact only through a figure; an event may be the same without one.</summary>
    private static bool NeedsSharedValue(Fact fact) => fact is TariffFact or StatisticFact or ShareFact or ForecastFact or CommitmentFact;

    /// <summary>A tariff's level given alone is the level from which another text says that it was changed.</summary>
    private static bool IsEarlierLevel(Fact level, Fact change) =>
        level is TariffFact { FromPercent: null, ToPercent: { } alone, Imposer: not null, Target: not null } a && change is TariffFact { FromPercent: { } from } b
        && alone == from && a.Imposer == b.Imposer && a.Target == b.Target && a.Goods == b.Goods
        && a.Status is not (TariffStatus.Planned or TariffStatus.Threatened);

    private static FactRelation Contents(object x, object y) => (x, y) switch
    {
        (Amount a, Amount b) => Amounts(a, b),
        (PartialDate a, PartialDate b) => a == b ? FactRelation.Agree : a.Includes(b) || b.Includes(a) ? FactRelation.LessPrecise : FactRelation.Differ,
        (PhraseStems a, PhraseStems b) => Overlap(a.Stems, b.Stems) >= 0.5 ? FactRelation.Agree : FactRelation.Differ,
        (NameSet a, NameSet b) => a.Names.SetEquals(b.Names) ? FactRelation.Agree
            : a.Names.IsSubsetOf(b.Names) || b.Names.IsSubsetOf(a.Names) ? FactRelation.LessPrecise : FactRelation.Differ,
        (string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase) ? FactRelation.Agree : FactRelation.Differ,
        _ => throw new InvalidOperationException($"A slot holds {x.GetType().Name} in one fact and {y.GetType().Name} in another."),
    };

    /// <summary>Share of the smaller set's words that both have (overlap coefficient), with one more word against sets of one.</summary>
    private static double Overlap(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        int both = a.Count(b.Contains);
        int smaller = Math.Min(a.Count, b.Count);
        return smaller == 0 ? 0 : smaller == 1 && Math.Max(a.Count, b.Count) > 3 ? both * 0.49 : (double)both / smaller;
    }

    private static FactRelation Amounts(Amount a, Amount b)
    {
        if (a.Unit is not null && b.Unit is not null && !string.Equals(a.Unit, b.Unit, StringComparison.OrdinalIgnoreCase))
        {
            return FactRelation.Unrelated;
        }

        if (a.Number == b.Number)
        {
            return a.Bound == b.Bound ? FactRelation.Agree : FactRelation.LessPrecise;
        }

        if (Math.Sign(a.Number) != Math.Sign(b.Number))
        {
            return FactRelation.Differ;
        }

        var (x, y) = (a with { Number = Math.Abs(a.Number) }, b with { Number = Math.Abs(b.Number) });
        if (Bounds(x, y) || Bounds(y, x))
        {
            return FactRelation.LessPrecise;
        }

        return Rounds(x, y) || Rounds(y, x) ? FactRelation.Rounding : FactRelation.Differ;
    }

    /// <summary>A bound that the other amount keeps, and that lies near enough to be meant for it.</summary>
    private static bool Bounds(Amount bound, Amount amount) => bound.Bound switch
    {
        QuantityBound.AtLeast => amount.Number >= bound.Number && amount.Number <= bound.Number * 2,
        QuantityBound.AtMost => amount.Number <= bound.Number && amount.Number >= bound.Number / 2,
        _ => false,
    };

    /// <summary>The coarser amount is the finer one rounded, or cut, at the coarser one's last place. Trailing zeros of a whole number below 10,000 are places of
    /// their own (30 is not “about 34”), unless the text says “about”.</summary>
    private static bool Rounds(Amount coarse, Amount fine)
    {
        decimal place = LastPlace(coarse);
        return place > LastPlace(fine with { Bound = QuantityBound.Exact }) && Math.Abs(coarse.Number - fine.Number) * 2 <= place;
    }

    private static decimal LastPlace(Amount amount)
    {
        decimal number = amount.Number / 1.0000000000000000000000000000m;
        if (number != decimal.Truncate(number))
        {
            decimal place = 1;
            while (number * (1 / place) != decimal.Truncate(number * (1 / place)) && place > 0.000001m)
            {
                place /= 10;
            }

            return place;
        }

        decimal unit = 1;
        bool zerosRound = amount.Bound == QuantityBound.About || number >= 10_000;
        while (zerosRound && number != 0 && number % (unit * 10) == 0)
        {
            unit *= 10;
        }

        return unit;
    }
}
