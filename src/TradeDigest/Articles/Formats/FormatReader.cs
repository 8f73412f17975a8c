using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Encodings;

namespace TradeDigest.Articles.Formats;

/// <summary>Recognises a file's format by its content and reads it.</summary>
internal sealed class FormatReader
{
    private readonly HtmlFormat _html;
    private readonly JsonFormat _json;
    private readonly MailFormat _mail;
    private readonly MarkdownFormat _markdown = new();

    public FormatReader(Boilerplate boilerplate, ArticleReaderOptions options)
    {
        _html = new HtmlFormat(boilerplate);
        _json = new JsonFormat(_html, options.MaxArticles);
        _mail = new MailFormat(_html, options.MaxArticles);
    }

    /// <summary>The articles of a file; the list may be empty.</summary>
    /// <param name="content">The file.</param>
    /// <param name="faults">Takes what of it could not be read, a sentence each.</param>
    public IReadOnlyList<Draft> Read(ReadOnlyMemory<byte> content, List<string> faults)
    {
        if (DocxFormat.Fits(content.Span))
        {
            return [DocxFormat.Read(content)];
        }

        BinaryFiles.Refuse(content.Span);
        if (MailFormat.Fits(content.Span))
        {
            return _mail.Read(content.Span);
        }

        string text = TextDecoder.Decode(content.Span);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnreadableArticleException(UnreadableReasons.Empty, "The file is empty. Drop it again with the article's text.");
        }

        if (JsonFormat.Fits(text))
        {
            return _json.Read(text, faults);
        }

        var (data, body) = FrontMatter.Split(text);
        return [data.Over(HtmlFormat.Fits(body) ? _html.Read(body) : MarkdownFormat.Fits(body) ? _markdown.Read(body) : PlainTextFormat.Read(body))];
    }
}
