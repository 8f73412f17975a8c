using System.Buffers;
using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Html;

/// <summary>A page as nodes and, in their order, its blocks of text.</summary>
internal sealed class PageTree
{
    /// <summary>What is longer, in characters, is no paragraph but a page without any, and is cut so that no more than this is copied at a time.</summary>
    private const int LongestBlock = 64 * 1024;

    private readonly PageHints _hints;
    private readonly ArrayBufferWriter<char> _text = new();
    private readonly Stack<TableRows> _tables = new();
    private int _links;
    private bool _broken;

    private PageTree(PageHints hints) => _hints = hints;

    /// <summary>The body.</summary>
    public required PageNode Root { get; init; }

    /// <summary>All blocks of text.</summary>
    public List<PageBlock> Blocks { get; } = [];

    /// <summary>The tree under <paramref name="body"/>, a parsed page's, with its texts made into blocks.</summary>
    public static PageTree Of(PageNode body, PageHints hints)
    {
        var tree = new PageTree(hints) { Root = body };
        tree.Name(body);
        tree.Visit(body, body, inLink: false);
        tree.Flush(body);
        body.EndBlock = tree.Blocks.Count;
        body.Settle();
        return tree;
    }

    /// <summary>Gives each node its share of the paragraphs under it. To be called anew when blocks were removed.</summary>
    public void Weigh()
    {
        Clear(Root);
        foreach (var block in Blocks)
        {
            if (!block.IsProse)
            {
                continue;
            }

            int level = 0;
            double credit = 1 + Math.Min(block.Text.Length / 100.0, 4) + Math.Min(block.Text.AsSpan().Count(','), 3);
            for (var node = block.Node; node is not null; node = node.Parent)
            {
                node.Prose += block.Text.Length;
                if (node.Name is not ("p" or "li" or "blockquote" or "#text"))
                {
                    // Readability's rule: a container earns all of its own paragraphs, half of its grandchildren, then less and less.
                    node.Score += level == 0 ? credit : credit / (level == 1 ? 2 : level * 3);
                    level++;
                }
                else if (level == 0 && node != block.Node)
                {
                    level = 1;
                }
            }
        }
    }

    /// <summary>Takes blocks out, and lets each node know which are left under it.</summary>
    /// <param name="gone">For each block whether it goes.</param>
    public void Remove(bool[] gone)
    {
        var before = new int[gone.Length + 1];
        var kept = new List<PageBlock>(gone.Length);
        for (int i = 0; i < gone.Length; i++)
        {
            if (!gone[i])
            {
                kept.Add(Blocks[i]);
            }

            before[i + 1] = kept.Count;
        }

        Blocks.Clear();
        Blocks.AddRange(kept);
        Renumber(Root, before, 0);
    }

    private static void Renumber(PageNode node, int[] before, int first)
    {
        node.FirstBlock = before[node.FirstBlock - first];
        node.EndBlock = before[node.EndBlock - first];
        foreach (var child in node.Children)
        {
            Renumber(child, before, first);
        }
    }

    private static void Clear(PageNode node)
    {
        node.Prose = 0;
        node.Score = 0;
        foreach (var child in node.Children)
        {
            Clear(child);
        }
    }

    /// <summary>Reads what the names that a page gives an element tell of it.</summary>
    private void Name(PageNode node)
    {
        string classes = node.Attribute("class") ?? "";
        string? id = node.Attribute("id");
        string? part = node.Attribute("data-hint");
        var hint = _hints.Of(id is null && part is null ? classes : string.Join(' ', classes, id, part));
        string? role = node.Attribute("role");
        string? property = node.Attribute("itemprop");
        hint |= node.Attribute("hidden") is not null ? Hint.Hidden : Hint.None;
        hint |= property is not null && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? Hint.Body : Hint.None;
        hint |= role is "navigation" or "banner" or "complementary" or "contentinfo" or "search" or "dialog" or "menu" or "toolbar" or "alertdialog" ? Hint.Clutter : Hint.None;
        hint |= property is "comment" or "caption" ? Hint.Clutter : Hint.None;
        node.Name = node.Name is "div" && role is "main" or "article" ? role : node.Name;
        (node.Hint, node.Class) = (hint, classes);
    }

    private void Visit(PageNode node, PageNode block, bool inLink)
    {
        node.FirstBlock = Blocks.Count;
        Append(node.Lead.Span, block, inLink);
        foreach (var child in node.Children)
        {
            child.FirstBlock = Blocks.Count;
            if (child is PageText text)
            {
                Append(text.Text.Span, block, inLink);
            }
            else if (child.Name == "br")
            {
                Break(block);
            }
            else
            {
                Name(child);
                if (HtmlNames.Block.Contains(child.Name))
                {
                    Flush(block);
                    Begin(child);
                    Visit(child, child, inLink);
                    Flush(child);
                    End(child);
                }
                else if (!child.Is(Hint.Hidden))
                {
                    Visit(child, block, inLink || child.Name == "a");
                }
            }

            child.EndBlock = Blocks.Count;
            child.Settle();
        }
    }

    private void Begin(PageNode node)
    {
        if (node.Name == "table")
        {
            _tables.Push(new TableRows(node, node.Attribute("role") is "presentation" or "none"));
        }
    }

    /// <summary>Takes a row for its table, and at a table's end puts rows of data in place of their cells.</summary>
    private void End(PageNode node)
    {
        node.EndBlock = Blocks.Count;
        if (node.Name == "tr" && _tables.TryPeek(out var table))
        {
            table.Add(node);
        }
        else if (node.Name == "table" && _tables.TryPop(out var rows))
        {
            if (_tables.TryPeek(out var outer))
            {
                outer.Nests();
            }

            if (rows.Merge(Blocks) is var (blocks, before))
            {
                int first = node.FirstBlock;
                Blocks.RemoveRange(first, Blocks.Count - first);
                Blocks.AddRange(blocks);
                Renumber(node, before, first);
            }
        }
    }

    private void Append(ReadOnlySpan<char> text, PageNode block, bool inLink)
    {
        while (_text.WrittenCount + text.Length > LongestBlock)
        {
            int room = Math.Max(0, LongestBlock - _text.WrittenCount);
            int cut = text[..Math.Min(room, text.Length)].LastIndexOf(' ') is > 0 and var space ? space : room;
            Append(text[..cut], block, inLink);
            Flush(block);
            text = text[cut..];
        }

        if (text.IsEmpty)
        {
            return;
        }

        _broken = _broken && text.IsWhiteSpace();
        _text.Write(text);
        _links += inLink ? text.Trim().Length : 0;
    }

    /// <summary>A line break is a space; two in a row end a paragraph.</summary>
    private void Break(PageNode block)
    {
        if (_broken)
        {
            Flush(block);
        }

        _text.Write(" ");
        _broken = true;
    }

    private void Flush(PageNode block)
    {
        if (_text.WrittenCount > 0)
        {
            if (block.Name == "pre" && _links == 0)
            {
                Blocks.AddRange(PlainTextFormat.Blocks(_text.WrittenSpan.ToString()).Select(b => new PageBlock(block, b.Text, 0)));
            }
            else if (ArticleText.Fold(_text.WrittenSpan) is { Length: > 0 } text)
            {
                Blocks.Add(new PageBlock(block, text, _links));
            }

            _text.ResetWrittenCount();
        }

        _links = 0;
        _broken = false;
    }
}
