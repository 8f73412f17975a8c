using TradeDigest.Facts;

namespace TradeDigest.Digests;

/// <summary>Phrases of events whose wording depends on the words that report them: how long, on what, until when.</summary>
internal static class EventWording
{
    private static readonly (string Word, int Days)[] Spans = [("year", 365), ("month", 30), ("week", 7)];

    private static readonly string[] Ends = ["expir", "laps", "end", "run out", "runs out", "ran out", "until", "through"];

    /// <summary>A duration in the unit that its evidence counts in, where it comes out whole: <c>3 years</c>, <c>90 days</c>.</summary>
    public static string Duration(int days, string evidence)
    {
        var (word, span) = Spans.FirstOrDefault(s => days % s.Days == 0 && evidence.Contains(s.Word, StringComparison.OrdinalIgnoreCase));
        return word is null ? Wording.Count(days, "day") : Wording.Count(days / span, word);
    }

    /// <summary>What was agreed, and by whom: <c>steel truce of Chile and Peru</c>; <c>agreement of Chile and Peru to pause their dispute</c> where its words say what they agreed to do.</summary>
    public static string Agreement(AgreementFact agreement)
    {
        string parties = agreement.Parties is { Count: > 0 } named ? " of " + PartyLabels.Of(named) : "";
        return agreement.Subject is { } subject && agreement.Evidence.Text.Contains(" to " + subject, StringComparison.OrdinalIgnoreCase)
            ? "agreement" + parties + " to " + subject
            : (agreement.Subject ?? "agreement") + parties;
    }

    /// <summary>What a pledge is about: <c>to buy Canadian wheat</c>, <c>to invest in a refinery, with Chile</c>. A counterparty that the object names is not named again.</summary>
    public static string Pledge(CommitmentFact pledge)
    {
        string does = "to " + (pledge.Action?.ToString().ToLowerInvariant() ?? "provide");
        string link = pledge.Action == CommitmentAction.Invest ? " in " + Article(pledge.Evidence.Text, pledge.Object) : " ";
        string what = pledge.Object is { Length: > 0 } named ? link + named : "";
        return pledge.Counterparty is not { } other || Names(pledge.Object, other)
            ? does + what
            : does + what + (pledge.Action == CommitmentAction.Buy ? " from " : ", with ") + PartyLabels.Inside(other);
    }

    /// <summary>What an act is called where its words name no object.</summary>
    public static string Act(MeasureFact measure) => measure.Action switch
    {
        MeasureAction.Complain => "complaint",
        MeasureAction.Retaliate => "retaliation",
        MeasureAction.Investigate => "investigation",
        MeasureAction.Legislate => "legislation",
        _ => "measure",
    };

    /// <summary>What a deadline is: <c>quota arrangement ends</c> where its words tell of an end, its subject alone where something is due.</summary>
    public static string Deadline(DeadlineFact deadline)
    {
        string subject = deadline.Subject ?? "deadline";
        bool ends = subject != "deadline" && Array.Exists(Ends, e => deadline.Evidence.Text.Contains(e, StringComparison.OrdinalIgnoreCase));
        return ends ? subject + (subject.EndsWith('s') && !subject.EndsWith("ss", StringComparison.Ordinal) ? " end" : " ends") : subject;
    }

    /// <summary>What has been done: <c>imposed</c>. An object that names the act already (<c>export bans</c>, <c>visa revocations</c>) is not acted on a second time.</summary>
    public static string Done(MeasureFact measure)
    {
        string done = FactWording.Done(measure.Action!.Value);
        string stem = done[..Math.Min(4, done.Length)];
        stem = measure.Action == MeasureAction.Ban ? "ban" : stem;
        bool named = measure.Action is MeasureAction.Ban or MeasureAction.Restrict or MeasureAction.Suspend or MeasureAction.Revoke
            && Claims.Words(measure.Object ?? "").Any(w => w.StartsWith(stem, StringComparison.OrdinalIgnoreCase));
        return named || (measure.Object is null && Act(measure) != "measure") ? "reported" : done;
    }

    /// <summary>Whether words name a party, by its name or its adjective.</summary>
    public static bool Names(string? words, string party) => words is not null
        && (Has(words, PartyLabels.Of(party)) || Has(words, PartyLabels.Adjective(party)));

    private static bool Has(string words, string name) =>
        Claims.Words(name).ToList() is { Count: > 0 } wanted && wanted.TrueForAll(w => Claims.Words(words).Contains(w, StringComparer.OrdinalIgnoreCase));

    /// <summary>The article that the evidence puts before the object, with a space; empty for none.</summary>
    private static string Article(string evidence, string? named)
    {
        int at = named is null ? -1 : evidence.IndexOf(named, StringComparison.OrdinalIgnoreCase);
        string before = at > 0 ? evidence[..at].TrimEnd() : "";
        string word = before[(before.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        return word is "a" or "an" or "the" ? word + " " : "";
    }
}
