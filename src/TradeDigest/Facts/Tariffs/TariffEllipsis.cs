using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts.Tariffs;

/// <summary>Reads further levels that leave out the noun.</summary>
/// <remarks>Covers “and Beijing to 10%”, “and then fall to 40%”, “and its to 125%”, “and on chocolate from 30% to 10%”, “and 10% on aluminium”, “and whisky to 75%”, “Togo pays 15%”.</remarks>
internal static class TariffEllipsis
{
    /// <summary>The level that begins behind the conjunction or comma at <paramref name="i"/>, and the item behind it; null for none.</summary>
    public static (TariffFact Fact, int End)? Read(FactText text, int i, int end, TariffFact previous, TariffReader reader)
    {
        if (!text.Is(i, Role.Conjunction | Role.Contrast | Role.Comma) || i + 2 >= end)
        {
            return text.VerbAt(i) is { } pays && Pays(text, pays, end) is { } paid ? (paid.Fact with { Imposer = previous.Imposer == paid.Fact.Target ? null : previous.Imposer, Goods = previous.Goods }, paid.End) : null;
        }

        int at = i + 1;
        while (at < end && text.Is(at, Role.Adverb | Role.Conjunction) || text.Reads(at, "then"))
        {
            at++;
        }

        if (text.Is(at, Role.On) && !text.Reads(at, "over") || text.Items[Math.Min(at, end - 1)].Kind == ItemKind.Goods)
        {
            return Other(text, at, text.Is(at, Role.On) ? at : -1, null, end, previous, reader);
        }

        int amount = reader.Amount(at, Math.Min(end, at + 3));
        if (amount >= 0 && text.QuantityAt(amount) is { IsPercent: true } level && text.Is(amount + 1, Role.On | Role.For) && !text.Reads(amount + 1, "over"))
        {
            return Other(text, amount, amount + 1, level.High ?? level.Value, end, previous, reader);
        }

        if (text.Parties.Named(at) is { } payer && previous is { Target: not null, FromPercent: null, ToPercent: not null } && text.QuantityAt(at + 1) is { IsPercent: true } rate
            && payer != previous.Target && payer != previous.Imposer && !text.Is(at + 2, Role.Of))
        {
            // “Mali pays 20%, Togo 15% and Chad 10%”
            return (previous with { Target = payer, ToPercent = rate.High ?? rate.Value, Date = null, Evidence = text.Evidence(at, at + 2) }, at + 2);
        }

        string? imposer = previous.Imposer, target = previous.Target;
        bool other = false;
        bool verb = text.VerbAt(at) is { } v && v.Says(VerbClass.Fall | VerbClass.Rise | VerbClass.Lower | VerbClass.Raise);
        if (text.Parties.Named(at) is { } party)
        {
            other = true;
            (imposer, target) = (party, party == previous.Target ? previous.Imposer : null);
            at++;
        }
        else if (text.Is(at, Role.OwnPossessive) && previous is { Imposer: not null, Target: not null })
        {
            other = true;
            (imposer, target) = (previous.Target, previous.Imposer);
            at++;
        }
        else if (verb)
        {
            at++;
        }
        else
        {
            return null;
        }

        var phrase = new TariffPhrase { Noun = at, First = other || verb ? i + 1 : i, End = at };
        reader.Right(phrase, at, end);
        if (phrase.To is null)
        {
            return null;
        }

        return (Again(text, phrase, previous) with { Imposer = imposer, Target = target, Goods = previous.Goods }, phrase.End);
    }

    /// <summary>“and on chocolate from 30% to 10%”, “and whisky to 75%”, with the level before the goods “and 10% on aluminium”.</summary>
    private static (TariffFact Fact, int End)? Other(FactText text, int first, int on, decimal? level, int end, TariffFact previous, TariffReader reader)
    {
        var phrase = new TariffPhrase { Noun = first, First = first, End = first + 1, To = level };
        if (on < 0)
        {
            phrase.Goods = text.GoodsAt(first)!.Value.Id;
        }

        reader.Right(phrase, on < 0 ? first + 1 : on, end);
        bool said = phrase.To is not null && (phrase.Goods is not null || phrase.Target is not null) && (level is not null || phrase.To != previous.ToPercent || phrase.From is not null);
        if (!said)
        {
            return null;
        }

        return (Again(text, phrase, previous) with
        {
            Target = phrase.Target ?? (phrase.Goods is not null ? previous.Target : null),
            Goods = phrase.Goods,
        }, phrase.End);
    }

    /// <summary>“Togo, which had faced a 50% tariff, now pays 15%”.</summary>
    public static (TariffFact Fact, int End)? Pays(FactText text, VerbGroup verb, int end)
    {
        bool bears = verb.Says(VerbClass.Face) && verb.Mood is Mood.Fact or Mood.Planned && verb.Subject >= text.First(text.SentenceOf(verb.Head));
        if (!bears || verb.End >= end || text.QuantityAt(verb.End) is not { IsPercent: true } level || text.Is(verb.End + 1, Role.Of) || text.Parties.Named(verb.Subject) is not { } target)
        {
            return null;
        }

        return (new TariffFact
        {
            Target = target,
            ToPercent = level.High ?? level.Value,
            Status = verb.Mood == Mood.Fact ? TariffStatus.InForce : TariffStatus.Planned,
            Evidence = text.Evidence(verb.Subject, verb.End + 1),
        }, verb.End + 1);
    }

    private static TariffFact Again(FactText text, TariffPhrase phrase, TariffFact previous) => previous with
    {
        FromPercent = phrase.From,
        ToPercent = phrase.To,
        ChangePoints = null,
        CoverageValue = null,
        Unit = null,
        Date = null,
        Evidence = text.Evidence(phrase.First, phrase.End),
    };
}
