namespace TradeDigest.Digests;

/// <summary>Tells which of strangers' addresses may be linked.</summary>
internal static class WebAddress
{
    /// <summary>The address, if it is an absolute one of http or https without credentials; null otherwise.</summary>
    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.UserInfo.Length == 0 ? uri.AbsoluteUri : null;
}
