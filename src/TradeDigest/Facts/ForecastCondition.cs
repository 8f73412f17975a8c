using TradeDigest.Facts.Reading;

namespace TradeDigest.Facts;

/// <summary>On what a forecast depends, in the text's words, and the items that say it.</summary>
internal readonly record struct ForecastCondition(string Words, int First, int End)
{
    /// <summary>The most items of a clause that is still quoted whole.</summary>
    private const int Longest = 16;

    /// <summary>The clause of “if”, “unless”, “without”, “provided” or “as long as” that opens the sentence or follows the forecast; null for none.</summary>
    /// <remarks>“if” itself is left out (<c>the truce fails</c>); the others are part of what they say (<c>unless quotas are lifted</c>).</remarks>
    public static ForecastCondition? Read(FactText text, int first, int end, int sentenceFirst, int sentenceEnd)
    {
        for (int i = sentenceFirst; i < sentenceEnd; i++)
        {
            if (i >= first && i < end)
            {
                i = end;
            }

            if (!Opens(text, i, sentenceFirst, sentenceEnd))
            {
                continue;
            }

            bool plain = text.Reads(i, "if") || text.Reads(i, "even if");
            int from = plain ? i + 1 : i, stop = from;
            while (stop < sentenceEnd && !Closes(text, stop))
            {
                stop++;
            }

            bool apart = i < first ? text.Is(stop, Role.Comma) && i == sentenceFirst : i - end < Longest && Adjoins(text, end, i);
            if (apart && stop - from is > 1 and <= Longest)
            {
                return new ForecastCondition(text.Words(from, stop), i, stop);
            }
        }

        return null;
    }

    /// <summary>The subject of an effect that may never come: “a full-scale trade war (could cost)”. What is there already (“the pact could raise”) is no condition.</summary>
    public static ForecastCondition? OfSubject(FactText text, VerbGroup verb, int first)
    {
        int from = verb.First;
        while (from > first && !text.Is(from - 1, Role.That | Role.With | Role.Comma | Role.Condition) && text.VerbAt(from - 1) is null)
        {
            from--;
        }

        int to = verb.First;
        while (to > from && text.Is(to - 1, Role.Adverb | Role.Comma))
        {
            to--;
        }

        bool open = from > first && (text.Reads(from, "a") || text.Reads(from, "an") || text.Reads(from, "any") || text.Reads(from, "another") || text.Reads(from, "further"));
        if (!open || to - from is < 2 or > 10)
        {
            return null;
        }

        for (int i = from; i < to; i++)
        {
            if (text.Items[i].Kind is ItemKind.Quantity or ItemKind.Date || text.Is(i, Role.Conjunction))
            {
                return null;
            }
        }

        return new ForecastCondition(text.Words(from, to), from, to);
    }

    private static bool Opens(FactText text, int i, int first, int end) =>
        i < end && (text.Reads(i, "if") || text.Reads(i, "even if") || text.Reads(i, "unless") || text.Reads(i, "without") || text.Reads(i, "provided that") || text.Reads(i, "assuming")
            || text.Reads(i, "in the event of") || (text.Reads(i, "provided") && (i == first || text.Is(i - 1, Role.Comma)))
            || (text.Reads(i, "as") && text.Reads(i + 1, "long") && text.Reads(i + 2, "as")));

    private static bool Closes(FactText text, int i) => text.Is(i, Role.Break) || text.Reads(i, ".") || text.Reads(i, "?") || text.Reads(i, "!") || text.Reads(i, "”") || text.Reads(i, "\"");

    /// <summary>Whether no clause of its own stands between the forecast and its condition.</summary>
    private static bool Adjoins(FactText text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (text.VerbAt(i) is { Finite: true } || text.Is(i, Role.Stop | Role.Contrast | Role.Relative) && !text.Is(i, Role.Preposition) || text.Items[i].Kind == ItemKind.Quantity)
            {
                return false;
            }
        }

        return true;
    }
}
