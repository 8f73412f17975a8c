using TradeDigest.Facts.Events;

namespace TradeDigest.Facts;

/// <summary>Acts of trade policy: who does what to trade, to whom, when and for how long.</summary>
/// <remarks>
/// Covers “X imposed / suspended / extended / eased / lifted / banned / revoked / approved / restricted Y on Z”, the same in the passive with “by X”, “said it would ban”, “decided to suspend”,
/// “opened an investigation into”, “lodged a complaint over”, “passed a bill”, “retaliated against X with”, “threatened to” and “threatened sanctions”; acts as nouns: “X's ban on”,
/// “visa revocations for”, “the suspension of”, “X's investigation into”, “X's retaliation”, “measures by X, including bans on”.
/// What is denied, urged, weighed, only possible or under “if” yields nothing, nor do plans, hopes and pledges, nor acts on what is not traded or no means of policy.
/// </remarks>
internal sealed class MeasureRule : IEventRule
{
    /// <inheritdoc/>
    public void Find(EventText text, ICollection<Fact> found)
    {
        var drafts = new List<MeasureDraft>();
        foreach (var verb in text.Facts.Verbs)
        {
            if (text.Uses(verb, EventVerb.Measure) && !text.IsNoun(verb) && MeasureClause.Read(text, verb) is { } draft)
            {
                drafts.Add(draft);
                if (!verb.Passive && text.Facts.Parties.Joint(verb.Subject))
                {
                    drafts.AddRange(Others(text, verb.Subject, draft));
                }
            }
        }

        var read = new HashSet<int>(drafts.Where(d => d.ObjectFirst >= 0).SelectMany(d => Enumerable.Range(d.ObjectFirst, d.ObjectEnd - d.ObjectFirst)));
        for (int i = 0; i < text.Count; i = text.EndOf(i))
        {
            if (text.Term(i).Act is { } act && !read.Contains(i) && MeasureNoun.Read(text, i, act) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        foreach (var draft in MeasureDraft.Merge(drafts))
        {
            found.Add(draft.Fact(text));
        }
    }

    /// <summary>“X and Y banned …”: each of them did.</summary>
    private static IEnumerable<MeasureDraft> Others(EventText text, int subject, MeasureDraft draft)
    {
        for (int i = Math.Max(text.Facts.First(text.Facts.SentenceOf(subject)), subject - 4); i < Math.Min(text.Count, subject + 6); i++)
        {
            if (text.Facts.VerbAt(i) is not null && i > subject)
            {
                yield break;
            }

            if (text.Facts.Parties.Named(i) is { Length: 2 } other && other != draft.Actor && text.Facts.Parties.Joint(i))
            {
                yield return draft.By(other, i);
            }
        }
    }
}
