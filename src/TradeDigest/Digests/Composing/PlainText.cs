using System.Globalization;
using System.Text;

namespace TradeDigest.Digests;

/// <summary>Makes strangers' text fit to be shown on a line.</summary>
internal static class PlainText
{
    /// <summary>The text on one line: white space runs become a space, control and direction-changing characters go. Longer texts end at a word's end with “…”.</summary>
    public static string Line(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest + 8));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                line.Append(rune.ToString());
            }
        }

        string whole = line.ToString().TrimEnd();
        if (whole.Length <= longest)
        {
            return whole;
        }

        int cut = whole.LastIndexOf(' ', longest - 1);
        return whole[..(cut > longest / 2 ? cut : longest - 1)].TrimEnd(' ', ',', ';', ':', '-', '–') + "…";
    }
}
