namespace TradeDigest.Digests;

/// <summary>Renders a digest: JSON, plain text, HTML for mail, and an HTML page. What a rendering says is held against the digest
/// before it leaves.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public static class DigestRenderer
{
    /// <summary>The digest as JSON.</summary>
    public static string Json(Digest digest) => DigestJson.Write(digest);

    /// <summary>The digest as plain text of 80 columns.</summary>
    /// <exception cref="UntracedRenderingException">The text says something that the digest does not.</exception>
    public static string Text(Digest digest, DigestLinks? links = null)
    {
        string text = TextDigest.Render(digest, links ?? DigestLinks.None);
        RenderingGate.Check(digest, links ?? DigestLinks.None, text, "text");
        return text;
    }

    /// <summary>The digest as HTML for mail: inline styles, no script, under 102 KB.</summary>
    /// <exception cref="UntracedRenderingException">The mail says something that the digest does not.</exception>
    public static async Task<string> MailHtmlAsync(Digest digest, DigestLinks? links = null)
    {
        var known = links ?? DigestLinks.None;
        string html = "";
        foreach (var fold in MailFold.Steps)
        {
            html = await RenderAsync(digest, known, fold, isMail: true).ConfigureAwait(false);
            if (System.Text.Encoding.UTF8.GetByteCount(html) <= MailFold.BytesAtMost)
            {
                break;
            }
        }

        RenderingGate.CheckHtml(digest, known, html, "mail");
        return html;
    }

    /// <summary>The digest as an HTML page, with everything that it has.</summary>
    /// <exception cref="UntracedRenderingException">The page says something that the digest does not.</exception>
    public static async Task<string> PageHtmlAsync(Digest digest, DigestLinks? links = null)
    {
        var known = links ?? DigestLinks.None;
        string html = await RenderAsync(digest, known, MailFold.None, isMail: false).ConfigureAwait(false);
        RenderingGate.CheckHtml(digest, known, html, "page");
        return html;
    }

    /// <summary>A digest, or one story of it, as a piece of HTML to be put into another document.</summary>
    public static Task<string> FragmentAsync(Digest digest, DigestView view, DigestStory? story = null) => HtmlComponent.RenderAsync<DigestFragment>(new(StringComparer.Ordinal)
    {
        [nameof(DigestFragment.Digest)] = digest,
        [nameof(DigestFragment.View)] = view,
        [nameof(DigestFragment.Story)] = story,
    });

    private static async Task<string> RenderAsync(Digest digest, DigestLinks links, MailFold fold, bool isMail) =>
        "<!DOCTYPE html>\n" + await HtmlComponent.RenderAsync<DigestDocument>(new(StringComparer.Ordinal)
        {
            [nameof(DigestDocument.Digest)] = digest,
            [nameof(DigestDocument.Links)] = links,
            [nameof(DigestDocument.View)] = new DigestView { Fold = fold },
            [nameof(DigestDocument.IsMail)] = isMail,
        }).ConfigureAwait(false) + "\n";
}
