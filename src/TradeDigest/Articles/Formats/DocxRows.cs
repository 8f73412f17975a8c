using System.Xml;

namespace TradeDigest.Articles.Formats;

/// <summary>Makes rows of the paragraphs that a Word document holds in the cells of its tables.</summary>
/// <param name="blocks">The document's blocks so far; a row's are the last when it ends.</param>
internal sealed class DocxRows(List<Block> blocks)
{
    /// <summary>The longest cell of data, in characters: text that was put in columns stays paragraphs.</summary>
    private const int LongestCell = 300;

    /// <summary>For each open row, where its cells begin; null for one that holds a table.</summary>
    private readonly Stack<List<int>?> _rows = new();

    /// <summary>Takes a beginning or end of a row or a cell; other elements are nothing to it.</summary>
    public void Take(XmlReader xml)
    {
        bool begins = xml.NodeType == XmlNodeType.Element;
        switch (xml.LocalName)
        {
            case "tr" when begins && !xml.IsEmptyElement:
                if (_rows.TryPop(out _))
                {
                    _rows.Push(null);
                }

                _rows.Push([]);
                break;
            case "tc" when begins && _rows.TryPeek(out var cells):
                cells?.Add(blocks.Count);
                break;
            case "tr" when !begins && _rows.TryPop(out var cells):
                End(cells);
                break;
        }
    }

    private void End(List<int>? cells)
    {
        if (cells is null or { Count: < 2 } || !blocks.Skip(cells[0]).All(b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem && b.Text.Length <= LongestCell))
        {
            return;
        }

        string[] texts = [.. cells.Select((first, i) => string.Join(' ', blocks.GetRange(first, (i + 1 < cells.Count ? cells[i + 1] : blocks.Count) - first).Select(b => b.Text)))];
        if (texts.Count(t => t.Length > 0) >= 2 && Array.TrueForAll(texts, t => t.Length <= LongestCell))
        {
            blocks.RemoveRange(cells[0], blocks.Count - cells[0]);
            blocks.Add(new Block(BlockKind.Row, Row.Line(texts)));
        }
    }
}
