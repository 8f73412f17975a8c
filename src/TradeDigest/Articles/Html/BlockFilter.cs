using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Html;

/// <summary>Takes out of the blocks of an article's nodes the ones that are no text of it: lists of links, scraps around pictures,
/// what stands before the first and behind the last paragraph.</summary>
internal sealed class BlockFilter(Boilerplate boilerplate)
{
    private const double MostLinks = 0.6;

    /// <summary>Prose from which on a table's cell holds running text, in characters.</summary>
    private const int Running = 400;

    /// <summary>The blocks of the article.</summary>
    /// <param name="blocks">The blocks of its nodes, in order.</param>
    /// <param name="page">What the page says of the article, whose repetition in the text is left out.</param>
    public List<Block> Filter(IReadOnlyList<PageBlock> blocks, PageData page)
    {
        var kept = new List<PageBlock>();
        bool begun = false;
        foreach (var block in blocks)
        {
            if (IsText(block, page, begun))
            {
                kept.Add(block);
                begun = begun || block.IsProse;
            }
        }

        TrimTail(kept);
        DropEmptyHeadings(kept);
        return kept.ConvertAll(b => new Block(b.IsRow ? BlockKind.Row : b.IsHeading ? BlockKind.Heading : b.IsItem ? BlockKind.ListItem : BlockKind.Paragraph, b.Text));
    }

    /// <summary>The paragraphs of a text that a page gives in its data.</summary>
    public IEnumerable<Block> Lines(string text, PageData page) =>
        PlainTextFormat.Blocks(text).Where(b => !boilerplate.IsNoise(b.Text) && !page.Repeats(b.Text, begun: true));

    private bool IsText(PageBlock block, PageData page, bool begun)
    {
        string text = block.Text;
        if (block.LinkDensity > MostLinks && (text.Length < 200 || block.LinkDensity > 0.9))
        {
            return false;
        }

        if (!text.AsSpan().ContainsAnyInRange('\u0041', '\uFFFF') || boilerplate.IsNoise(text) || page.Repeats(text, begun))
        {
            return false;
        }

        if (!begun && IsTitleAndDate(text, page.Title))
        {
            return false;
        }

        if (block.IsRow)
        {
            return begun;
        }

        if (!block.IsProse && InDataTable(block))
        {
            return false;
        }

        // Before the text begins stand bylines, dates and captions: short, and no sentence.
        return begun || block.IsProse || block.IsHeading || text.Length >= 40 || text[^1] is '.' or '!' or '?' or '”' or '"';
    }

    /// <summary>Whether a line is the title and a date or the like, which a line break parted.</summary>
    private bool IsTitleAndDate(string text, string? title) =>
        title is not null && text.Length > title.Length && text.StartsWith(title, StringComparison.OrdinalIgnoreCase) && boilerplate.IsNoise(text[title.Length..].Trim());

    /// <summary>Whether a block stands in a small cell: one that holds no running text, unlike the cells of pages that are laid out by tables.</summary>
    private static bool InDataTable(PageBlock block)
    {
        for (var node = block.Node; node is not null; node = node.Parent)
        {
            if (node.Name is "td" or "th")
            {
                return node.Prose < Running;
            }
        }

        return false;
    }

    /// <summary>Short scraps behind the last paragraph: names, labels, headings of what was left out.</summary>
    private static void TrimTail(List<PageBlock> blocks)
    {
        while (blocks.Count > 1 && blocks[^1] is { IsProse: false, IsRow: false } last && (last.IsHeading || (!last.IsItem && EndsOpen(last.Text)) || last.LinkChars > 0))
        {
            blocks.RemoveAt(blocks.Count - 1);
        }
    }

    private static bool EndsOpen(string text) => text[^1] is not ('.' or '!' or '?' or '”' or '"' or '’' or ')' or '…' or '。');

    /// <summary>A heading directly before another of its level or above, or at the end, heads nothing.</summary>
    private static void DropEmptyHeadings(List<PageBlock> blocks)
    {
        for (int i = blocks.Count - 1; i >= 0; i--)
        {
            bool empty = blocks[i].IsHeading && (i + 1 == blocks.Count || (blocks[i + 1].IsHeading && string.CompareOrdinal(blocks[i + 1].Node.Name, blocks[i].Node.Name) < 0));
            if (empty)
            {
                blocks.RemoveAt(i);
            }
        }
    }
}
