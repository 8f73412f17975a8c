namespace TradeDigest.Articles;

/// <summary>The form of articles' ids.</summary>
public static class ArticleIds
{
    /// <summary>Whether a text can be an article's id: 16 hexadecimal digits, letters small.</summary>
    public static bool IsOne(string text) => text is { Length: 16 } && text.All(char.IsAsciiHexDigitLower);
}
