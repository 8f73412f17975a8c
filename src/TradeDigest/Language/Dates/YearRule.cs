using System.Globalization;

namespace TradeDigest.Language;

/// <summary>Years: “1989”, “'97”, “fiscal 1990”, “FY2025”, “FY25”, “FY2024-25” (named by its last year), “last year” behind another date.</summary>
internal static class YearRule
{
    /// <summary>A year that stands by itself, where a bare number must be shown to be one.</summary>
    /// <param name="counted">Whether the number is part of an amount with a unit.</param>
    public static bool TryRead(DateText text, int at, bool counted, out DateReading reading)
    {
        reading = default;
        int first = text.Is(at, DateWordClass.Calendar) && text.Reads(at, "calendar") ? at + 1 : at;
        if (text.Reads(first, "year") && first == at && text.Length(at + 1) == 4 && TryReadDigits(text, at + 1, out int named, out int behind))
        {
            return Make(behind, Moment.OfYear(named), out reading);
        }

        if (TryReadFiscal(text, at, out reading))
        {
            return true;
        }

        return TryReadDigits(text, first, out int year, out int end) && (first > at || IsYear(text, first, end, year, counted))
            && Make(end, Moment.OfYear(year), out reading);
    }

    /// <summary>A year behind a date that it completes: <c>1989</c>, <c>'97</c>, <c>fiscal 1990</c>, <c>last year</c>, <c>this year</c>, <c>next year</c>.</summary>
    public static bool TryReadCompleting(DateText text, int at, out DateReading reading)
    {
        if (TryReadFiscal(text, at, out reading) || (TryReadDigits(text, at, out int year, out int end) && Make(end, Moment.OfYear(year), out reading)))
        {
            return true;
        }

        int unit = text.Is(at + 1, DateWordClass.Fiscal) ? at + 2 : at + 1;
        if (text.Is(at, DateWordClass.Relative) && text.IsUnit(unit, DateUnit.Year) && !(text.IsDash(unit + 1) && text.IsTight(unit + 1)))
        {
            int? shift = (DateRelative)text.Value(at) switch
            {
                DateRelative.Last => -1,
                DateRelative.This => 0,
                DateRelative.Next => 1,
                _ => null,
            };
            if (shift is { } years)
            {
                return Make(unit + 1, Moment.OfYear(text.Published.Year + years, unit > at + 1), out reading);
            }
        }

        return false;
    }

    public static bool TryReadDigits(DateText text, int at, out int year, out int end)
    {
        (year, end) = (0, at + 1);
        if (text.Length(at) == 4 && text.Int(at) is >= 1000 and <= 2199 and var full)
        {
            year = full;
            return true;
        }

        bool apostrophe = at >= text.Floor && at < text.Limit && text.Tokens[at].Kind == TokenKind.Quote && (text.IsMark(at, '\'') || text.IsMark(at, '’') || text.IsMark(at, '‘'));
        if (apostrophe && text.IsTight(at + 1) && text.Length(at + 1) == 2 && text.Int(at + 1) is >= 0 and var digits
            && !(text.IsTight(at + 2) && text.Tokens[at + 2].Kind is TokenKind.Word or TokenKind.Quote))
        {
            (year, end) = (OfTwoDigits(text, digits), at + 2);
            return true;
        }

        return false;
    }

    /// <summary>The year of two digits that lies nearest to publication, at most 30 years ahead.</summary>
    public static int OfTwoDigits(DateText text, int digits)
    {
        int century = text.Published.Year / 100 * 100;
        int year = century + digits;
        return year > text.Published.Year + 30 ? year - 100 : year <= text.Published.Year - 70 ? year + 100 : year;
    }

    /// <summary>“fiscal 1990”, “fiscal year 2025-26”, “FY2025”, “FY 25”.</summary>
    public static bool TryReadFiscal(DateText text, int at, out DateReading reading)
    {
        reading = default;
        int number;
        if (text.Is(at, DateWordClass.Fiscal))
        {
            number = text.IsUnit(at + 1, DateUnit.Year) ? at + 2 : at + 1;
        }
        else if (text.Reads(at, "FY"))
        {
            number = at + 1;
        }
        else
        {
            return TryReadLabel(text, at, out reading);
        }

        if (!TryReadDigits(text, number, out int year, out int end))
        {
            if (!text.Reads(at, "FY") || text.Length(number) != 2 || text.Int(number) is not (>= 0 and var digits))
            {
                return false;
            }

            (year, end) = (OfTwoDigits(text, digits), number + 1);
        }

        return Make(SkipSecondYear(text, end, ref year), Moment.OfYear(year, fiscal: true), out reading);
    }

    /// <summary>FY2025 and FY25 as one token.</summary>
    private static bool TryReadLabel(DateText text, int at, out DateReading reading)
    {
        reading = default;
        if (text.Length(at) is not (4 or 6) || text.Tokens[at].Span.In(text.Text) is var label && (!label.StartsWith("FY", StringComparison.OrdinalIgnoreCase)
            || !int.TryParse(label[2..], NumberStyles.None, CultureInfo.InvariantCulture, out int _)))
        {
            return false;
        }

        int year = int.Parse(text.Tokens[at].Span.In(text.Text)[2..], NumberStyles.None, CultureInfo.InvariantCulture);
        if (text.Length(at) == 4)
        {
            year = OfTwoDigits(text, year);
        }

        return Make(SkipSecondYear(text, at + 1, ref year), Moment.OfYear(year, fiscal: true), out reading);
    }

    private static int SkipSecondYear(DateText text, int end, ref int year)
    {
        if ((text.IsDash(end) || text.IsMark(end, '/')) && text.IsTight(end) && text.IsTight(end + 1)
            && (text.Int(end + 1) == (year + 1) % 100 || text.Int(end + 1) == year + 1) && text.Length(end + 1) is 2 or 4)
        {
            year++;
            return end + 2;
        }

        return end;
    }

    private static bool IsYear(DateText text, int at, int end, int year, bool counted)
    {
        if (end > at + 1)
        {
            return true;
        }

        if (at > text.Floor && text.Tokens[at - 1] is var before
            && (before.Kind is TokenKind.Symbol || text.Has(at - 1, DateWordTraits.NotBeforeYear) || (text.IsMark(at - 1, '.') && text.IsTight(at))))
        {
            return false;
        }

        if (text.IsDash(at - 1) && text.IsTight(at - 1) && !text.IsNumber(at - 2) && text.IsTight(at))
        {
            return text.Is(at - 2, DateWordClass.Phase) || text.Reads(at - 2, "pre") || text.Reads(at - 2, "post");
        }

        bool tightBehind = text.IsTight(end) && (text.Tokens[end].Kind is TokenKind.Word && !text.Is(end, DateKeyword.Possessive));
        if (tightBehind || text.Has(end, DateWordTraits.NotAfterYear) || (text.IsDash(end) && text.IsTight(end) && text.Has(end + 1, DateWordTraits.NotAfterYear | DateWordTraits.NotAfterDay)))
        {
            return false;
        }

        if (text.IsDash(end) && text.IsTight(end) && text.IsTight(end + 1) && text.IsNumber(end + 1) && text.Length(end + 1) is not (2 or 4))
        {
            return false;
        }

        bool introduced = text.Has(at - 1, DateWordTraits.BeforeYear) || text.Class(at - 1) is DateWordClass.Month or DateWordClass.Season or DateWordClass.Fiscal or DateWordClass.Phase;
        if (introduced)
        {
            bool strongly = text.Is(at - 1, DateKeyword.In) || text.Is(at - 1, DateKeyword.Since) || text.Is(at - 1, DateWordClass.Month);
            return !(counted && !strongly) && (year is >= 1500 and <= 2100 || strongly);
        }

        return year is >= 1900 and <= 2060 && !counted
            && !(at > text.Floor && text.IsCapitalized(at - 1) && text.Word(at - 1).Class == DateWordClass.None && text.Word(at - 1).Traits == 0
                && !text.Tokens[at - 1].StartsLine && at - 1 > text.Floor && text.EndsClause(end) && IsName(text, at - 1))
            && !text.IsNumber(at - 1);
    }

    /// <summary>A capitalised word of one proper name with the number behind it: “Expo 2020”, “Euro 2024”.</summary>
    private static bool IsName(DateText text, int at) => text.Length(at) > 2 && !text.Tokens[at].IsAllCaps;

    private static bool Make(int end, Moment? year, out DateReading reading)
    {
        reading = year is { } moment ? DateReading.Date(end, moment) : default;
        return year is not null;
    }
}
