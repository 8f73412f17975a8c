using System.Text.RegularExpressions;
using TradeDigest.Articles.Cleaning;
using TradeDigest.Articles.Html;
using TradeDigest.Articles.Html.Parsing;

namespace TradeDigest.Articles.Formats;

/// <summary>Web pages as saved or fetched, and fragments of them. A page is text here: no script runs, nothing is fetched.</summary>
internal sealed partial class HtmlFormat(Boilerplate boilerplate)
{
    private readonly PageHints _hints = new();
    private readonly MainText _mainText = new(boilerplate);

    /// <summary>Whether a text is HTML.</summary>
    public static bool Fits(string text)
    {
        string head = text.Length > 20_000 ? text[..20_000] : text;
        var start = head.AsSpan().TrimStart("\uFEFF \t\r\n");
        return Beginning().IsMatch(start) || Elements().Count(head) >= 2;
    }

    /// <summary>The draft of a page.</summary>
    public Draft Read(string text)
    {
        var (data, tree) = Parse(text);
        var blocks = tree is null ? [] : _mainText.Of(tree, data);
        return new Draft
        {
            Title = data.Title,
            Publisher = data.Publisher,
            Url = data.Url,
            Byline = data.Byline,
            Published = data.Published,
            Language = data.Language,
            Blocks = blocks,
        };
    }

    /// <summary>What is needed of a page, so that the parser's text lives no longer.</summary>
    private (PageData Data, PageTree? Tree) Parse(string text)
    {
        var (thin, linkedData, scripts) = Thin(text);
        using var page = PageDocument.Parse(thin);
        return (PageData.Of(page, linkedData, scripts), page.Body is null ? null : PageTree.Of(page.Body, _hints));
    }

    private static (ReadOnlyMemory<char> Html, IReadOnlyList<string> LinkedData, IReadOnlyList<string> Data) Thin(string text)
    {
        var thinner = new HtmlThinner(text);
        return (thinner.Thin(), thinner.LinkedData, thinner.Data);
    }

    [GeneratedRegex(@"^(<!--.{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body|\?xml[^>]{0,200}>\s*<!doctype\s+html)[\s>]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"<(p|div|article|section|h[1-6]|br|ul|table|span|a|body|head|main)(\s[^<>]{0,500})?/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Elements();
}
