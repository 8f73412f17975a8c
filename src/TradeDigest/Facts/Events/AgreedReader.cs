using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts.Events;

/// <summary>Reads an agreement that is told by its verb alone: “X and Y agreed (on D) (in Z) to cut tariffs”.</summary>
internal static class AgreedReader
{
    /// <summary>The most items of what was agreed that are quoted.</summary>
    private const int LongestSubject = 14;

    /// <summary>The agreement of two parties or more that the verb tells; null where it tells none, or no more than that they will meet or talk on.</summary>
    public static AgreementDraft? Read(EventText text, VerbGroup verb)
    {
        if (verb.Verb.Base != "agree" || verb.Passive || verb.Mood != Mood.Fact || verb.Controller >= 0)
        {
            return null;
        }

        int end = text.Facts.End(text.Facts.SentenceOf(verb.Head));
        VerbGroup? act = null;
        for (int i = verb.End; i < Math.Min(end, verb.End + 14) && act is null; i++)
        {
            if (text.Is(i, EventRole.Agreement) || text.Facts.Is(i, Role.Stop | Role.Relative))
            {
                return null;
            }

            act = text.Facts.VerbAt(i) is { } next && !text.IsNoun(next) ? next : null;
        }

        if (act is null || !text.Facts.Is(act.First, Role.To) || act.Verb.Base is "disagree" or "continue" or "discuss" || text.Uses(act, EventVerb.Meet | EventVerb.Hold | EventVerb.Begin | EventVerb.Speak | EventVerb.Seek))
        {
            return null;
        }

        var who = new Participants(text);
        var (first, subjectEnd) = text.SubjectOf(verb);
        who.Add(first, subjectEnd);
        for (int i = verb.End; i < act.First; i++)
        {
            if (text.Facts.Is(i, Role.With))
            {
                who.Add(i + 1, act.First);
            }
        }

        if (who.Codes.Count < 2)
        {
            return null;
        }

        int stop = act.First + 1;
        while (stop < Math.Min(end, act.First + LongestSubject) && !text.Facts.Is(stop, Role.Break | Role.Relative) && !text.Facts.Reads(stop, "."))
        {
            stop++;
        }

        int sentence = text.Facts.First(text.Facts.SentenceOf(verb.Head));
        var draft = new AgreementDraft
        {
            Parties = who.Codes,
            Subject = text.Facts.Words(act.First + 1, stop),
            Status = AgreementStatus.Reached,
            First = Math.Max(sentence, Math.Min(who.First, verb.First)),
            End = stop,
        };
        for (int i = verb.End; i < act.First && draft.Place is null; i++)
        {
            draft.Place = text.PlaceAt(i);
        }

        int date = text.DateIn(verb.End, act.First);
        date = date >= 0 ? date : text.DateIn(Math.Max(verb.ClauseFirst, sentence), verb.First);
        if (date >= 0)
        {
            draft.Date = text.DayAt(date);
            draft.Support(date, date + 1);
        }

        return draft;
    }
}
