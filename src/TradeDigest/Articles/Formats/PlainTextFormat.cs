using TradeDigest.Articles.Cleaning;

namespace TradeDigest.Articles.Formats;

/// <summary>Plain text: finds its paragraphs, whether blank lines, single line breaks or indents part them, and joins lines that were wrapped.</summary>
internal static class PlainTextFormat
{
    /// <summary>Lines longer than this were not wrapped by hand or by a mailer (which wrap at 60 to 80 characters).</summary>
    private const int LongestWrapped = 100;

    /// <summary>The draft of a plain text.</summary>
    public static Draft Read(string text) => new() { Blocks = Blocks(text), TitleMayLead = true };

    /// <summary>The paragraphs of a plain text.</summary>
    public static List<Block> Blocks(string text)
    {
        var blocks = new List<Block>();
        var group = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                Flush(group, blocks);
            }
            else
            {
                group.Add(line.ToString());
            }
        }

        Flush(group, blocks);
        return blocks;
    }

    private static void Flush(List<string> lines, List<Block> blocks)
    {
        bool wrapped = IsWrapped(lines);
        bool indents = wrapped && lines.Exists(l => !char.IsWhiteSpace(l[0]));
        var rows = Rows(lines);
        var paragraph = new List<string>();
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i];
            if (rows[i].Length > 0)
            {
                Add(paragraph, blocks);
                blocks.Add(new Block(BlockKind.Row, rows[i]));
                continue;
            }

            bool starts = !wrapped || ListItem(line) is not null || (indents && char.IsWhiteSpace(line[0]));
            if (starts)
            {
                Add(paragraph, blocks);
            }

            paragraph.Add(line);
        }

        Add(paragraph, blocks);
        lines.Clear();
    }

    /// <summary>For each line the row of a table that it is, or an empty text: two rows or more stand together.</summary>
    private static string[] Rows(List<string> lines)
    {
        var rows = lines.ConvertAll(l => ListItem(l) is null ? ArticleText.Fold(Row.Line(Row.Cells(l))) : "");
        return [.. rows.Select((row, i) => (i > 0 && rows[i - 1].Length > 0) || (i + 1 < rows.Count && rows[i + 1].Length > 0) ? row : "")];
    }

    private static void Add(List<string> lines, List<Block> blocks)
    {
        if (lines.Count > 0)
        {
            string? item = ListItem(lines[0]);
            string first = item ?? lines[0];
            string text = ArticleText.Fold(lines.Count == 1 ? first : first + "\n" + string.Join('\n', lines.Skip(1)));
            if (text.Length > 0)
            {
                blocks.Add(new Block(item is null ? BlockKind.Paragraph : BlockKind.ListItem, text));
            }

            lines.Clear();
        }
    }

    /// <summary>Lines of a paragraph that was broken to a width: none is long, and all but the last are nearly as long as the longest,
    /// so that the next line's first word would not have fitted.</summary>
    private static bool IsWrapped(List<string> lines)
    {
        int width = 0;
        foreach (string line in lines)
        {
            width = Math.Max(width, line.TrimEnd().Length);
        }

        if (lines.Count < 2 || width is > LongestWrapped or < 30)
        {
            return false;
        }

        // Two lines without a full stop are a headline and a second one.
        bool open = lines[^1].TrimEnd() is [.., not ('.' or '!' or '?' or '"' or '”' or '\'' or '’' or ')' or ':')];
        if (lines.Count == 2 && open)
        {
            return false;
        }

        // A line that an indented one follows ends its paragraph, however short it is.
        bool indents = lines.Exists(l => !char.IsWhiteSpace(l[0]));
        int broken = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            string next = lines[i + 1].TrimStart();
            int word = next.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : next.Length;
            bool ends = indents && char.IsWhiteSpace(lines[i + 1][0]);
            bool early = !ends && lines[i].TrimEnd().Length + 1 + word < width - 8;
            broken += early ? 1 : 0;
        }

        return broken * 3 <= lines.Count;
    }

    private static string? ListItem(string line)
    {
        var trimmed = line.AsSpan().TrimStart();
        return trimmed.Length > 2 && trimmed[0] is '•' or '*' or '-' or '·' or '▪' or '–' && trimmed[1] is ' ' or '\t' ? trimmed[2..].ToString() : null;
    }
}
