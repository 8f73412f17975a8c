using TradeDigest.Facts;

namespace TradeDigest.Stories;

/// <summary>Recognises one agreement under two names (<c>the deal</c>, <c>the steel truce</c>) by its place and date.</summary>
internal static class AgreementComparison
{
    /// <summary>Stems of the words that any agreement may be called by.</summary>
    private static readonly IReadOnlySet<string> Generic = ContentWords.Of(
        "agreement deal pact accord truce pause ceasefire arrangement understanding framework protocol memorandum treaty settlement compromise breakthrough trade preliminary interim");

    /// <summary>Whether two agreements of one story are one: both give the place, and the same; both give the date, as far as both say the same; and no other slot contradicts.</summary>
    public static bool AreOne(AgreementFact a, AgreementFact b) =>
        a.Place is { } place && string.Equals(place, b.Place, StringComparison.OrdinalIgnoreCase)
        && a.Date is { Month: > 0 } x && b.Date is { Month: > 0 } y && (x.Includes(y) || y.Includes(x))
        && Parties(a.Parties, b.Parties) && Subjects(a.Subject, b.Subject)
        && (a.DurationDays is null || b.DurationDays is null || a.DurationDays == b.DurationDays)
        && ComparableSlots.Reached(a.Status) == ComparableSlots.Reached(b.Status);

    /// <summary>Whether one of them says less than the other.</summary>
    public static bool DifferInPrecision(AgreementFact a, AgreementFact b) => a.Date != b.Date || a.DurationDays != b.DurationDays;

    private static bool Parties(IReadOnlyList<string>? a, IReadOnlyList<string>? b) =>
        a is not { Count: > 0 } || b is not { Count: > 0 } || a.All(b.Contains) || b.All(a.Contains);

    private static bool Subjects(string? a, string? b)
    {
        var (x, y) = (Telling(a), Telling(b));
        return x.Count == 0 || y.Count == 0 || x.Exists(y.Contains);
    }

    private static List<string> Telling(string? subject) => subject is null ? [] : [.. ContentWords.Of(subject).Where(w => !Generic.Contains(w) && !char.IsAsciiDigit(w[0]))];
}
