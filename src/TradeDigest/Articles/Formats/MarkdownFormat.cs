using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using TradeDigest.Articles.Cleaning;

namespace TradeDigest.Articles.Formats;

/// <summary>Markdown: its first heading is the title, links give their words, pictures and code give nothing.</summary>
internal sealed partial class MarkdownFormat
{
    /// <summary>The length, in characters, from which on a text is parsed in pieces.</summary>
    private const int Piece = 64 * 1024;

    // Text that people drop is often indented without being code.
    private readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>Whether a text is written in Markdown, not merely plain.</summary>
    public static bool Fits(string text) => Marks().IsMatch(text);

    /// <summary>The draft of a Markdown text.</summary>
    public Draft Read(string text)
    {
        var blocks = new List<Block>();
        string? title = null;
        foreach (var piece in Pieces(UnendedLinks().Replace(Indents().Replace(text, ""), "] (")))
        {
            if (Parse(piece) is not { } document)
            {
                return PlainTextFormat.Read(text);
            }

            foreach (var block in document)
            {
                if (title is null && block is HeadingBlock { Level: 1 } heading && blocks.TrueForAll(b => b.Kind != BlockKind.Paragraph || b.Text.Length < 80))
                {
                    title = Words(heading.Inline);
                    continue;
                }

                Collect(block, BlockKind.Paragraph, blocks);
            }
        }

        return new Draft { Title = title, Blocks = blocks, TitleMayLead = title is null };
    }

    /// <summary>A long text in pieces, whose parsed forms, many times as large, need not live together. A piece ends before a paragraph that
    /// begins at the margin, outside of fenced code; where there is none, at a line's end.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        int start = 0;
        bool fenced = false;
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            var line = text.AsSpan(at, end - at);
            fenced ^= line.TrimStart(' ').StartsWith("```");
            bool parts = !fenced && line.IsWhiteSpace() && end < text.Length && char.IsLetter(text[end]);
            if ((end - start >= Piece && parts) || end - start >= 4 * Piece)
            {
                yield return text[start..end];
                start = end;
            }

            at = end;
        }

        yield return text[start..];
    }

    /// <summary>The parsed text; null where it nests too deeply to be Markdown that somebody wrote.</summary>
    private MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, _pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static void Collect(Markdig.Syntax.Block block, BlockKind kind, List<Block> blocks)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Add(Words(heading.Inline), BlockKind.Heading, blocks);
                break;
            case ParagraphBlock paragraph:
                Add(Words(paragraph.Inline), kind, blocks);
                break;
            case Table table:
                blocks.AddRange(table.OfType<TableRow>().Select(Line).Where(l => l.Length > 0).Select(l => new Block(BlockKind.Row, l)));
                break;
            case CodeBlock or HtmlBlock or LinkReferenceDefinitionGroup:
                break;
            case ListItemBlock item:
                for (int i = 0; i < item.Count; i++)
                {
                    Collect(item[i], i == 0 ? BlockKind.ListItem : kind, blocks);
                }

                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Collect(child, kind, blocks);
                }

                break;
        }
    }

    private static string Line(TableRow row) => Row.Line(row.OfType<TableCell>().Select(c => string.Join(' ', c.OfType<ParagraphBlock>().Select(p => Words(p.Inline)))));

    private static void Add(string words, BlockKind kind, List<Block> blocks)
    {
        if (words.Length > 0)
        {
            blocks.Add(new Block(kind, words));
        }
    }

    private static string Words(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        if (inlines is not null)
        {
            Write(inlines, words);
        }

        return ArticleText.Fold(words.ToString());
    }

    private static void Write(ContainerInline inlines, StringBuilder words)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case LinkInline { IsImage: true }:
                    break;
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    words.Append(' ');
                    break;
                case AutolinkInline link:
                    words.Append(link.Url);
                    break;
                case ContainerInline container:
                    Write(container, words);
                    break;
            }
        }
    }

    /// <summary>What plain text seldom has: a heading, a link with words, bold words, a quoted block, an underlined title.</summary>
    [GeneratedRegex(@"(^#{1,6} \S)|(\[[^\[\]\n]{1,200}\]\(<?(https?:|/|#|mailto:)[^)\n]*\))|(\*\*[^*\n ][^*\n]{0,300}\*\*)|(^>[ ]?\S)|(^[^\n]{3,200}\n(={4,}|-{4,})[ ]*\r?$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Marks();

    /// <summary>The address of a link that holds the next link's: each would be sought to the paragraph's end.</summary>
    [GeneratedRegex(@"\]\((?=[^\s()\[\]]{0,300}!?\[[^\[\]]{0,300}\]\()", RegexOptions.None, 10_000)]
    private static partial Regex UnendedLinks();

    [GeneratedRegex(@"^[ \t]{4,}(?![-*+•0-9])", RegexOptions.Multiline, 10_000)]
    private static partial Regex Indents();
}
