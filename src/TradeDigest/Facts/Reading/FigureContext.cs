using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>Gives a figure what its own clause leaves out: area, partner, period and basis, from the clause or the sentence before.</summary>
internal sealed class FigureContext(FactText text)
{
    private readonly FactText _text = text;

    /// <summary>“exports of 7.1 bn dlrs to Peru last year”: partner and period behind the amount.</summary>
    public void Attached(Figure figure, int end)
    {
        var way = figure.Name switch
        {
            "exports" => Role.To,
            "imports" => Role.From,
            "trade" or "trade-balance" => Role.With,
            _ => Role.None,
        };
        if (way == Role.None || figure.Partner is not null)
        {
            return;
        }

        int at = figure.Metric + 1;
        while (at <= figure.End && !(_text.Is(at, way) && _text.Items[at - 1].Kind is ItemKind.Quantity or ItemKind.Date))
        {
            at++;
        }

        if (at > figure.End || at >= end)
        {
            return;
        }

        int who = _text.Is(at + 1, Role.Determiner) ? at + 2 : at + 1;
        if (who >= end || _text.Parties.Named(who) is not { } party || party == figure.Area || _text.Parties.Joint(who) || _text.NameAt(who)!.Form == PartyForm.Adjective)
        {
            return;
        }

        figure.Partner = party;
        figure.Support(figure.First, who + 1);
        int date = _text.Is(who + 1, Role.In | Role.For) ? who + 2 : who + 1;
        date += _text.Is(date, Role.Determiner) ? 1 : 0;
        if (figure.Period is null && date < end && _text.DateAt(date) is { } when && MetricPhrase.PeriodOf(when) is { } period)
        {
            figure.Period = period;
            figure.Support(figure.First, date + 1);
        }
    }

    /// <summary>“Exports rose 3% in May. Imports fell 2%”: of the trade of one party, the next sentence speaks of the same period if it names none.</summary>
    public void Carried(Figure figure, Figure? latest, int sentence)
    {
        if (figure.Period is not null || figure.Expected || latest is not { Expected: false, Period: { } period } || latest.Area is null || latest.Area != figure.Area
            || !IsTrade(figure.Name) || !IsTrade(latest.Name) || sentence - _text.SentenceOf(latest.Metric) is < 1 or > 2)
        {
            return;
        }

        for (int i = _text.First(sentence); i < _text.End(sentence); i++)
        {
            if (_text.DateAt(i) is { } date && MetricPhrase.PeriodOf(date) is { } other && other != period && i < figure.End + 3)
            {
                return;
            }
        }

        figure.Period = period;
    }

    public static bool IsTrade(string name) => name is "exports" or "imports" or "trade" or "trade-balance";

    /// <summary>“In the first nine months of 2023, exports rose”: a period that opens the sentence.</summary>
    public void Opening(Figure figure, int first)
    {
        if (figure.Period is not null || !_text.Is(first, Role.In | Role.For))
        {
            return;
        }

        int at = _text.Is(first + 1, Role.Determiner) ? first + 2 : first + 1;
        if (at < figure.First && _text.DateAt(at) is { } date && MetricPhrase.PeriodOf(date) is { } period)
        {
            figure.Period = period;
            figure.Support(first, figure.End);
        }
    }

    public static bool IsCountry(string party) => party.Length == 2;

    /// <summary>Whether a clause on the other direction of one trade leaves out the partner that the clause before names.</summary>
    public bool Mirrors(Figure figure, Figure previous)
    {
        if (figure.Partner is not null || previous.Partner is null || figure.Goods is not null || (figure.Name, previous.Name) is not (("imports", "exports") or ("exports", "imports"))
            || (figure.Area is not null && figure.Area != previous.Area) || figure.Area == previous.Partner || figure.First > figure.Metric || figure.Metric - figure.First > 0)
        {
            return false;
        }

        return !_text.Items[figure.Metric - 1].Term.NoCommodity && _text.Is(figure.Metric - 1, Role.Conjunction | Role.Contrast | Role.Comma | Role.With);
    }

    /// <summary>“Bilateral trade stood at”: that of the two states, where the sentence before names two.</summary>
    private bool Bilateral(Figure figure, int sentence)
    {
        bool both = _text.Word(figure.Metric).StartsWith("bilateral", StringComparison.OrdinalIgnoreCase) || _text.Word(figure.Metric).StartsWith("two-way", StringComparison.OrdinalIgnoreCase);
        if (!both || figure.Partner is not null || sentence == 0)
        {
            return false;
        }

        string? one = null, other = null;
        for (int i = _text.First(sentence - 1); i < figure.Metric; i++)
        {
            if (_text.Parties.Named(i) is not { Length: 2 } party || party == one || party == other)
            {
                continue;
            }

            if (other is not null)
            {
                return false;
            }

            (one, other) = one is null ? (party, null) : (one, party);
        }

        if (other is null)
        {
            return false;
        }

        (figure.Area, figure.Partner) = (one, other);
        return true;
    }

    /// <summary>What a clause leaves out it has from the one before: area, period and basis, within the sentence; the area from the sentence before.</summary>
    public void Inherit(Figure figure, Figure? previous, List<Figure> figures, int sentence)
    {
        if (figure.Area is null && Bilateral(figure, sentence))
        {
            return;
        }

        if (figure is { Value: not null, Unit: null })
        {
            figure.Unit = previous?.Unit;
        }

        if (previous is not null && !figure.World)
        {
            if (figure.Area is null && !previous.World && !figure.Owned)
            {
                figure.Area = previous.Area;
            }

            bool mirrored = figure.Partner is null && figure.Period is null && figure.Expected == previous.Expected;
            if (Mirrors(figure, previous))
            {
                // “exports to Norway fell 3% while imports rose 9%”: those from Norway.
                figure.Partner = previous.Partner;
            }

            if (mirrored && figure.Change is not null && previous.Change is not null)
            {
                figure.Period = previous.Period;
                figure.Basis ??= previous.Basis;
            }
            else if (figure.Period is null && figure.Expected == previous.Expected)
            {
                figure.Period = previous.Period;
            }
        }
        else if (figure.Area is null && !figure.World && !figure.Owned)
        {
            // “Chinese customs data showed that exports …”, “China's data disappointed, with exports falling”.
            if (_text.Parties.FirstActor(_text.First(sentence), figure.First) is { } own && own.Actor != figure.Partner)
            {
                // “the OECD expects output to grow”: whoever forecasts it is not its area, but for a country.
                if (!IsCountry(own.Actor))
                {
                    return;
                }

                if (_text.Parties.Joint(own.Item))
                {
                    return;
                }

                figure.Area = own.Actor;
                figure.Support(own.Item, figure.End);
            }
            else if (figures.Count > 0 && !figures[^1].World && figures[^1].Area is { } last)
            {
                // From further off than the sentence before, only where the article is mostly about that party.
                bool near = sentence - _text.SentenceOf(figures[^1].Metric) <= 1 || last == _text.Parties.Main;
                figure.Area = near && last != figure.Partner ? last : null;
            }
            else if (sentence > 0 && _text.Parties.OfSentence(sentence - 1) is { } before && before.Actor != figure.Partner && IsCountry(before.Actor) && !_text.Parties.Joint(before.Item))
            {
                figure.Area = before.Actor;
            }
        }
    }
}
