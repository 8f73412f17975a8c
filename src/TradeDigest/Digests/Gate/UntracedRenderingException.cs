namespace TradeDigest.Digests;

/// <summary>A rendering says something that its digest does not: it must not leave.</summary>
/// <param name="rendering">Which rendering.</param>
/// <param name="untraced">The first words that nothing accounts for.</param>
public sealed class UntracedRenderingException(string rendering, string untraced)
    : Exception($"The {rendering} rendering says '{untraced}', which the digest does not: it is not sent. Render it again from the digest; if that does not help, a template is at fault.")
{
    /// <summary>Which rendering: <c>text</c>, <c>mail</c> or <c>page</c>.</summary>
    public string Rendering { get; } = rendering;

    /// <summary>The first words that nothing accounts for.</summary>
    public string Untraced { get; } = untraced;
}
