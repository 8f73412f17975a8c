namespace TradeDigest.Facts.Reading;

/// <summary>How a statement is meant.</summary>
internal enum Mood : byte
{
    /// <summary>It is so, or was.</summary>
    Fact,

    /// <summary>It will be: “will”, “plans to”, “said it would”, “agreed to”, “set to”.</summary>
    Planned,

    /// <summary>Somebody proposes it or thinks about it.</summary>
    Proposed,

    /// <summary>It may be: “may”, “might”, “could”.</summary>
    Possible,

    /// <summary>It is threatened.</summary>
    Threatened,

    /// <summary>Somebody asks another for it.</summary>
    Urged,

    /// <summary>It stands under “if”, “unless”.</summary>
    Conditional,

    /// <summary>It is not so: “did not”, “refused to”, “ruled out”.</summary>
    Denied,
}

/// <summary>A verb with its auxiliaries, and what the clause around it says of it. Numbers are indexes of items.</summary>
/// <param name="First">First item of the group (<c>will</c> of “will not raise”).</param>
/// <param name="Head">The verb itself; the group ends behind it.</param>
/// <param name="Form">Its form.</param>
/// <param name="Finite">Whether it heads a clause of its own.</param>
/// <param name="Passive">Whether its subject suffers it.</param>
/// <param name="Mood">How it is meant.</param>
/// <param name="ClauseFirst">First item of its clause: behind the subordinator, conjunction or comma that opens it.</param>
/// <param name="Subject">The item that heads its subject: a name, a pronoun, a metric, a tariff, other goods; -1 where none is found. For passives, what suffers.</param>
/// <param name="Controller">Head of the verb on which it hangs (<c>threatened</c> of “threatened to impose”); -1 for none.</param>
internal sealed record VerbGroup(
    int First, int Head, VerbForm Form, bool Finite, bool Passive, Mood Mood, int ClauseFirst, int Subject, int Controller, Term Verb)
{
    /// <summary>Index behind the head.</summary>
    public int End => Head + 1;

    public bool Says(VerbClass any) => Verb.Says(any);
}
