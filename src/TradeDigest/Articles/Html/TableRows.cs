using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Html;

/// <summary>The rows of a table, gathered while its page is read: those of a table of data become one block each, those of one that lays out
/// the page stay what their cells hold.</summary>
/// <remarks>A table lays out the page where it says so (<c>role="presentation"</c>), holds a table, a heading or a long cell, is of one column, or is mostly links.</remarks>
/// <param name="table">The table.</param>
/// <param name="laysOut">Whether it says that it lays out the page.</param>
internal sealed class TableRows(PageNode table, bool laysOut)
{
    private const int FewestRows = 2;

    /// <summary>The longest cell of data, in characters; longer ones are text that was put in columns.</summary>
    private const int LongestCell = 300;

    /// <summary>The most characters of data in a cell, on average.</summary>
    private const int UsualCell = 100;

    /// <summary>How far above the table the figure may be that holds it.</summary>
    private const int FigureReach = 3;

    private readonly List<(PageNode Row, (int First, int End)[] Cells)> _rows = [];
    private bool _laysOut = laysOut;

    /// <summary>Tells that it holds another table.</summary>
    public void Nests() => _laysOut = true;

    /// <summary>Takes a row when its cells have been read.</summary>
    public void Add(PageNode row)
    {
        if (!_laysOut)
        {
            _rows.Add((row, [.. row.Children.Where(c => c.Name is "td" or "th").Select(c => (c.FirstBlock, c.EndBlock))]));
        }
    }

    /// <summary>The blocks of the table with each row as one, and by how many blocks fewer lie before each; null where it is no table of data.</summary>
    /// <param name="blocks">All blocks; the table's are the last.</param>
    public (List<PageBlock> Blocks, int[] Before)? Merge(List<PageBlock> blocks)
    {
        if (_laysOut || !IsData(blocks))
        {
            return null;
        }

        var merged = new List<PageBlock>();
        var before = new int[blocks.Count - table.FirstBlock + 1];
        int next = table.FirstBlock;
        foreach (var (row, cells) in _rows)
        {
            Copy(row.FirstBlock);
            if (row.EndBlock > row.FirstBlock)
            {
                var own = blocks.GetRange(row.FirstBlock, row.EndBlock - row.FirstBlock);
                merged.Add(new PageBlock(row, Line(blocks, cells), own.Sum(b => b.LinkChars)));
                before.AsSpan(row.FirstBlock + 1 - table.FirstBlock, own.Count).Fill(table.FirstBlock + merged.Count);
                next = row.EndBlock;
            }

            row.DropChildren();
        }

        Copy(blocks.Count);
        MarkFigure();
        return (merged, before);

        void Copy(int end)
        {
            before[next - table.FirstBlock] = table.FirstBlock + merged.Count;
            for (; next < end; next++)
            {
                merged.Add(blocks[next]);
                before[next + 1 - table.FirstBlock] = table.FirstBlock + merged.Count;
            }
        }
    }

    private bool IsData(List<PageBlock> blocks)
    {
        int full = 0, filled = 0, characters = 0, links = 0;
        foreach (var (_, cells) in _rows)
        {
            int before = filled;
            foreach (var (first, end) in cells)
            {
                int length = 0;
                for (int i = first; i < end; i++)
                {
                    length += blocks[i].Text.Length;
                    links += blocks[i].LinkChars;
                    if (blocks[i].IsHeading || length > LongestCell)
                    {
                        return false;
                    }
                }

                characters += length;
                filled += end > first ? 1 : 0;
            }

            full += filled - before >= 2 ? 1 : 0;
        }

        return full >= FewestRows && full * 2 >= _rows.Count && characters <= UsualCell * filled && links * 2 <= characters;
    }

    private static string Line(List<PageBlock> blocks, (int First, int End)[] cells) =>
        Row.Line(cells.Select(c => string.Join(' ', blocks.GetRange(c.First, c.End - c.First).Select(b => b.Text))));

    /// <summary>A figure around a table of data is text, unlike one around a picture.</summary>
    private void MarkFigure()
    {
        int reach = FigureReach;
        for (var node = table.Parent; node is not null && reach-- > 0; node = node.Parent)
        {
            node.Hint |= node.Name == "figure" ? Hint.Table : Hint.None;
        }
    }
}
