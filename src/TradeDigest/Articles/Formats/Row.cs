namespace TradeDigest.Articles.Formats;

/// <summary>The form in which a row of a table is kept: its cells in one line, parted by <c> | </c>. An empty cell keeps its place, unless it is the last.</summary>
internal static class Row
{
    private const string Bar = " | ";

    /// <summary>The line of a row; empty where all cells are.</summary>
    public static string Line(IEnumerable<string> cells)
    {
        string line = string.Join(" |", cells.Select(c => c.Length == 0 ? "" : " " + c)).TrimStart(' ').TrimEnd(' ', '|');
        return line.TrimStart(' ', '|').Length == 0 ? "" : line;
    }

    /// <summary>The cells of a line of plain text that tabs or bars part; none where it is no row.</summary>
    public static string[] Cells(string line)
    {
        string trimmed = line.Trim(' ').Trim('\t');
        string[] cells = trimmed.Contains('\t', StringComparison.Ordinal) ? trimmed.Split('\t', StringSplitOptions.TrimEntries)
            : trimmed.Contains(Bar, StringComparison.Ordinal) ? trimmed.TrimStart('|').TrimEnd('|').Split('|', StringSplitOptions.TrimEntries) : [];
        return cells.Length < 2 || cells[^1] is [.., '.' or '!' or '?' or '”' or '"'] || cells.Count(c => c.Length > 0) < 2 ? [] : cells;
    }
}
