using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Days by which something ends or must be done.</summary>
/// <remarks>
/// Covers “the truce expires / lapses / ends / runs out on X”, “due to expire on”, “valid until”, “the consultation closes on”, “a deadline of / set for X”, “an April 17 deadline”, “has until X to”,
/// “gave Y until X”, “has 60 days to appeal”, “must … by X”, “unless … by X”, “no later than X”, “the expiry of the pact on X”, “a 90-day window”.
/// Meetings, speeches and years of statistics end too, but are no deadlines.
/// </remarks>
internal sealed class DeadlineRule : IFactRule
{
    /// <inheritdoc/>
    public void Find(FactText text, ICollection<Fact> found)
    {
        for (int s = 0; s < text.Sentences; s++)
        {
            int first = text.First(s), end = text.End(s);
            for (int i = first; i < end; i++)
            {
                var fact = text.VerbAt(i) is { } verb ? Ends(text, verb, first, end) ?? Given(text, verb, end)
                    : text.Is(i, Role.DeadlineNoun) ? Named(text, i, first, end)
                    : text.Is(i, Role.WindowNoun) ? Window(text, i, first)
                    : text.DateAt(i) is not null ? Bound(text, i, first)
                    : null;
                if (fact is not null)
                {
                    found.Add(fact);
                }
            }
        }
    }

    /// <summary>“the 90-day truce expires in early August”, “is due to lapse on December 1”.</summary>
    private static DeadlineFact? Ends(FactText text, VerbGroup verb, int first, int end)
    {
        if (!verb.Says(VerbClass.Expire) || verb.Mood is Mood.Denied or Mood.Conditional or Mood.Urged or Mood.Proposed)
        {
            return null;
        }

        bool sure = verb.Verb.Base is "expire" or "lapse" or "run out" or "run until" or "be valid" or "elapse";
        int subject = Subject(text, verb, first, sure);
        if (subject < 0)
        {
            return null;
        }

        int at = verb.End;
        while (at < Math.Min(end, verb.End + 4) && (text.Is(at, Role.On | Role.In | Role.At | Role.Until | Role.By | Role.Determiner) || text.Reads(at, "next")))
        {
            at++;
        }

        if (text.DateAt(at) is not { Start: { } date } mention || (mention.Kind is DateKind.Duration or DateKind.Recurring))
        {
            return null;
        }

        if (!sure && (verb.Form & VerbForm.Past) != 0 && verb.Mood == Mood.Fact && !verb.Passive)
        {
            return null;
        }

        int start = Start(text, subject, first);
        return Fact(text, start, at + 1, subject, date, until: verb.First);
    }

    private static int Subject(FactText text, VerbGroup verb, int first, bool sure)
    {
        for (int i = verb.First - 1; i >= Math.Max(first, verb.First - 14); i--)
        {
            if (text.Is(i, Role.WindowNoun | Role.DeadlineNoun | Role.Tariff))
            {
                return i;
            }

            if (text.VerbAt(i) is { Finite: true } before && !sure && !before.Says(VerbClass.Be))
            {
                return -1;
            }
        }

        return sure && verb.Subject >= first ? verb.Subject : sure && verb.ClauseFirst < verb.First ? verb.First - 1 : -1;
    }

    private static int Start(FactText text, int noun, int first)
    {
        int start = noun;
        while (start - 1 >= first && start > noun - 6 && (text.Items[start - 1].Kind is ItemKind.Date or ItemKind.Goods or ItemKind.Quantity || text.Is(start - 1, Role.Tariff | Role.WindowNoun | Role.Hyphen | Role.Metric)
            || text.NameAt(start - 1)?.Form == PartyForm.Adjective || (text.Items[start - 1].Kind == ItemKind.Word && text.Items[start - 1].Term == Term.None && char.IsLetter(text.Word(start - 1)[0]))))
        {
            start--;
        }

        return start;
    }

    /// <summary>“has until August 16 to reply”, “gave the EU until June 1”, “has 60 days to appeal”.</summary>
    private static DeadlineFact? Given(FactText text, VerbGroup verb, int end)
    {
        if (!(verb.Verb.Base is "have" or "give" or "grant" || verb.Says(VerbClass.Record) && text.Is(verb.Head, Role.Have)) || verb.Mood is Mood.Denied or Mood.Conditional)
        {
            return null;
        }

        for (int i = verb.End; i < Math.Min(end, verb.End + 7); i++)
        {
            if (text.DateAt(i) is { } date)
            {
                if (date is { Start: { } day } && text.Is(i - 1, Role.Until))
                {
                    return Fact(text, Math.Min(verb.First, Math.Max(verb.Subject, text.First(text.SentenceOf(verb.Head)))), Task(text, i + 1, end), -1, day) with { Subject = TaskWords(text, i + 1, end) };
                }

                if (date.Days is not null && (text.Is(i + 1, Role.To) || text.Is(i + 2, Role.To)))
                {
                    return Fact(text, verb.First, Task(text, i + 1, end), -1, null, date.Days);
                }

                return null;
            }

            if (text.Is(i, Role.Break | Role.Conjunction | Role.For | Role.Relative) || text.VerbAt(i) is not null || text.QuantityAt(i) is { Unit: not ("day" or "week" or "month") })
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>“(has until X) to submit comments”: what must be done.</summary>
    private static string? TaskWords(FactText text, int from, int end)
    {
        int stop = Task(text, from, end);
        return stop > from + 1 ? text.Words(from + 1, stop) : null;
    }

    /// <summary>The end of the infinitive at <paramref name="from"/>; <paramref name="from"/> itself where none stands there.</summary>
    private static int Task(FactText text, int from, int end)
    {
        int i = from;
        while (text.Is(from, Role.To) && i < Math.Min(end, from + 8) && !text.Is(i, Role.Break | Role.Condition) && !text.Reads(i, ".") && (i == from || text.Items[i].Kind != ItemKind.Date))
        {
            i++;
        }

        return i;
    }

    /// <summary>“a deadline of July 9”, “the March 29 deadline”, “with a deadline set for July 9”, “extended the deadline to”.</summary>
    private static DeadlineFact? Named(FactText text, int noun, int first, int end)
    {
        if (text.Is(noun - 1, Role.NegativeDeterminer) || text.Reads(noun - 1, "no"))
        {
            return null;
        }

        for (int i = noun + 1; i < Math.Min(end, noun + 12); i++)
        {
            if (text.DateAt(i) is { Start: { } date, Kind: DateKind.Date })
            {
                return Fact(text, noun, i + 1, noun, date);
            }

            if (text.Is(i, Role.Stop | Role.Comma | Role.Contrast) && !text.Is(i, Role.Preposition | Role.Conjunction) || text.Is(i, Role.Metric))
            {
                break;
            }
        }

        for (int i = noun - 1; i >= Math.Max(first, noun - 3); i--)
        {
            if (text.DateAt(i) is { Start: { } date, Kind: DateKind.Date })
            {
                return Fact(text, i, noun + 1, noun, date);
            }
        }

        return null;
    }

    /// <summary>“a 90-day window (to finalise the deal)”; with a date its verb has it.</summary>
    private static DeadlineFact? Window(FactText text, int noun, int first)
    {
        return text.Reads(noun, "window") && noun > first && text.DateAt(noun - 1) is { Days: { } days }
            ? Fact(text, noun - 1, noun + 1, noun, null, days)
            : null;
    }

    /// <summary>“must file by January 31”, “unless Mexico acts by June 10”, “no later than October 3”.</summary>
    private static DeadlineFact? Bound(FactText text, int at, int first)
    {
        if (text.DateAt(at) is not { Start: { } date, Kind: DateKind.Date })
        {
            return null;
        }

        int before = text.Is(at - 1, Role.Determiner) ? at - 2 : at - 1;
        if (text.Reads(before, "than") && text.Reads(before - 1, "later"))
        {
            return Fact(text, before - 2, at + 1, -1, date);
        }

        // “parties may register until X”
        bool until = text.Is(before, Role.Until);
        if (!(text.Is(before, Role.By) || text.Reads(before, "before") || until))
        {
            return null;
        }

        for (int i = before - 1; i >= first; i--)
        {
            if (until)
            {
                // “parties may register until X”: what may be handed in or decided, and not “the fair may go on”.
                if (text.Reads(i, "may") || text.Reads(i, "can"))
                {
                    return text.VerbAt(i + 1) is { } files && (files.Says(VerbClass.Finish) || files.Verb.Base is "register" or "apply" or "bid" or "lodge") ? Fact(text, i, at + 1, -1, date) : null;
                }
            }
            else if (text.Reads(i, "unless") || text.Reads(i, "must") || text.Reads(i, "failing"))
            {
                return Fact(text, i, at + 1, -1, date);
            }

            if (text.Is(i, Role.Stop | Role.Contrast) && !text.Is(i, Role.Preposition | Role.Conjunction))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What a deadline is for: “the deadline for submitting bids (expires)”, “the deadline to ratify the pact (is)”; null where the words do not say.</summary>
    private static string? Purpose(FactText text, int noun, int until, bool known, out int end)
    {
        end = noun + 1;
        int opening = text.Is(noun + 1, Role.Of) && text.DateAt(noun + 2) is not null ? noun + 3 : noun + 1;
        if (!text.Is(opening, Role.For | Role.To) || text.QuantityAt(opening + 1) is not null || text.DateAt(opening + 1) is not null)
        {
            return null;
        }

        int from = opening + 1;
        while (text.Is(from, Role.Determiner))
        {
            from++;
        }

        int stop = from;
        while (stop < until && stop < from + 10 && !text.Is(stop, Role.Break) && text.Items[stop].Kind != ItemKind.Date && (known || text.VerbAt(stop) is null or { Finite: false }))
        {
            stop++;
        }

        while (stop > from && text.Is(stop - 1, Role.Preposition | Role.Auxiliary | Role.Determiner | Role.Conjunction))
        {
            stop--;
        }

        if (stop == from)
        {
            return null;
        }

        end = stop;
        return text.Words(from, stop);
    }

    private static DeadlineFact Fact(FactText text, int start, int stop, int subject, PartialDate? date, int? days = null, int until = int.MaxValue)
    {
        string? what = null;
        if (subject >= 0)
        {
            int from = Start(text, subject, Math.Min(start, subject));
            what = text.Words(from, subject + 1);
            if (text.Is(subject, Role.DeadlineNoun))
            {
                string? purpose = Purpose(text, subject, Math.Min(until, text.End(text.SentenceOf(subject))), until < int.MaxValue, out int purposeEnd);
                stop = purpose is null ? stop : Math.Max(stop, purposeEnd);
                what = purpose ?? (from == subject || text.Items[from].Kind == ItemKind.Date ? null : what);
            }

            for (int i = from; i < subject && days is null; i++)
            {
                days = text.DateAt(i)?.Days;
            }
        }

        return new DeadlineFact { Subject = what, Date = date, DurationDays = days, Evidence = text.Evidence(start, stop) };
    }
}
