using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TradeDigest.Digests;

namespace TradeDigest.Analysis.Rendering;

/// <summary>Renders the document of an article: as a page, as Markdown, as plain text. The article's words are text in all of them, never markup.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public static class DocumentRenderer
{
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    /// <summary>The document as an HTML page.</summary>
    public static async Task<string> HtmlAsync(ArticleDocument document)
    {
        await using var renderer = new HtmlRenderer(NoServices, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(DocumentPage.Document)] = document };
            var root = await renderer.RenderComponentAsync<DocumentPage>(ParameterView.FromDictionary(parameters)).ConfigureAwait(false);
            return "<!DOCTYPE html>\n" + root.ToHtmlString() + "\n";
        }).ConfigureAwait(false);
    }

    /// <summary>The document as Markdown (CommonMark).</summary>
    public static string Markdown(ArticleDocument document)
    {
        var lines = new DocumentLines(document);
        var text = new MarkdownWriter();
        text.Heading(1, lines.Headline);
        text.Paragraph(lines.Origin);
        if (lines.Title is { } title)
        {
            text.Paragraph($"Title: {title}");
        }

        if (lines.Url is { } url)
        {
            text.Address(url);
        }

        foreach (string sentence in lines.Sentences)
        {
            text.Item(sentence);
        }

        text.Heading(2, "Facts");
        foreach (var (kind, statement, evidence, place) in lines.Facts)
        {
            text.Item($"{statement} ({kind})", $"“{evidence}” ({place})");
        }

        text.Paragraph(lines.Analyst);
        return text.ToString();
    }

    /// <summary>The document as plain text of 80 columns.</summary>
    public static string Text(ArticleDocument document)
    {
        var lines = new DocumentLines(document);
        var text = new TextWriter80();
        text.Wrap(lines.Headline, 0);
        text.Wrap(lines.Origin, 0);
        if (lines.Title is { } title)
        {
            text.Wrap($"Title: {title}", 0);
        }

        if (lines.Url is { } url)
        {
            text.Wrap(url, 0);
        }

        text.Blank();
        foreach (string sentence in lines.Sentences)
        {
            text.Wrap(sentence, 2);
        }

        text.Blank();
        text.Wrap("FACTS", 0);
        foreach (var (kind, statement, evidence, place) in lines.Facts)
        {
            text.Wrap($"{statement} ({kind})", 2, 4);
            text.Wrap($"“{evidence}” ({place})", 4);
        }

        text.Blank();
        text.Wrap(lines.Analyst, 0);
        return text.ToString();
    }
}
