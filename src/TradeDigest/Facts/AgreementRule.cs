using TradeDigest.Facts.Events;

namespace TradeDigest.Facts;

/// <summary>Agreements: between whom, on what, where, when, for how long, and how far they have come.</summary>
/// <remarks>
/// Covers “X and Y signed / struck / reached / concluded a pact in Z on D”, “X signed a deal with Y”, the passive (“an accord was concluded in Z”), participles (“the truce agreed in Z on D”,
/// “a preliminary deal made last month”), “talks in Z led to a truce”, “the Z accord”, “is seeking / negotiating / finalising an agreement with”, “proposed a pact to”, “a draft deal that could be signed”,
/// “X and Y agreed to cut duties”, “withdrew from / tore up / broke off talks on”, “the truce lasts 90 days”. Failing to agree, “no deal”, wishes, doubts and accusations of a breach yield nothing.
/// </remarks>
internal sealed class AgreementRule : IEventRule
{
    /// <inheritdoc/>
    public void Find(EventText text, ICollection<Fact> found)
    {
        var drafts = new List<AgreementDraft>();
        for (int i = 0; i < text.Count; i = text.EndOf(i))
        {
            if (text.Is(i, EventRole.Agreement | EventRole.NamedAgreement) && AgreementReader.Read(text, i) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        foreach (var verb in text.Facts.Verbs)
        {
            if (AgreedReader.Read(text, verb) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        foreach (var draft in AgreementDraft.Merge(drafts))
        {
            found.Add(draft.Fact(text));
        }
    }
}
