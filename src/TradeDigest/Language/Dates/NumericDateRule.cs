using System.Globalization;

namespace TradeDigest.Language;

/// <summary>Dates of digits: ISO 8601 (“2025-05-12”, “2025-05”), “12/05/2025”, “11-15-89”, “12.05.2025”, and school years “2024-25”.</summary>
/// <remarks>Which of two numbers is the month: the one that can be; else as the same text writes other dates, of digits or with the month's name
/// (“12 May” or “May 12”); else the day first with dots, the month first otherwise.</remarks>
internal static class NumericDateRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        reading = default;
        if (!text.IsNumber(at))
        {
            return false;
        }

        if (text.Length(at) is >= 6 and <= 10)
        {
            return TryReadDotted(text, at, out reading);
        }

        bool slash = text.IsMark(at + 1, '/');
        if (!(slash || text.IsDash(at + 1)) || !text.IsTight(at + 1) || !text.IsTight(at + 2) || !text.IsNumber(at + 2) || (slash && text.IsMark(at - 1, '/')))
        {
            return false;
        }

        bool three = text.IsTight(at + 3) && text.IsTight(at + 4) && (slash ? text.IsMark(at + 3, '/') : text.IsDash(at + 3)) && text.IsNumber(at + 4);
        int a = text.Int(at), b = text.Int(at + 2), c = three ? text.Int(at + 4) : -1;
        if (three && text.IsTight(at + 5) && (text.IsDash(at + 5) || text.IsMark(at + 5, '/')))
        {
            return false;
        }

        if (three && text.Length(at) == 4)
        {
            return Make(at + 5, Moment.OfDay(a, b, c), out reading);
        }

        if (three)
        {
            return text.Length(at) <= 2 && text.Length(at + 2) <= 2 && text.Length(at + 4) is 2 or 4 && c >= 0
                && Make(at + 5, OfParts(text, a, b, text.Length(at + 4) == 2 ? YearRule.OfTwoDigits(text, c) : c, dots: false), out reading);
        }

        if (text.Length(at) != 4 || text.Length(at + 2) != 2 || a is < 1000 or > 2199 || b < 0 || text.Tokens[at].HasSpaceBefore is false && at > text.Floor && !text.EndsClause(at - 1))
        {
            return false;
        }

        if (b == (a + 1) % 100)
        {
            return Moment.OfYear(a) is { } from && Moment.OfYear(a + 1) is { } to && Make(DateReading.Range(at + 3, from, to), out reading);
        }

        return !slash && Make(at + 3, Moment.OfMonth(a, b), out reading);
    }

    /// <summary>Looks through a text for the order that its dates of digits have.</summary>
    public static bool? OrderIn(DateText text)
    {
        int dayFirst = 0, monthFirst = 0;
        for (int i = 0; i + 1 < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            if (token.Kind != TokenKind.Number || token.Length > 2)
            {
                continue;
            }

            char mark = text.Text[text.Tokens[i + 1].Start];
            if (mark is '/' or '-' && i + 4 < text.Tokens.Count && text.Tokens[i + 2] is { Kind: TokenKind.Number, Length: <= 2 }
                && text.Text[text.Tokens[i + 3].Start] == mark && text.Tokens[i + 4].Kind == TokenKind.Number)
            {
                dayFirst += IsOver12(text, i) ? 4 : 0;
                monthFirst += IsOver12(text, i + 2) ? 4 : 0;
                i += 4;
            }
            else if (text.Word(i + 1).Class == DateWordClass.Month && text.Tokens[i + 1].IsCapitalized)
            {
                dayFirst++;
            }
            else if (i > 0 && text.Word(i - 1).Class == DateWordClass.Month && text.Tokens[i - 1].IsCapitalized)
            {
                monthFirst++;
            }
        }

        return dayFirst == monthFirst ? null : dayFirst > monthFirst;
    }

    private static bool IsOver12(DateText text, int at) =>
        text.Tokens[at] is { Length: 2 } token && ((text.Text[token.Start] - '0') * 10) + text.Text[token.Start + 1] - '0' is > 12 and <= 31;

    private static Moment? OfParts(DateText text, int a, int b, int year, bool dots)
    {
        bool dayFirst = a > 12 || (b <= 12 && (text.DayFirst ?? dots));
        return dayFirst ? Moment.OfDay(year, b, a) : Moment.OfDay(year, a, b);
    }

    private static bool TryReadDotted(DateText text, int at, out DateReading reading)
    {
        reading = default;
        var digits = text.Tokens[at].Span.In(text.Text);
        int first = digits.IndexOf('.');
        int last = digits.LastIndexOf('.');
        if (first is not (1 or 2) || last - first is not (2 or 3) || digits.Length - last is not (3 or 5)
            || !Digits(digits[..first], out int a) || !Digits(digits[(first + 1)..last], out int b) || !Digits(digits[(last + 1)..], out int year))
        {
            return false;
        }

        return Make(at + 1, OfParts(text, a, b, digits.Length - last == 3 ? YearRule.OfTwoDigits(text, year) : year, dots: true), out reading);
    }

    private static bool Digits(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool Make(int end, Moment? moment, out DateReading reading) => Make(moment is { } date ? DateReading.Date(end, date) : default, out reading);

    private static bool Make(DateReading made, out DateReading reading)
    {
        reading = made;
        return made.End > 0;
    }
}
