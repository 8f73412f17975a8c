using TradeDigest.Summaries;

namespace TradeDigest.Digests;

/// <summary>A title or headline as a digest shows it.</summary>
internal static class HeadlineLine
{
    /// <summary>The length, in characters, up to which it is shown whole.</summary>
    private const int Longest = 140;

    /// <summary>The words on one line; longer ones end where a clause can be spared, and only where none can, at a word with “…”.</summary>
    public static string Of(string text)
    {
        string line = PlainText.Line(text, int.MaxValue / 2);
        return line.Length <= Longest ? line : PlainText.Line(HeadlineCutter.Cut(line), HeadlineCutter.Bearable);
    }
}
