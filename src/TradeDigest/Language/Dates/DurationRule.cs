namespace TradeDigest.Language;

/// <summary>Lengths of time: “90 days”, “90-day”, “more than two years”, “the past three months”, “recent weeks”, “two-year-old”, “a year and a half”;
/// and the dates they lead to: “four days ago”, “two weeks later”, “a year earlier”, “five years from now”.</summary>
internal static class DurationRule
{
    public static bool TryRead(DateText text, int at, out DateReading reading)
    {
        reading = default;
        int first = at;
        string? modifier = null;
        if (text.Has(at, DateWordTraits.StartsHedge) && text.Words.Hedges.TryMatch(text.Text, text.Tokens, at, out modifier, out int length))
        {
            first = at + length;
            if (text.Is(at, DateKeyword.Over) && !IsBehindPreposition(text, at))
            {
                return false;
            }
        }

        if (modifier is null && TryReadStretch(text, at, out reading))
        {
            return true;
        }

        if (TryReadHalf(text, first, out reading) || TryReadCounted(text, first, out reading))
        {
            reading = reading with { Modifier = reading.Modifier ?? modifier };
            return true;
        }

        return modifier is null && TryReadBare(text, at, out reading);
    }

    /// <summary>A count and a unit.</summary>
    private static bool TryReadCounted(DateText text, int first, out DateReading reading)
    {
        reading = default;
        if (!DateNumbers.TryRead(text, first, out var count))
        {
            return false;
        }

        int at = text.IsDash(count.End) ? count.End + 1 : count.End;
        bool hyphen = at > count.End;
        if (text.Is(at, DateWordClass.Calendar) || text.Is(at, DateWordClass.Fiscal) || (text.Reads(at, "more") && count.Amount > 0))
        {
            at++;
        }

        bool plural = text.Is(at, DateWordClass.Units);
        if ((!plural && !text.Is(at, DateWordClass.Unit)) || (plural && text.Reads(count.End, "second")))
        {
            return false;
        }

        var unit = text.Unit(at);
        bool one = text.Is(first, DateKeyword.A) && count.Amount is 1;
        if ((!plural && !hyphen && count.Amount is not 1 && text.Length(at) > 3) || (plural && unit == DateUnit.Quarter && text.Reads(at + 1, "of")))
        {
            return false;
        }

        int end = at + 1;
        if (one && text.Is(end, DateKeyword.And) && text.Is(end + 1, DateKeyword.A) && text.Is(end + 2, DateWordClass.Half))
        {
            (count, end, one) = (count with { Amount = 1.5 }, end + 3, false);
        }

        if (TryReadDirected(text, count, unit, end, out reading))
        {
            return true;
        }

        if (text.Is(text.IsDash(end) ? end + 1 : end, DateDirection.Old))
        {
            end = text.IsDash(end) ? end + 2 : end + 1;
        }
        else if (one && !StandsAlone(text, first, end))
        {
            return false;
        }
        else if (count.Amount is 1 && !one && !plural && !hyphen && unit == DateUnit.Day && text.Floor == first)
        {
            return false; // “One day, …” begins a story, not a length of time.
        }

        reading = Length(end, count, unit);
        return true;
    }

    /// <summary>A length of time with the word that makes it a date: ago, earlier, later, from now.</summary>
    private static bool TryReadDirected(DateText text, DateCount count, DateUnit unit, int end, out DateReading reading)
    {
        reading = default;
        int at = text.IsDash(end) && text.IsTight(end) ? end + 1 : end;
        int sign;
        bool ago = text.Reads(at, "ago"), fromNow = text.Reads(at, "from") && text.Is(at + 1, DateKeyword.Now);
        if (ago || text.Reads(at, "earlier") || (text.Reads(at, "before") && text.EndsClause(at + 1)))
        {
            sign = -1;
        }
        else if (fromNow || text.Is(at, DateDirection.Hence) || text.Reads(at, "later") || (text.Reads(at, "after") && text.EndsClause(at + 1)))
        {
            sign = 1;
        }
        else
        {
            return false;
        }

        if (text.Reads(at + 1, "than"))
        {
            return false;
        }

        int last = fromNow ? at + 2 : at + 1;
        if (count.IsVague)
        {
            reading = DateReading.Vague(last, sign < 0 ? "PAST_REF" : "FUTURE_REF");
            return true;
        }

        var from = ago || fromNow ? text.Published : Basis(text, unit);
        int amount = (int)Math.Round(count.Amount, MidpointRounding.AwayFromZero) * sign;
        if (Moment.Around(from, unit, amount) is not { } moment)
        {
            return false;
        }

        reading = DateReading.Date(last, moment);
        return true;
    }

    /// <summary>The day from which “two weeks later” counts: that of the last date of the text that is precise enough, else of publication.</summary>
    private static DateOnly Basis(DateText text, DateUnit unit)
    {
        if (text.Reference is not { } reference)
        {
            return text.Published;
        }

        bool precise = unit switch
        {
            DateUnit.Day or DateUnit.Week or DateUnit.Fortnight => reference.Grain is Grain.Day || (unit != DateUnit.Day && reference.Grain == Grain.Week),
            DateUnit.Month => reference.Grain is Grain.Day or Grain.Month or Grain.Week,
            DateUnit.Hour or DateUnit.Minute or DateUnit.Second => reference.Grain == Grain.Day,
            _ => true,
        };
        return precise ? reference.First : text.Published;
    }

    /// <summary>A length of time up to or from the present: “the past three months”, “the next few days”, “recent years”, “the last decade”.</summary>
    private static bool TryReadStretch(DateText text, int at, out DateReading reading)
    {
        reading = default;
        bool article = text.Is(at, DateKeyword.The) || text.Reads(at, "these") || text.Reads(at, "those");
        int word = article ? at + 1 : at;
        if (!text.Is(word, DateWordClass.Relative))
        {
            return false;
        }

        var relative = (DateRelative)text.Value(word);
        if (relative is DateRelative.This or DateRelative.That or DateRelative.Same or DateRelative.Latest)
        {
            return false;
        }

        if (DateNumbers.TryRead(text, word + 1, out var count) && text.Class(text.IsDash(count.End) ? count.End + 1 : count.End) is DateWordClass.Units or DateWordClass.Unit
            && TryReadCounted(text, word + 1, out reading) && reading.Kind == DateKind.Duration)
        {
            return true;
        }

        if (text.Is(word + 1, DateWordClass.Units))
        {
            reading = Length(word + 2, DateCount.Vague(0), text.Unit(word + 1));
            return true;
        }

        bool whole = text.Is(word + 1, DateWordClass.Unit) && text.Unit(word + 1) is not (DateUnit.Quarter or DateUnit.Weekend)
            && (relative == DateRelative.Past || (article && text.Is(at, DateKeyword.The) && relative == DateRelative.Last)
                || (article && relative is DateRelative.Next && text.Unit(word + 1) is not DateUnit.Day));
        if (whole)
        {
            reading = Length(word + 2, new DateCount(0, 1), text.Unit(word + 1));
        }

        return whole;
    }

    /// <summary>“half a year”, “half an hour”, “half-hour”, “a year-long”, “decades-long”.</summary>
    private static bool TryReadHalf(DateText text, int at, out DateReading reading)
    {
        reading = default;
        int half = text.Is(at, DateKeyword.A) ? at + 1 : at;
        if (!text.Is(half, DateWordClass.Half))
        {
            return TryReadLong(text, at, out reading);
        }

        int unit = text.Is(half + 1, DateKeyword.A) || text.IsDash(half + 1) ? half + 2 : half + 1;
        if (!text.Is(unit, DateWordClass.Unit) || (unit == half + 1 && half == at) || (text.IsDash(half + 1) && half > at))
        {
            return false;
        }

        reading = text.Unit(unit) switch
        {
            DateUnit.Year => new(unit + 1, DateKind.Duration) { Value = "P6M", Days = 182 },
            DateUnit.Hour => new(unit + 1, DateKind.Duration) { Value = "PT30M", Days = 0 },
            DateUnit.Day => new(unit + 1, DateKind.Duration) { Value = "PT12H", Days = 0 },
            DateUnit.Decade => new(unit + 1, DateKind.Duration) { Value = "P5Y", Days = 1825 },
            DateUnit.Century => new(unit + 1, DateKind.Duration) { Value = "P50Y", Days = 18250 },
            _ => default,
        };
        return reading.End > 0;
    }

    private static bool TryReadLong(DateText text, int at, out DateReading reading)
    {
        reading = default;
        bool plural = text.Is(at, DateWordClass.Units);
        if (!(plural || text.Is(at, DateWordClass.Unit)) || !text.IsDash(at + 1) || !(text.Reads(at + 2, "long") || text.Is(at + 2, DateDirection.Old)))
        {
            return false;
        }

        reading = Length(at + 3, plural ? DateCount.Vague(0) : new DateCount(0, 1), text.Unit(at));
        return true;
    }

    /// <summary>“for years”, “in weeks”, “months of talks”.</summary>
    private static bool TryReadBare(DateText text, int at, out DateReading reading)
    {
        reading = default;
        if (!text.Is(at, DateWordClass.Units) || text.Unit(at) is DateUnit.Second or DateUnit.Weekend or DateUnit.Quarter)
        {
            return false;
        }

        bool behind = text.Is(at - 1, DateKeyword.For) || text.Is(at - 1, DateKeyword.In) || text.Is(at - 1, DateKeyword.Within)
            || text.Is(at - 1, DateDirection.After) || text.Is(at - 1, DateKeyword.Over);
        bool before = text.Is(at + 1, DateDirection.Before) && text.Reads(at + 1, "ago");
        if (before)
        {
            reading = DateReading.Vague(at + 2, "PAST_REF");
            return true;
        }

        if (text.EndsClause(at - 1) && at > text.Floor && !behind)
        {
            behind = text.Reads(at + 1, "of");
        }

        if (!behind && !(text.Reads(at + 1, "of") && (at == text.Floor || text.Has(at - 1, DateWordTraits.BeforeYear))))
        {
            return false;
        }

        reading = Length(at + 1, DateCount.Vague(0), text.Unit(at));
        return true;
    }

    /// <summary>“a year” is a length only behind a preposition or a hedge (“for a year”, “less than a day”) or before “of”.</summary>
    private static bool StandsAlone(DateText text, int first, int end) =>
        IsBehindPreposition(text, first) || text.Is(first - 1, DateDirection.After) || text.Reads(first - 1, "than") || text.Reads(first - 1, "least")
        || (text.Has(first - 1, DateWordTraits.StartsHedge) && !text.Reads(first - 1, "some")) || text.Reads(first - 1, "only") || text.Reads(first - 1, "just")
        || text.Reads(first - 1, "takes") || text.Reads(first - 1, "took") || text.Reads(first - 1, "take") || text.Reads(first - 1, "lasted")
        || (text.IsDash(first + 1) && text.Reads(end, "long"));

    private static bool IsBehindPreposition(DateText text, int at) =>
        text.Is(at - 1, DateKeyword.For) || text.Is(at - 1, DateKeyword.In) || text.Is(at - 1, DateKeyword.Within) || text.Is(at - 1, DateKeyword.Over)
        || text.Is(at - 1, DateKeyword.During) || text.Reads(at - 1, "of") || text.Is(at - 1, DateDirection.After) || text.Is(at - 1, DateKeyword.By);

    private static DateReading Length(int end, DateCount count, DateUnit unit)
    {
        if (unit == DateUnit.Fortnight && !count.IsVague)
        {
            (count, unit) = (new DateCount(0, count.Amount * 2), DateUnit.Week);
        }
        else if (unit == DateUnit.Year && !count.IsVague && count.Amount < 10 && count.Amount % 1 == 0.5)
        {
            (count, unit) = (new DateCount(0, count.Amount * 12), DateUnit.Month);
        }

        return new(end, DateKind.Duration)
        {
            Value = unit.Duration(count.Text),
            Days = count.IsVague || count.Amount * unit.Days() > int.MaxValue ? null : (int)(count.Amount * unit.Days()),
        };
    }
}
