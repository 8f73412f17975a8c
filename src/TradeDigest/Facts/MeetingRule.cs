using TradeDigest.Facts.Events;

namespace TradeDigest.Facts;

/// <summary>Meetings, rounds of talks and summits: who meets where and when.</summary>
/// <remarks>
/// Covers “X and Y met / will meet / convened / gathered / sat down in Z on D”, “X met Y”, “held / began / resumed / wrapped up talks with Y”, “talks between X and Y open / take place / were held in Z”,
/// “a round of negotiations starts in Z”, “a three-day summit”, “X is due in Z for talks with Y”, “arrived in Z for talks”, “hosted at the V”. One fact for each meeting of the article: what neighbouring
/// sentences add is put together, what later ones repeat is left out. Cancelled talks, “no talks”, and “met” with anything but people and parties yield nothing.
/// </remarks>
internal sealed class MeetingRule : IEventRule
{
    /// <inheritdoc/>
    public void Find(EventText text, ICollection<Fact> found)
    {
        var drafts = new List<MeetingDraft>();
        foreach (var verb in text.Facts.Verbs)
        {
            if (text.Uses(verb, EventVerb.Meet | EventVerb.Hold | EventVerb.Begin | EventVerb.End | EventVerb.Travel | EventVerb.Discuss) && !text.IsNoun(verb) && MeetingReader.Read(text, verb) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        for (int i = 0; i < text.Count; i = text.EndOf(i))
        {
            if (text.Is(i, EventRole.Talks) && MeetingReader.Named(text, i) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        foreach (var draft in MeetingDraft.Merge(text, drafts))
        {
            found.Add(draft.Fact(text));
        }
    }
}
