namespace TradeDigest.Articles.Html;

/// <summary>Finds lists of teasers by their shape: three or more siblings of one kind, each a linked headline with at most a little text.</summary>
internal static class TeaserFinder
{
    private const int Fewest = 3;
    private const int LongestText = 400;
    private const int ShortestHeadline = 15;

    /// <summary>Marks the blocks of teasers.</summary>
    public static void Mark(PageTree tree, bool[] gone)
    {
        var open = new Stack<PageNode>([tree.Root]);
        while (open.TryPop(out var node))
        {
            if (node.EndBlock - node.FirstBlock < Fewest)
            {
                continue;
            }

            if (node.Children.Count >= Fewest)
            {
                MarkAmong(tree, node, gone);
            }

            foreach (var child in node.Children)
            {
                if (child.Children.Count > 0)
                {
                    open.Push(child);
                }
            }
        }
    }

    private static void MarkAmong(PageTree tree, PageNode node, bool[] gone)
    {
        var teasers = node.Children.FindAll(c => c.EndBlock > c.FirstBlock && IsTeaser(tree, c));
        if (teasers.Count < Fewest)
        {
            return;
        }

        var ofKind = node.Children.Where(c => c.EndBlock > c.FirstBlock).CountBy(c => (c.Name, c.Class)).ToDictionary();
        foreach (var kind in teasers.GroupBy(c => (c.Name, c.Class)).Where(k => k.Count() >= Fewest && k.Count() * 5 >= ofKind[k.Key] * 3))
        {
            foreach (var teaser in kind)
            {
                gone.AsSpan(teaser.FirstBlock, teaser.EndBlock - teaser.FirstBlock).Fill(true);
            }
        }
    }

    private static bool IsTeaser(PageTree tree, PageNode node)
    {
        if (node.Prose > LongestText)
        {
            return false;
        }

        for (int i = node.FirstBlock; i < node.EndBlock; i++)
        {
            var block = tree.Blocks[i];
            if (block.LinkDensity > 0.8 && block.Text.Length >= ShortestHeadline)
            {
                return node.EndBlock - node.FirstBlock <= 6;
            }

            if (block.IsProse)
            {
                return false;
            }
        }

        return false;
    }
}
