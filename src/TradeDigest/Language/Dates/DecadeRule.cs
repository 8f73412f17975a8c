namespace TradeDigest.Language;

/// <summary>Decades and centuries: “the 1990s”, “the '90s”, “the eighties”, “the 1800s”, “the 19th century”, “the twentieth century”.</summary>
internal static class DecadeRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        int first = text.Is(at, DateKeyword.The) ? at + 1 : at;
        bool article = first > at;
        var (end, moment) = Digits(text, first, article) ?? Word(text, first, article) ?? Century(text, first) ?? default;
        reading = moment is { } read ? DateReading.Date(end, read) : default;
        return moment is not null;
    }

    private static (int End, Moment? Moment)? Digits(DateText text, int at, bool article)
    {
        int number = at < text.Limit && text.Tokens[at].Kind == TokenKind.Quote && text.IsTight(at + 1) ? at + 1 : at;
        int digits = text.Int(number);
        bool plural = text.IsTight(number + 1) && (text.Reads(number + 1, "s") || text.Reads(number + 1, "'s") || text.Reads(number + 1, "’s"));
        if (!plural || digits < 0 || digits % 10 != 0)
        {
            return null;
        }

        return text.Length(number) switch
        {
            4 when digits is >= 1000 and < 2000 && digits % 100 == 0 && digits != 1900 => (number + 2, Moment.OfCentury(digits)),
            4 when digits is >= 1000 and < 2200 => (number + 2, Moment.OfDecade(digits)),
            2 when digits >= 10 && (number > at || (article && text.Reads(number + 1, "s")) || (text.IsDash(at - 1) && text.Is(at - 2, DateWordClass.Phase))) =>
                (number + 2, Moment.OfDecade(Recent(text, digits))),
            _ => null,
        };
    }

    private static (int End, Moment? Moment)? Word(DateText text, int at, bool article) =>
        text.Is(at, DateWordClass.DecadeWord) && (article || text.Is(at - 1, DateWordClass.Phase) || text.Is(at - 2, DateWordClass.Phase))
            && !text.Reads(at - 1, "his") && !text.Reads(at - 1, "her")
            ? (at + 1, Moment.OfDecade(Recent(text, text.Value(at))))
            : null;

    private static (int End, Moment? Moment)? Century(DateText text, int at)
    {
        int ordinal = text.Is(at, DateWordClass.Ordinal) ? text.Value(at) : text.Int(at, 2);
        int end = at + 1;
        if (text.Is(at, DateWordClass.Number) && text.Reads(at, "twenty") && text.IsDash(end) && text.Is(end + 1, DateWordClass.Ordinal))
        {
            (ordinal, end) = (20 + text.Value(end + 1), end + 2);
        }
        else if (text.IsNumber(at) && text.IsTight(end) && text.Is(end, DateWordClass.OrdinalSuffix))
        {
            end++;
        }
        else if (!text.Is(at, DateWordClass.Ordinal))
        {
            return null;
        }

        int unit = text.IsDash(end) ? end + 1 : end;
        return ordinal is > 1 and <= 99 && text.Is(unit, DateWordClass.Unit) && text.Unit(unit) == DateUnit.Century
            ? (unit + 1, Moment.OfCentury((ordinal - 1) * 100))
            : null;
    }

    /// <summary>The decade of two digits that began last.</summary>
    private static int Recent(DateText text, int digits)
    {
        int year = (text.Published.Year / 100 * 100) + digits;
        return year > text.Published.Year ? year - 100 : year;
    }
}
