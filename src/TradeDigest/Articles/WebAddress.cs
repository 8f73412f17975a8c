namespace TradeDigest.Articles;

/// <summary>Addresses of articles: http and https only.</summary>
internal static class WebAddress
{
    /// <summary>The longest address that is kept, in characters.</summary>
    private const int MaxLength = 2048;

    /// <summary>The address without its fragment, or null for anything that is no absolute http or https address.</summary>
    public static string? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength || !Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.Host.Length == 0 || uri.UserInfo.Length > 0)
        {
            return null;
        }

        return uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
    }
}
