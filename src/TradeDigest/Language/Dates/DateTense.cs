namespace TradeDigest.Language;

/// <summary>Which way from the day of publication a date without a year or week lies.</summary>
internal enum DateTense : byte
{
    Unknown,
    Past,
    Future,
}

/// <summary>Reads the tense of the words around a date: the verb that stands nearest before it in its sentence, else the first one behind it.</summary>
/// <remarks>A verb of saying counts only where no other verb stands between it and the date (“said Monday” is past; “said exports will rise in May” is not).</remarks>
internal static class DateTenses
{
    private const int Reach = 24;

    public static DateTense Around(DateText text, int first, int end)
    {
        if (first > text.Floor && text.Word(first - 1).Class == DateWordClass.Keyword
            && (DateKeyword)text.Word(first - 1).Value is DateKeyword.Until)
        {
            return IsPastVerb(text, first - 2) ? DateTense.Past : DateTense.Future;
        }

        for (int i = first - 1; i >= text.Floor && i >= first - Reach; i--)
        {
            if (text.IsMark(i, ';'))
            {
                break;
            }

            var tense = At(text, i, backward: true);
            if (tense != DateTense.Unknown)
            {
                return tense == DateTense.Past && Describes(text, i) && (text.Reads(first - 1, "from") || text.Reads(first - 1, "by")) ? Planned(text, i) : tense;
            }
        }

        for (int i = end; i < text.Limit && i < end + Reach; i++)
        {
            var tense = At(text, i, backward: false);
            if (tense != DateTense.Unknown)
            {
                return tense;
            }
        }

        return DateTense.Unknown;
    }

    /// <summary>Whether a participle may describe the noun before it: “chemicals used in making chips”.</summary>
    private static bool Describes(DateText text, int at) =>
        at > text.Floor && text.Tokens[at - 1] is { Kind: TokenKind.Word, IsCapitalized: false } && EndsIn(text, at, "ed") && EndsIn(text, at - 1, "s")
        && (text.Reads(at + 1, "in") || text.Reads(at + 1, "by") || text.Reads(at + 1, "for") || text.Reads(at + 1, "to"));

    /// <summary>The future where “will” stands before in the clause (“will require licences for goods used in X from July 15”), else the past.</summary>
    private static DateTense Planned(DateText text, int at)
    {
        for (int i = at - 1; i >= text.Floor && i >= at - Reach && !text.EndsClause(i); i--)
        {
            if (text.Reads(i, "will"))
            {
                return DateTense.Future;
            }
        }

        return DateTense.Past;
    }

    private static DateTense At(DateText text, int at, bool backward)
    {
        var traits = text.Word(at).Traits;
        bool currency = text.Reads(at, "won") && at > text.Floor && (text.Tokens[at - 1].Kind == TokenKind.Number || EndsIn(text, at - 1, "illion"));
        bool adjective = at > text.Floor && EndsIn(text, at, "ed") && EndsIn(text, at - 1, "ing") && !text.IsCapitalized(at - 1); // “making advanced chips”
        if (currency || adjective || text.Tokens[at].Kind != TokenKind.Word || (text.IsCapitalized(at) && at > text.Floor && text.Is(at, DateWordClass.Month)))
        {
            return DateTense.Unknown;
        }

        if ((traits & DateWordTraits.Future) != 0)
        {
            bool connective = text.Class(at) is DateWordClass.Keyword or DateWordClass.Relative;
            return connective && !(text.Is(at, DateKeyword.To) && backward && IsInfinitive(text, at)) ? DateTense.Unknown
                : text.Reads(at, "set") && !text.Is(at + 1, DateKeyword.To) && !text.Is(at + 1, DateKeyword.For) ? DateTense.Past
                : DateTense.Future;
        }

        return IsPastVerb(text, at) ? Participle(text, at) : DateTense.Unknown;
    }

    /// <summary>“to” before a plain verb, not before a name, a number or a noun with its article.</summary>
    private static bool IsInfinitive(DateText text, int at) =>
        at + 1 < text.Limit && text.Tokens[at + 1] is { Kind: TokenKind.Word, IsCapitalized: false }
        && text.Class(at + 1) == DateWordClass.None && !IsPastVerb(text, at + 1)
        && at > text.Floor && !text.Has(at - 1, DateWordTraits.Past) && IsPlan(text, at - 1);

    /// <summary>Whether the word before “to” looks ahead, or is a form of be: “is to meet”.</summary>
    private static bool IsPlan(DateText text, int at) => text.Has(at, DateWordTraits.Future | DateWordTraits.Present) || EndsIn(text, at, "ing");

    private static bool IsPastVerb(DateText text, int at) =>
        text.Has(at, DateWordTraits.Past) || (text.Tokens[Math.Max(at, 0)] is { Length: > 4, Kind: TokenKind.Word } && EndsIn(text, at, "ed")
            && !text.Reads(at, "United") && !text.Reads(at, "hundred") && !text.Reads(at, "indeed") && !text.Reads(at, "need") && !text.Reads(at, "speed"));

    /// <summary>A participle takes its tense from the auxiliary before it: “will be held”, “is to be signed”.</summary>
    private static DateTense Participle(DateText text, int at)
    {
        for (int i = at - 1; i >= text.Floor && i >= at - 3; i--)
        {
            if (text.Has(i, DateWordTraits.Past) || text.EndsClause(i))
            {
                break;
            }

            if (text.Has(i, DateWordTraits.Future) && !text.IsCapitalized(i) && (text.Class(i) == DateWordClass.None || text.Is(i, DateWordClass.Month)
                || (text.Is(i, DateKeyword.To) && text.Reads(i + 1, "be"))))
            {
                return DateTense.Future;
            }
        }

        return DateTense.Past;
    }

    private static bool EndsIn(DateText text, int at, string ending) =>
        at >= text.Floor && at < text.Limit && text.Tokens[at] is var token && token.Length > ending.Length
        && (text.Text[token.End - 1] | 0x20) == ending[^1] && token.Span.In(text.Text).EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
