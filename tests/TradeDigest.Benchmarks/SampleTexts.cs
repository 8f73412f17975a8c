using System.Text;

namespace TradeDigest.Benchmarks;

/// <summary>Texts to measure with.</summary>
internal static class SampleTexts
{
    private const int WordsOfAnArticle = 500;

    /// <summary>An article of about 500 words, from the samples of this repository.</summary>
    public static string Article() => Words(WordsOfAnArticle);

    /// <summary>Ordinary text of at least the given length, in characters: the samples over and over, as paragraphs.</summary>
    public static string Long(int length)
    {
        string all = string.Join("\n\n", Samples());
        var text = new StringBuilder(length + all.Length);
        while (text.Length < length)
        {
            text.Append(all).Append("\n\n");
        }

        return text.ToString(0, length);
    }

    /// <summary>Inputs that tempt a reader into work out of proportion, each of about the given length.</summary>
    public static IEnumerable<(string Name, string Text)> Hostile(int length) =>
        from sample in (IEnumerable<(string Name, string Piece)>)
        [
            ("one letter", "a"), ("one capital", "A"), ("digits", "7"), ("full stops", "."), ("commas between digits", "11,"), ("straight quotes", "\""), ("curly quotes", "“"),
            ("apostrophes", "’"), ("brackets", "("), ("closed brackets", "()"), ("line breaks", "\n"), ("spaces", " "), ("dotted letters", "a.a."), ("dotted capitals", "A.A."),
            ("initials", "A. "), ("capitalised words", "Abc "), ("capitals and commas", "Abc, "), ("quoted words", "“abc” "), ("open quotes", "“abc "), ("numbers", "12 "),
            ("numbers and ands", "12 and "), ("number words", "two "), ("hyphens", "-"), ("hyphenated", "a-"), ("percentages", "5% "), ("dates", "May 12, "), ("says", "said "),
            ("speakers", "“abc,” said Abc Def. "), ("parties", "China, Japan and "), ("tariffs", "tariffs of 5% on China and "), ("lone surrogates", "\uD800"), ("combining marks", "a\u0301"),
            ("possessives", "a's"), ("lines of words", "abc\n"), ("bullets", "- a\n"), ("slashes", "1/"), ("half sentences", "Abc said. "),
        ]
        select (sample.Name, new StringBuilder().Insert(0, sample.Piece, Math.Max(1, length / sample.Piece.Length)).ToString());

    /// <summary>Files that tempt a reader of articles into work out of proportion: the head once, the unit over and over, the tail once.</summary>
    public static IEnumerable<(string Name, string Head, string Unit, string Tail)> HostilePages
    {
        get
        {
            const string Sentence = "The ministry raised the duty on rice by 5 percent on Monday, and traders had expected it. ";
            return
            [
                ("paragraphs", "<html><body>", $"<p>{Sentence}</p>", ""), ("nested div", "<html><body>", "<div>", Sentence), ("div in div with text", "<html><body>", "<div>The duty rose on Monday.", Sentence),
                ("bold paragraphs", "<html><body>", "<b><p>", Sentence), ("nested tables", "<html><body>", "<table><tr><td>", Sentence), ("tables with text", "<html><body>", "<table><tr><td>Rice<td>5%<tr><td>Wheat<td>", Sentence),
                ("rows", "<html><body><table>", "<tr><td>Rice<td>5%</tr>", "</table>" + Sentence), ("tables", "<html><body>", "<table><tr><td>Rice<td>5%<tr><td>Wheat<td>7%</table>", Sentence),
                ("figures", "<html><body>", "<figure><aside>", Sentence), ("links", "<html><body>", "<a href=x>rice</a> ", Sentence), ("nested links", "<html><body>", "<a href=x><span class=y>", Sentence), ("list items", "<html><body><ul>", "<li><a href=x>Section of the page</a>", Sentence),
                ("attributes", "<html><body><p ", "abc=b ", ">" + Sentence), ("classes", "<html><body>", "<i class=\"a b c\">x</i>", Sentence), ("entities", "<html><body><p>", "&lt;&amp;", Sentence), ("open comments", "<html><body>", "<!--", Sentence),
                ("open scripts", "<html><body>", "<script>a</script", Sentence), ("state", "<html><body><script type=application/json>[", "{\"t\":\"" + Sentence + "\"},", "0]</script><p>" + Sentence), ("nested state", "<html><body><script type=application/json>", "{\"t\":[", "</script><p>" + Sentence),
                ("links of Markdown", "# T\n\n", "[a](", Sentence), ("bold of Markdown", "# T\n\n", "**a *b", Sentence), ("pipes of Markdown", "# T\n\n|a|b|\n|-|-|\n", "|a|b|\n", Sentence), ("brackets of Markdown", "# T\n\n", "[a ", Sentence),
                ("rows of text", "", "rice\t5%\n", Sentence), ("short lines", "", "rice and wheat\n", Sentence), ("JSON", "[", "{\"text\":\"" + Sentence + "\"},", "{}]"), ("mail", "From: a@b.org\nSubject: s\n\n", "> " + Sentence + "\n", Sentence),
            ];
        }
    }

    private static IEnumerable<string> Samples() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static string Words(int count)
    {
        string all = string.Join("\n\n", Samples());
        int at = 0;
        for (int words = 0; at < all.Length; at++)
        {
            if (char.IsWhiteSpace(all[at]) && at > 0 && !char.IsWhiteSpace(all[at - 1]) && ++words == count)
            {
                break;
            }
        }

        return all[..at];
    }
}
