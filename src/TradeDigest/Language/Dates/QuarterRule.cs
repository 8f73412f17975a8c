namespace TradeDigest.Language;

/// <summary>Quarters and halves of a year: “the third quarter of 1989”, “first-quarter”, “Q1 2025”, “1Q”, “1986 fourth qtr”, “the latest quarter”,
/// “the year-ago quarter”, “the first half of this year”, “H1 2025”.</summary>
internal static class QuarterRule
{
    private enum Part
    {
        Quarter,
        Half,
    }

    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        reading = default;
        int first = text.Is(at, DateKeyword.The) ? at + 1 : at;
        Moment? year = null;
        if (YearRule.TryReadCompleting(text, first, out var before))
        {
            year = before.From;
            first = before.End;
            if (text.Is(first, DateKeyword.Possessive))
            {
                first++;
            }
        }

        bool fiscal = text.Is(first, DateWordClass.Fiscal);
        if (fiscal)
        {
            first++;
        }

        if (!TryReadPart(text, first, out var part, out int number, out int end) || (part == Part.Half && number < 0))
        {
            return false;
        }

        bool sure = part == Part.Quarter || !text.Is(first, DateWordClass.Ordinal);
        if (year is null)
        {
            (year, end) = YearBehind(text, end);
        }

        if (year is null && (text.Reads(end, "of") || !(sure || IsHalfOfYear(text, at, first, end))))
        {
            if (part == Part.Half || IsShare(text, first, end))
            {
                return false;
            }
        }

        number = number < 0 ? 4 : number;
        fiscal |= year is { Grain: Grain.FiscalYear };
        var moment = part == Part.Quarter
            ? year is { } of ? Moment.OfQuarter(of.Year, number, fiscal) : Near(text, at, end, number, fiscal)
            : Moment.OfHalf(year?.Year ?? HalfYear(text, at, end, number), number);
        if (moment is not { } made)
        {
            return false;
        }

        reading = DateReading.Date(end, made, year is null ? DateOpen.Year : DateOpen.Nothing);
        return true;
    }

    private static bool TryReadPart(DateText text, int at, out Part part, out int number, out int end)
    {
        (part, number, end) = (Part.Quarter, 0, at + 1);
        if (text.Length(at) == 2 && text.Tokens[at] is { Kind: TokenKind.Word, IsCapitalized: true } label && text.Text[label.Start] is 'Q' or 'H')
        {
            part = text.Text[label.Start] == 'Q' ? Part.Quarter : Part.Half;
            number = text.Text[label.Start + 1] - '0';
            return number >= 1 && number <= (part == Part.Quarter ? 4 : 2);
        }

        if (text.Is(at, DateWordClass.Ordinal))
        {
            number = text.Value(at);
        }
        else if (text.Length(at) == 1 && text.Int(at) is > 0 and var digit && text.IsTight(end))
        {
            number = digit;
            if (text.Reads(end, "Q") || text.Reads(end, "H"))
            {
                part = text.Reads(end, "Q") ? Part.Quarter : Part.Half;
                end++;
                return number <= (part == Part.Quarter ? 4 : 2);
            }

            if (!text.Is(end, DateWordClass.OrdinalSuffix))
            {
                return false;
            }

            end++;
        }
        else
        {
            return false;
        }

        int unit = text.IsDash(end) ? end + 1 : text.Is(end, DateWordClass.Fiscal) ? end + 1 : end;
        part = text.Is(unit, DateWordClass.Half) ? Part.Half : Part.Quarter;
        end = unit + 1;
        return (part == Part.Half || text.IsUnit(unit, DateUnit.Quarter)) && number <= (part == Part.Quarter ? 4 : 2) && (number > 0 || part == Part.Quarter);
    }

    /// <summary>“of 1989”, “in fiscal 1990”, “last year”, “2025”, “of the year”.</summary>
    private static (Moment? Year, int End) YearBehind(DateText text, int end)
    {
        int at = text.Reads(end, "of") || text.Is(end, DateKeyword.In) || text.IsMark(end, ',') ? end + 1 : end;
        if (text.Is(at, DateWordClass.Calendar) || (text.Is(at, DateKeyword.The) && text.Is(at + 1, DateWordClass.Fiscal)))
        {
            at++;
        }

        if (YearRule.TryReadCompleting(text, at, out var year) && (at == end + 1 || at == end || text.Reads(end, "of")))
        {
            return text.IsMark(end, ',') && !text.IsNumber(at) ? (null, end) : (year.From, year.End);
        }

        if (text.Reads(end, "of") && text.Is(at, DateKeyword.The) && text.IsUnit(at + 1, DateUnit.Year))
        {
            return (text.Reference is { Grain: Grain.Year } spoken ? spoken : Moment.OfYear(text.Published.Year), at + 2);
        }

        return (null, end);
    }

    /// <summary>The quarter that began last, or the next one where the sentence looks ahead.</summary>
    private static Moment? Near(DateText text, int first, int end, int number, bool fiscal)
    {
        int current = ((text.Published.Month - 1) / 3) + 1;
        int year = text.Published.Year;
        var tense = number == current ? DateTense.Unknown : DateTenses.Around(text, first, end);
        year += tense == DateTense.Future && number < current ? 1 : tense != DateTense.Future && number > current ? -1 : 0;
        return Moment.OfQuarter(year, number, fiscal);
    }

    private static int HalfYear(DateText text, int first, int end, int number)
    {
        int current = ((text.Published.Month - 1) / 6) + 1;
        var tense = number == current ? DateTense.Unknown : DateTenses.Around(text, first, end);
        return text.Published.Year + (tense == DateTense.Future && number < current ? 1 : tense != DateTense.Future && number > current ? -1 : 0);
    }

    /// <summary>“the first half” without a year is one of a year only behind a preposition or before a result, never of something else.</summary>
    private static bool IsHalfOfYear(DateText text, int at, int first, int end) =>
        !text.Reads(end, "of") && (text.IsDash(first + 1) || text.Is(at - 1, DateKeyword.In) || text.Is(at - 1, DateKeyword.For) || text.Is(at - 1, DateKeyword.During)
            || text.Is(at - 1, DateKeyword.By) || text.Is(at - 1, DateKeyword.Since) || text.Reads(at - 1, "of"));

    /// <summary>“a third quarter of the crop” is no time.</summary>
    private static bool IsShare(DateText text, int first, int end) => text.Reads(end, "of") && text.Is(first - 1, DateKeyword.A);
}
