using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Reads when a meeting is, and how long.</summary>
internal static class MeetingTime
{
    /// <summary>Adds the first and last day that the clause of the verb tells.</summary>
    public static void Read(EventText text, MeetingDraft draft, VerbGroup verb, int end)
    {
        int at = text.DateOf(verb, end);
        if (at < 0)
        {
            Length(text, draft, verb, end);
            return;
        }

        var mention = text.Facts.DateAt(at)!;
        draft.Support(at, at + 1);
        if (mention.Kind == DateKind.Range && mention is { Start: { Day: > 0 } start, End: { Day: > 0 } last })
        {
            (draft.Start, draft.Finish) = (start, last);
            return;
        }

        draft.Start = EventText.Day(mention);
        Length(text, draft, verb, end);
    }

    /// <summary>“opened a three-day summit on Friday” ends on Sunday; “wrapped up two days of talks on Friday” began on Thursday.</summary>
    private static void Length(EventText text, MeetingDraft draft, VerbGroup verb, int end)
    {
        var (subjectFirst, _) = text.SubjectOf(verb);
        for (int i = Math.Min(subjectFirst, verb.First); i < end && draft.Start is { Day: > 0 } day && draft.Finish is null; i++)
        {
            if (text.Facts.DateAt(i) is { Kind: DateKind.Duration, Days: >= 2 and <= 14 } span && (text.Policy(i + 1) == 0) && NamesTalks(text, i))
            {
                bool over = text.Uses(verb, EventVerb.End);
                draft.Start = over ? PartialDate.From(day.First.AddDays(1 - span.Days!.Value)) : day;
                draft.Finish = over ? day : PartialDate.From(day.First.AddDays(span.Days!.Value - 1));
                draft.Support(i, i + 1);
            }
        }
    }

    /// <summary>“three-day summit”, “two days of trade talks”.</summary>
    private static bool NamesTalks(EventText text, int duration)
    {
        for (int i = duration + 1; i < Math.Min(text.Count, duration + 5); i++)
        {
            if (text.Is(i, EventRole.Talks))
            {
                return true;
            }
        }

        return false;
    }
}
