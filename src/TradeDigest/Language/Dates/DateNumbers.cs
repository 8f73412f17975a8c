using System.Globalization;

namespace TradeDigest.Language;

/// <summary>A count before a unit of time.</summary>
/// <param name="End">Index behind its last token.</param>
/// <param name="Amount">The number; 0 for an uncertain one.</param>
/// <param name="IsVague">Whether the number is uncertain.</param>
internal readonly record struct DateCount(int End, double Amount, bool IsVague = false)
{
    /// <summary>The count as ISO 8601 has it: digits, a decimal, or <c>X</c> for an uncertain number.</summary>
    public string Text => IsVague ? "X" : Amount.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>An uncertain number.</summary>
    public static DateCount Vague(int end) => new(end, 0, IsVague: true);
}

/// <summary>Reads the counts that stand before units of time: <c>90</c>, <c>twenty-five</c>, <c>two and a half</c>, <c>a dozen</c>, <c>several</c>, <c>two or three</c> (the lower).</summary>
internal static class DateNumbers
{
    /// <summary>Of more digits and marks nobody counts days or years.</summary>
    private const int LongestCount = 7;

    public static bool TryRead(DateText text, int at, out DateCount count)
    {
        if (!TryReadOne(text, at, out count))
        {
            return false;
        }

        int next = count.End;
        if (text.Is(next, DateKeyword.And) && text.Is(next + 1, DateKeyword.A) && text.Is(next + 2, DateWordClass.Half) && !count.IsVague)
        {
            count = new DateCount(next + 3, count.Amount + 0.5);
            return true;
        }

        int second = text.Is(next, DateKeyword.To) || text.Is(next, DateKeyword.Or) || text.IsDash(next) ? next + 1 : -1;
        if (text.IsDash(next) && text.Is(second, DateKeyword.To) && !text.IsTight(second))
        {
            second++;
        }

        if (second > 0 && !count.IsVague && (text.IsNumber(second) || text.Is(second, DateWordClass.Number))
            && TryReadOne(text, second, out var high) && high.Amount > count.Amount)
        {
            count = count with { End = high.End };
        }

        return true;
    }

    private static bool TryReadOne(DateText text, int at, out DateCount count)
    {
        count = default;
        if (text.IsNumber(at))
        {
            if (text.Int(at, LongestCount) is >= 0 and var whole)
            {
                count = new DateCount(at + 1, whole);
                return true;
            }

            if (text.Length(at) > LongestCount || !double.TryParse(text.Tokens[at].Span.In(text.Text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                    CultureInfo.InvariantCulture, out double amount))
            {
                return false;
            }

            count = new DateCount(at + 1, amount);
            return true;
        }

        switch (text.Class(at))
        {
            case DateWordClass.Number:
                int value = text.Value(at);
                int unit = text.IsDash(at + 1) && text.IsTight(at + 1) ? at + 2 : at + 1;
                bool joined = value >= 20 && text.Is(unit, DateWordClass.Number) && text.Value(unit) < 10;
                count = new DateCount(joined ? unit + 1 : at + 1, joined ? value + text.Value(unit) : value);
                if (text.Is(count.End, DateKeyword.Hundred))
                {
                    count = new DateCount(count.End + 1, count.Amount * 100);
                }

                return true;
            case DateWordClass.VagueNumber:
                count = DateCount.Vague(at + 1);
                return true;
            case DateWordClass.Keyword when text.Is(at, DateKeyword.A):
                return TryReadArticle(text, at, out count);
            default:
                return false;
        }
    }

    private static bool TryReadArticle(DateText text, int at, out DateCount count)
    {
        if (text.Is(at + 1, DateWordClass.VagueNumber) || text.Is(at + 1, DateKeyword.Couple))
        {
            count = DateCount.Vague(text.Reads(at + 2, "of") ? at + 3 : at + 2);
            return true;
        }

        int many = text.Is(at + 1, DateKeyword.Dozen) ? 12 : text.Is(at + 1, DateKeyword.Hundred) ? 100 : 0;
        count = many > 0 ? new DateCount(at + 2, many) : new DateCount(at + 1, 1);
        return many > 0 || text.Class(at + 1) == DateWordClass.Unit;
    }
}
