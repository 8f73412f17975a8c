namespace TradeDigest.Digests;

/// <summary>Finds what stands between quotation marks.</summary>
internal static class QuotedRuns
{
    /// <summary>The runs between double quotation marks, straight or curly, without the marks.</summary>
    public static IEnumerable<string> Of(string text)
    {
        int open = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '“' || (text[i] == '"' && open < 0))
            {
                open = i + 1;
            }
            else if (text[i] is '”' or '"' && open >= 0)
            {
                yield return text[open..i];
                open = -1;
            }
        }
    }
}
