namespace TradeDigest.Language;

/// <summary>Parts of a date: “early August”, “late last year”, “mid-March”, “mid-1980s”, “earlier this month”, “the end of June”, “year-end”, “end-May”.</summary>
/// <remarks>The value is the whole date's, with the part as modifier, as TIMEX3 has it.</remarks>
internal static class PhaseRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        reading = default;
        int first = text.Is(at, DateKeyword.The) ? at + 1 : at;
        string modifier;
        int inner;
        switch (text.Class(first))
        {
            case DateWordClass.Phase:
                modifier = text.Words.Code(text.Value(first));
                inner = text.IsDash(first + 1) ? first + 2 : text.Is(first + 1, DateKeyword.In) ? first + 2 : first + 1;
                break;
            case DateWordClass.Direction when text.Reads(first, "earlier") || text.Reads(first, "later"):
                modifier = text.Reads(first, "earlier") ? "START" : "END";
                inner = text.Is(first + 1, DateKeyword.In) && text.Is(first + 2, DateKeyword.The) ? first + 2 : first + 1;
                if (!text.Is(inner, DateWordClass.Relative) && !text.Is(inner, DateWordClass.Day) && inner == first + 1)
                {
                    return false;
                }

                break;
            case DateWordClass.PhaseNoun:
                modifier = text.Words.Code(text.Value(first));
                inner = text.Reads(first + 1, "of") ? first + 2 : text.IsDash(first + 1) && text.IsTight(first + 1) && text.IsTight(first + 2) ? first + 2 : -1;
                break;
            case DateWordClass.Unit:
                return TryReadUnitEnd(text, first, out reading);
            default:
                return false;
        }

        if (inner < 0)
        {
            return false;
        }

        if (text.IsUnit(inner, DateUnit.Year) && text.IsDash(inner - 1) && Moment.OfYear(text.Published.Year) is { } year)
        {
            reading = DateReading.Date(inner + 1, year) with { Modifier = modifier };
            return true;
        }

        if (!DateRules.TryReadPoint(text, inner, out reading) || reading is not { From: not null, To: null })
        {
            return false;
        }

        reading = reading with { Modifier = modifier };
        return true;
    }

    /// <summary>“year-end”, “at month end”.</summary>
    private static bool TryReadUnitEnd(DateText text, int at, out DateReading reading)
    {
        reading = default;
        int end = text.IsDash(at + 1) && text.IsTight(at + 1) ? at + 2 : at + 1;
        if (text.Unit(at) is not (DateUnit.Year or DateUnit.Month or DateUnit.Quarter) || !text.Reads(end, "end") || text.Reads(end + 1, "of") || text.IsDash(end + 1)
            || Moment.Around(text.Published, text.Unit(at)) is not { } moment)
        {
            return false;
        }

        reading = DateReading.Date(end + 1, moment) with { Modifier = "END" };
        return true;
    }
}
