namespace TradeDigest.Language;

/// <summary>How names of people are built.</summary>
internal static class PersonNames
{
    /// <summary>Whether a run of capitalised words is a name with its surname first, as in Chinese, Korean and Vietnamese: <c>Xi Jinping</c>, <c>Kim Jong-un</c>.</summary>
    public static bool IsEastAsian(NameScan scan, int first, int end)
    {
        if (!scan.Has(first, NameWord.EastAsianSurname) || end - first < 2)
        {
            return false;
        }

        for (int i = first + 1; i < end; i++)
        {
            if (scan.IsWord(i) && !IsSyllables(scan.Word(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a lower-case word may follow a hyphen within this name: <c>Jae-myung</c>, <c>Abdel-al</c>.</summary>
    public static bool MayFollowHyphen(NameScan scan, int first, int at) => scan.Has(first, NameWord.EastAsianSurname) && IsSyllables(scan.Word(at));

    /// <summary>Whether letters read as one to three syllables of Pinyin, Korean or Vietnamese romanisation.</summary>
    /// <remarks>Each syllable: up to three consonants, vowels, and <c>n</c>, <c>ng</c>, <c>m</c>, <c>k</c>, <c>p</c>, <c>t</c>, <c>l</c>, <c>r</c>, <c>h</c> or <c>ch</c> at its end.</remarks>
    public static bool IsSyllables(ReadOnlySpan<char> word)
    {
        int at = 0, syllables = 0;
        while (at < word.Length)
        {
            int onset = at;
            while (at < word.Length && !IsVowel(word[at]))
            {
                at++;
            }

            int vowels = at;
            while (at < word.Length && IsVowel(word[at]))
            {
                at++;
            }

            if (at == vowels)
            {
                return syllables > 0 && IsCoda(word[onset..]) && syllables <= 3;
            }

            if (!IsOnset(word[onset..vowels], syllables > 0) || at - vowels > 4)
            {
                return false;
            }

            syllables++;
        }

        return syllables is >= 1 and <= 3;
    }

    private static bool IsVowel(char c) => char.ToLowerInvariant(c) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'ü' || (c > 127 && char.IsLetter(c));

    private static bool IsCoda(ReadOnlySpan<char> letters) => letters is "n" or "ng" or "m" or "k" or "p" or "t" or "l" or "r" or "h" or "ch" or "nh" or "c";

    /// <summary>Consonants that begin a syllable, with those that may end the one before.</summary>
    private static bool IsOnset(ReadOnlySpan<char> letters, bool inner)
    {
        if (IsSingleOnset(letters))
        {
            return true;
        }

        for (int coda = 1; inner && coda <= 2 && coda < letters.Length; coda++)
        {
            if (IsCoda(letters[..coda]) && IsSingleOnset(letters[coda..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSingleOnset(ReadOnlySpan<char> letters)
    {
        if (letters.Length <= 1)
        {
            return true;
        }

        Span<char> lower = stackalloc char[4];
        if (letters.Length > 3)
        {
            return false;
        }

        letters.ToLowerInvariant(lower);
        return lower[..letters.Length] is "zh" or "ch" or "sh" or "ng" or "ph" or "th" or "tr" or "nh" or "kh" or "gh" or "hy" or "kw" or "ts" or "hs" or "gi" or "qu" or "nn" or "hw";
    }
}
