using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TradeDigest.Digests;

/// <summary>Holds a rendering against its digest: all that a reader sees must be lines of the digest, word for word, each no oftener than the digest has it; what is
/// left over has been put there by something else.</summary>
public static class RenderingGate
{
    private const char Accounted = '\u0001';

    /// <summary>Checks a plain text.</summary>
    /// <exception cref="UntracedRenderingException">It says something that the digest does not.</exception>
    public static void Check(Digest digest, DigestLinks links, string text, string rendering)
    {
        char[] left = Compact(text);
        foreach (var line in RenderingLines.Of(digest, links).Select(Compact).Where(l => l.Length > 0).GroupBy(l => new string(l), StringComparer.Ordinal)
            .OrderByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            int allowed = line.Count();
            int from = 0;
            while (allowed > 0 && left.AsSpan(from).IndexOf(line.Key) is >= 0 and var at)
            {
                left.AsSpan(from + at, line.Key.Length).Fill(Accounted);
                from += at + line.Key.Length;
                allowed--;
            }
        }

        int rest = Array.FindIndex(left, c => char.IsLetterOrDigit(c) || c is '“' or '”' or '"');
        if (rest >= 0)
        {
            int end = Array.IndexOf(left, Accounted, rest);
            throw new UntracedRenderingException(rendering, new string(left, rest, Math.Min(80, (end < 0 ? left.Length : end) - rest)));
        }
    }

    /// <summary>Checks HTML: its text, and that it links nothing but the digest's addresses and runs nothing.</summary>
    /// <exception cref="UntracedRenderingException">It says, links or runs something that the digest does not.</exception>
    public static void CheckHtml(Digest digest, DigestLinks links, string html, string rendering)
    {
        var document = new HtmlParser().ParseDocument(html);
        var addresses = digest.Sources.Select(s => s.Url).Append(links.Page?.AbsoluteUri).Append(links.Unsubscribe?.AbsoluteUri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var element in document.All)
        {
            if (element.LocalName is "script" or "iframe" or "object" or "embed" or "form" or "img" or "link" or "base")
            {
                throw new UntracedRenderingException(rendering, "<" + element.LocalName + ">");
            }

            foreach (var attribute in element.Attributes)
            {
                bool runs = attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase);
                bool strays = attribute.Name is "href" or "src" && !attribute.Value.StartsWith('#') && !addresses.Contains(attribute.Value);
                bool speaks = attribute.Name is "alt" or "title" or "aria-label" or "aria-description";
                if (runs || strays || speaks)
                {
                    throw new UntracedRenderingException(rendering, attribute.Name + "=" + attribute.Value);
                }
            }
        }

        var text = document.GetDescendants().OfType<IText>().Where(t => t.ParentElement?.LocalName != "style").Select(t => t.Data);
        Check(digest, links, string.Join('\n', text), rendering);
    }

    /// <summary>The text without white space, invisible characters and the marks that only divide.</summary>
    private static char[] Compact(string text) =>
        [.. text.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark))];
}
