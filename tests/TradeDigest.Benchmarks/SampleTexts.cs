using System.Text;

namespace TradeDigest.Benchmarks;

/// <summary>Texts to measure with.</summary>
internal static class SampleTexts
{
    private const int WordsOfAnArticle = 500;

    /// <summary>An article of about 500 words, from the samples of this repository.</summary>
    public static string Article() => Words(WordsOfAnArticle);

    /// <summary>Ordinary text of at least the given length, in characters: the samples over and over, as paragraphs.</summary>
    public static string Long(int length)
    {
        string all = string.Join("\n\n", Samples());
        var text = new StringBuilder(length + all.Length);
        while (text.Length < length)
        {
            text.Append(all).Append("\n\n");
        }

        return text.ToString(0, length);
    }

    /// <summary>Inputs that tempt a reader into work out of proportion, each of about the given length.</summary>
    public static IEnumerable<(string Name, string Text)> Hostile(int length) =>
        from sample in (IEnumerable<(string Name, string Piece)>)
        [
            ("one letter", "a"), ("one capital", "A"), ("digits", "7"), ("full stops", "."), ("commas between digits", "11,"), ("straight quotes", "\""), ("curly quotes", "“"),
            ("apostrophes", "’"), ("brackets", "("), ("closed brackets", "()"), ("line breaks", "\n"), ("spaces", " "), ("dotted letters", "a.a."), ("dotted capitals", "A.A."),
            ("initials", "A. "), ("capitalised words", "Abc "), ("capitals and commas", "Abc, "), ("quoted words", "“abc” "), ("open quotes", "“abc "), ("numbers", "12 "),
            ("numbers and ands", "12 and "), ("number words", "two "), ("hyphens", "-"), ("hyphenated", "a-"), ("percentages", "5% "), ("dates", "May 12, "), ("says", "said "),
            ("speakers", "“abc,” said Abc Def. "), ("parties", "China, Japan and "), ("tariffs", "tariffs of 5% on China and "), ("lone surrogates", "\uD800"), ("combining marks", "a\u0301"),
            ("possessives", "a's"), ("lines of words", "abc\n"), ("bullets", "- a\n"), ("slashes", "1/"), ("half sentences", "Abc said. "),
        ]
        select (sample.Name, new StringBuilder().Insert(0, sample.Piece, Math.Max(1, length / sample.Piece.Length)).ToString());

    private static IEnumerable<string> Samples() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static string Words(int count)
    {
        string all = string.Join("\n\n", Samples());
        int at = 0;
        for (int words = 0; at < all.Length; at++)
        {
            if (char.IsWhiteSpace(all[at]) && at > 0 && !char.IsWhiteSpace(all[at - 1]) && ++words == count)
            {
                break;
            }
        }

        return all[..at];
    }
}
