namespace TradeDigest.Facts.Reading;

/// <summary>A word or phrase that the fact lexicons know, with all that they say of it.</summary>
internal sealed class Term
{
    /// <summary>A word that no lexicon knows.</summary>
    public static Term None { get; } = new();

    /// <summary>What it can do in a sentence.</summary>
    public Role Roles { get; set; }

    /// <summary>What it says as a verb; none for other words.</summary>
    public VerbClass Verbs { get; set; }

    /// <summary>The forms of a verb that it can be.</summary>
    public VerbForm Forms { get; set; }

    /// <summary>Whether this form of a verb is a noun or an adjective too (<c>cuts</c>, <c>exports</c>).</summary>
    public bool AlsoNoun { get; set; }

    /// <summary>Base form of the first verb that it can be.</summary>
    public string? Base { get; set; }

    /// <summary>The metric that it names.</summary>
    public string? Metric { get; set; }

    /// <summary>-1 for deficits and falls, 1 for surpluses and rises, 0 where it has no direction.</summary>
    public int Sign { get; set; }

    /// <summary>What a change is against: <c>yoy</c>, <c>mom</c>, <c>qoq</c>.</summary>
    public string? Basis { get; set; }

    /// <summary>The activity of which a share is given.</summary>
    public string? Activity { get; set; }

    /// <summary>Whether it never names a commodity of which there are shares (<c>total</c>, <c>voters</c>).</summary>
    public bool NoCommodity { get; set; }

    /// <summary>What is lost or gained in a forecast (<c>job-losses</c>).</summary>
    public string? Loss { get; set; }

    public bool Is(Role any) => (Roles & any) != 0;

    public bool Says(VerbClass any) => (Verbs & any) != 0;
}
