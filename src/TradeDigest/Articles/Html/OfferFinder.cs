using TradeDigest.Articles.Cleaning;

namespace TradeDigest.Articles.Html;

/// <summary>Finds the offers of a subscription that stand where a paid article breaks off: a part of the page in which two lines or more
/// speak of nothing else.</summary>
internal static class OfferFinder
{
    private const int FewestLines = 2;

    /// <summary>The most prose of an offer, in characters; it must also leave some for the article.</summary>
    private const int MostProse = 900;
    private const int Enough = 100;

    /// <summary>Marks the blocks of offers.</summary>
    public static void Mark(PageTree tree, Boilerplate boilerplate, bool[] gone)
    {
        Dictionary<PageNode, int>? lines = null;
        for (int i = 0; i < gone.Length; i++)
        {
            if (!gone[i] && boilerplate.IsOffer(tree.Blocks[i].Text) && Part(tree.Blocks[i].Node) is { } part)
            {
                lines ??= [];
                lines[part] = lines.GetValueOrDefault(part) + 1;
            }
        }

        foreach (var (part, count) in lines ?? [])
        {
            bool small = part.Prose <= MostProse && tree.Root.Prose - part.Prose >= Enough;
            if (count >= FewestLines && small && !part.Is(Hint.Body))
            {
                gone.AsSpan(part.FirstBlock, part.EndBlock - part.FirstBlock).Fill(true);
            }
        }
    }

    /// <summary>The part of the page that a line stands in.</summary>
    private static PageNode? Part(PageNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at.Name is "div" or "section" or "aside" or "form")
            {
                return at;
            }
        }

        return null;
    }
}
