using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>Tells which items name a metric.</summary>
internal sealed class FigureNames(FactText text)
{
    private readonly FactText _text = text;

    /// <summary>Whether the item names a metric here; an empty name says that a verb does (“exported”).</summary>
    public bool Names(int i, int end, string? deficit, Figure? previous, out string? name)
    {
        var term = _text.Items[i].Term;
        name = null;
        if (term.Says(VerbClass.Export | VerbClass.Import | VerbClass.Produce) && _text.VerbAt(i) is { } acts && (acts.Says(VerbClass.Export | VerbClass.Import) || Produces(acts)))
        {
            name = "";
            return true;
        }

        if (_text.VerbAt(i) is not null)
        {
            return false;
        }

        if (term.Is(Role.Metric))
        {
            // “export growth”, “imports of”: where two metric nouns meet the later is the head.
            name = term.Metric;
            if (name is "price" && SetByRule(i))
            {
                return false;
            }

            return !(i + 1 < end && _text.Is(i + 1, Role.Metric) && !_text.Is(i + 1, Role.Growth)) && !(_text.Is(i + 1, Role.Growth) && i + 1 < end) && !IsModifier(i, end);
        }

        if (term.Is(Role.Elliptical) && Physical(i, end))
        {
            name = "market-balance";
            return true;
        }

        if (term.Is(Role.Elliptical) && (deficit ?? WithPartner(i, end)) is { } balance)
        {
            name = balance;
            return true;
        }

        if (previous is not null && (_text.Reads(i, "those") || _text.Reads(i, "that")) && i + 1 < end && _text.Is(i + 1, Role.Of | Role.To | Role.From))
        {
            name = previous.Name;
            return true;
        }

        return false;
    }

    /// <summary>Verbs that make goods and little else.</summary>
    public static bool Produces(VerbGroup verb) => verb.Verb.Base is "produce" or "harvest" or "mine" or "refine" or "grow" or "manufacture" or "extract";

    /// <summary>“a surplus of 328,000 tonnes”, “a 20,000-bag deficit”: a balance of supply and demand.</summary>
    public bool Physical(int i, int end)
    {
        int at = i + 1;
        while (at < Math.Min(end, i + 4) && _text.QuantityAt(at) is null && _text.VerbAt(at) is null && !_text.Is(at, Role.Break))
        {
            at++;
        }

        return IsGoods(_text.QuantityAt(at)) && _text.Is(i + 1, Role.Of | Role.At) || IsGoods(_text.QuantityAt(i - 1)) || IsGoods(_text.QuantityAt(i - 2));

        static bool IsGoods(Quantity? amount) => amount is { IsMoney: false, IsPercent: false, Unit: "tonne" or "ton" or "barrel" or "bushel" or "bag" or "bale" or "ounce" };
    }

    /// <summary>“a surplus of 7.1 bn dlrs with the U.S.”: what there is with a partner is a balance of trade.</summary>
    public string? WithPartner(int i, int end)
    {
        for (int with = i + 1; with < Math.Min(end, i + 6); with++)
        {
            if (_text.Is(with, Role.With))
            {
                return _text.Parties.Named(_text.Is(with + 1, Role.Determiner) ? with + 2 : with + 1) is null ? null : "trade-balance";
            }

            if (_text.Is(with, Role.Break) || _text.VerbAt(with) is not null)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>“the minimum export price”, “a floor price”: a price that an authority sets is no measured one.</summary>
    public bool SetByRule(int price)
    {
        for (int i = price - 1; i >= Math.Max(0, price - 2); i--)
        {
            if (_text.Reads(i, "minimum") || _text.Reads(i, "floor") || _text.Reads(i, "maximum") || _text.Reads(i, "ceiling") || _text.Reads(i, "reference") || _text.Reads(i, "support") || _text.Reads(i, "guaranteed"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“trade minister”, “production costs”: a metric before a noun that is no metric.</summary>
    public bool IsModifier(int i, int end)
    {
        if (i + 1 >= end)
        {
            return false;
        }

        var next = _text.Items[i + 1];
        return next.Kind == ItemKind.Word && next.Term == Term.None && char.IsLetter(_text.Word(i + 1)[0]) && _text.Items[i].Term.Metric is "trade" or "price" or "sales" or "exports" or "imports"
            && _text.Word(i)[^1] is not ('s' or 'S') && !_text.Reads(i + 1, "there");
    }
}
