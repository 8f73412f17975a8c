namespace TradeDigest.Summaries;

/// <summary>Makes a headline of a sentence by leaving off what its grammar can spare: a clause behind a comma at its end, an opening adverbial.</summary>
internal static class HeadlineCutter
{
    private const int Longest = 90;

    /// <summary>The sentence without its full stop, cut at commas from the end while it is longer than a headline.</summary>
    public static string Cut(string sentence)
    {
        var line = sentence.AsSpan().TrimEnd(". ");
        while (line.Length > Longest && line.LastIndexOf(", ") is > 30 and var comma)
        {
            line = line[..comma];
        }

        return line.ToString();
    }
}
