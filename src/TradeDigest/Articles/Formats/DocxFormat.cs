using System.IO.Compression;
using System.Text;
using System.Xml;
using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Encodings;

namespace TradeDigest.Articles.Formats;

/// <summary>Word documents (Office Open XML): the paragraphs of the main part, title, author and date from the core properties.</summary>
/// <remarks>The archive is read as a stream, within limits, without DTDs or external entities.</remarks>
internal static class DocxFormat
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const int MostEntries = 5000;

    /// <summary>Text that a document may unfold into, in times its size (Word's own texts stay under 4).</summary>
    private const int MostGrowth = 8;

    /// <summary>Markup that a part may unfold into, in characters.</summary>
    private const long MostMarkup = 200_000_000;

    /// <summary>Whether a file is a ZIP archive.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    /// <summary>The draft of a document.</summary>
    /// <exception cref="UnreadableArticleException">The archive is no Word document, is damaged, or unfolds beyond all measure.</exception>
    public static Draft Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries || archive.GetEntry("word/document.xml") is not { } document)
            {
                throw BinaryFiles.Refusal("an archive that is no Word document");
            }

            var blocks = Blocks(document, limit: 4096 + (MostGrowth * content.Length));
            var draft = new Draft { Blocks = blocks, TitleMayLead = true };
            return archive.GetEntry("docProps/core.xml") is { } core ? WithProperties(draft, core) : draft;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or IOException or ArgumentException or OverflowException)
        {
            throw new UnreadableArticleException(UnreadableReasons.Damaged,
                "The file is a damaged Word document, or one that unfolds to many times its size. Open and save it in Word, or drop its text alone.");
        }
    }

    private static XmlReader Reader(Stream stream) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostMarkup,
    });

    private static List<Block> Blocks(ZipArchiveEntry document, int limit)
    {
        using var stream = document.Open();
        using var xml = Reader(stream);
        var blocks = new List<Block>();
        var text = new StringBuilder();
        var kind = BlockKind.Paragraph;
        var rows = new DocxRows(blocks);
        int length = 0;
        bool more = xml.Read();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI == Compatibility && xml.LocalName == "Fallback")
            {
                xml.Skip();
                more = !xml.EOF;
                continue;
            }

            if (xml.NamespaceURI == Word)
            {
                kind = Take(xml, text, kind, blocks);
                rows.Take(xml);
            }

            length += xml.NodeType == XmlNodeType.Element && xml.LocalName == "p" ? 64 : 0;
            if (length + text.Length > limit)
            {
                throw new InvalidDataException("The document unfolds beyond the limit.");
            }

            int before = blocks.Count;
            more = xml.Read();
            length += before < blocks.Count ? blocks[^1].Text.Length : 0;
        }

        return blocks;
    }

    private static BlockKind Take(XmlReader xml, StringBuilder text, BlockKind kind, List<Block> blocks)
    {
        bool begins = xml.NodeType == XmlNodeType.Element;
        switch (xml.LocalName)
        {
            case "p" when !begins || xml.IsEmptyElement:
                string line = ArticleText.Fold(text.ToString());
                text.Clear();
                if (line.Length > 0)
                {
                    blocks.Add(new Block(kind, line));
                }

                return BlockKind.Paragraph;
            case "pStyle" when begins:
                string style = xml.GetAttribute("val", Word) ?? "";
                return style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || style is "Title" or "Subtitle" ? BlockKind.Heading
                    : style.StartsWith("List", StringComparison.OrdinalIgnoreCase) ? BlockKind.ListItem : kind;
            case "numPr" when begins && kind == BlockKind.Paragraph:
                return BlockKind.ListItem;
            case "t" when begins && !xml.IsEmptyElement:
                xml.Read();
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                {
                    text.Append(xml.Value);
                }

                return kind;
            case "tab" or "br" or "cr" when begins:
                text.Append(' ');
                return kind;
            case "noBreakHyphen" when begins:
                text.Append('-');
                return kind;
            default:
                return kind;
        }
    }

    private static Draft WithProperties(Draft draft, ZipArchiveEntry core)
    {
        const int LongestProperty = 2000;
        using var stream = core.Open();
        using var xml = Reader(stream);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string name = "";
        while (xml.Read())
        {
            name = xml.NodeType == XmlNodeType.Element ? xml.LocalName : name;
            if (xml.NodeType == XmlNodeType.Text && xml.Value.Length <= LongestProperty)
            {
                values.TryAdd(name, xml.Value);
            }
        }

        return draft with
        {
            Title = values.GetValueOrDefault("title") is { } title && !string.IsNullOrWhiteSpace(title) ? title : null,
            Byline = values.GetValueOrDefault("creator"),
            Published = values.GetValueOrDefault("created"),
            Language = values.GetValueOrDefault("language"),
            TitleMayLead = string.IsNullOrWhiteSpace(values.GetValueOrDefault("title")),
        };
    }
}
