using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Encodings;

namespace TradeDigest.Articles.Formats;

/// <summary>Recognises a file's format by its content and reads it.</summary>
internal sealed class FormatReader(Boilerplate boilerplate)
{
    private readonly HtmlFormat _html = new(boilerplate);
    private readonly MarkdownFormat _markdown = new();

    /// <summary>The articles of a file; the list may be empty.</summary>
    public IReadOnlyList<Draft> Read(ReadOnlyMemory<byte> content, string? contentType)
    {
        BinaryFiles.Refuse(content.Span);
        string text = TextDecoder.Decode(content.Span);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnreadableArticleException(UnreadableReasons.Empty, "The file is empty. Drop it again with the article's text.");
        }

        var (data, body) = FrontMatter.Split(text);
        var draft = HtmlFormat.Fits(body) ? _html.Read(body)
            : MarkdownFormat.Fits(body) ? _markdown.Read(body)
            : PlainTextFormat.Read(body);
        return [data.Over(draft)];
    }
}
