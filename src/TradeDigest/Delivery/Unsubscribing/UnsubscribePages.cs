using TradeDigest.Digests;

namespace TradeDigest.Delivery;

/// <summary>What the page for unsubscribing says.</summary>
public enum UnsubscribeState
{
    /// <summary>Whether the reader means it.</summary>
    Asks,

    /// <summary>That it is done.</summary>
    Done,

    /// <summary>That the link is nobody's.</summary>
    Unknown,
}

/// <summary>Renders the page for unsubscribing. It names nobody, so that a link that gets into other hands tells nothing.</summary>
public static class UnsubscribePages
{
    /// <summary>What the page may load and do: its own style, and its button, which leads back to it (Content Security Policy Level 3).</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The page.</summary>
    public static async Task<string> RenderAsync(UnsubscribeState state) => "<!DOCTYPE html>\n" + await HtmlComponent.RenderAsync<UnsubscribePage>(
        new(StringComparer.Ordinal) { [nameof(UnsubscribePage.Is)] = state }) + "\n";
}
