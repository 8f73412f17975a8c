using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Html;

/// <summary>Takes the article's text out of a page.</summary>
internal sealed class MainText(Boilerplate boilerplate)
{
    /// <summary>A text shorter than this, in characters, may be a stub: what else the page offers is weighed against it.</summary>
    private const int Short = 400;

    /// <summary>A text shorter than this is what a page shows until its scripts have run.</summary>
    private const int Stub = 150;

    private readonly BlockFilter _filter = new(boilerplate);

    /// <summary>The article's blocks; none for a page without text.</summary>
    public List<Block> Of(PageTree tree, PageData page)
    {
        ClutterPruner.Prune(tree, boilerplate);
        var nodes = ContentFinder.Find(tree);
        var blocks = _filter.Filter(Under(nodes, tree), page);
        int length = blocks.Sum(b => b.Text.Length);
        if (page.Body is { } body && (length < Short || body.Length > 2 * length) && body.Length > length)
        {
            // The page shows less than it declares: a paywall, or text that a script would have set.
            return [.. _filter.Lines(body, page)];
        }

        blocks = length >= Short ? blocks : Fuller(blocks, tree, page);
        return blocks.Sum(b => b.Text.Length) < Stub && page.Embedded is { Length: >= Short } embedded ? [.. _filter.Lines(embedded, page)] : blocks;
    }

    private static List<PageBlock> Under(List<PageNode> nodes, PageTree tree)
    {
        var chosen = new bool[tree.Blocks.Count];
        foreach (var node in nodes)
        {
            chosen.AsSpan(node.FirstBlock, node.EndBlock - node.FirstBlock).Fill(true);
        }

        // The first paragraph may stand in the article's header or be an introduction, outside of what names itself its body.
        int first = Array.IndexOf(chosen, true);
        for (int i = 0; i < first; i++)
        {
            chosen[i] = ClutterPruner.LeadsIn(tree.Blocks[i]);
        }

        return [.. tree.Blocks.Where((_, i) => chosen[i])];
    }

    /// <summary>What was found, or, where it is little, all prose of the page if that is much more; where there is no prose, whatever is no link.</summary>
    private List<Block> Fuller(List<Block> found, PageTree tree, PageData page)
    {
        var prose = _filter.Filter(tree.Blocks.FindAll(b => b.IsProse || b.IsHeading || (b.Node.Name == "p" && b.LinkChars == 0)), page);
        var more = prose.Sum(b => b.Text.Length) > 3 * found.Sum(b => b.Text.Length) ? prose : found;
        return more.Count > 0 ? more : _filter.Filter(tree.Blocks.FindAll(b => b.LinkChars == 0), page);
    }
}
