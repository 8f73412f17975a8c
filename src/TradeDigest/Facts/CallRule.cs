using TradeDigest.Facts.Events;

namespace TradeDigest.Facts;

/// <summary>Telephone and video calls: between whom, when, how long.</summary>
/// <remarks>
/// Covers “a phone call / telephone conversation / video call between X and Y”, “a 90-minute call with Y”, “X held a call with Y”, “X's call with Y”, “X and Y spoke by phone”, “X spoke to Y by telephone”,
/// “X telephoned Y”, with “lasting more than two hours” and the like. Calls on, calls for, conference calls, margin calls, calls declined or not made yield nothing.
/// </remarks>
internal sealed class CallRule : IEventRule
{
    /// <inheritdoc/>
    public void Find(EventText text, ICollection<Fact> found)
    {
        var drafts = new List<CallDraft>();
        for (int i = 0; i < text.Count; i = text.EndOf(i))
        {
            if (text.Is(i, EventRole.Call | EventRole.BareCall) && CallReader.Noun(text, i) is { } draft)
            {
                drafts.Add(draft);
            }
            else if (text.Is(i, EventRole.TalkedByPhone) && CallReader.Talked(text, i) is { } talked)
            {
                drafts.Add(talked);
            }
        }

        foreach (var verb in text.Facts.Verbs)
        {
            if (text.Uses(verb, EventVerb.Speak | EventVerb.Phone) && !text.IsNoun(verb) && CallReader.Verb(text, verb) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        foreach (var draft in CallDraft.Merge(drafts))
        {
            found.Add(draft.Fact(text));
        }
    }
}
