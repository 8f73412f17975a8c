using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Html;

/// <summary>Takes the article's text out of a page.</summary>
internal sealed class MainText(Boilerplate boilerplate)
{
    /// <summary>A text shorter than this, in characters, may be a stub: what else the page offers is weighed against it.</summary>
    private const int Short = 400;

    private readonly BlockFilter _filter = new(boilerplate);

    /// <summary>The article's blocks; none for a page without text.</summary>
    public List<Block> Of(PageTree tree, PageData page)
    {
        ClutterPruner.Prune(tree);
        var nodes = ContentFinder.Find(tree);
        var blocks = _filter.Filter([.. tree.Blocks.Where(b => nodes.Exists(n => n.Holds(b.Node)))], page);
        int length = blocks.Sum(b => b.Text.Length);
        if (page.Body is { } body && (length < Short || body.Length > 2 * length) && body.Length > length)
        {
            // The page shows less than it declares: a paywall, or text that a script would have set.
            return [.. _filter.Lines(body, page)];
        }

        return length >= Short ? blocks : Fuller(blocks, _filter.Filter(tree.Blocks.FindAll(b => b.IsProse || b.IsHeading), page));
    }

    private static List<Block> Fuller(List<Block> found, List<Block> all) =>
        all.Sum(b => b.Text.Length) > 3 * found.Sum(b => b.Text.Length) || found.Count == 0 ? all : found;
}
