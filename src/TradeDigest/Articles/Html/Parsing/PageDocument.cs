using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace TradeDigest.Articles.Html.Parsing;

/// <summary>A parsed page. Its texts are the parser's until it is disposed.</summary>
internal sealed class PageDocument(TextSource source) : PageNode("#document", NodeFlags.None), IConstructableDocument, IDisposable
{
    /// <summary>The most elements that may be open at once; the thinning flattens what nests deeper than its own limit.</summary>
    private const int Deepest = 2048;

    private static readonly IConfiguration Parsing = Configuration.Default.With<IDomConstructionElementFactory<PageDocument, PageNode>>(_ => new PageNodeFactory());

    private static readonly HtmlParserOptions Options = new() { DisableElementPositionTracking = true, SkipComments = true, MaximumDepth = Deepest };

    /// <summary>The element <c>html</c>.</summary>
    public PageNode? Html => Children.Find(c => c.Name == "html");

    /// <summary>The element <c>body</c>.</summary>
    public PageNode? Body => Html?.Children.Find(c => c.Name is "body" or "frameset");

    TextSource IConstructableDocument.Source => source;

    IDisposable? IConstructableDocument.Builder { get; set; }

    QuirksMode IConstructableDocument.QuirksMode { get; set; }

    IConstructableElement? IConstructableDocument.Head => Html?.Children.Find(c => c.Name == "head");

    IConstructableElement IConstructableDocument.DocumentElement => Html!;

    bool IConstructableDocument.IsLoading => true;

    /// <summary>Parses a page by the rules of the HTML standard, as AngleSharp keeps them.</summary>
    public static PageDocument Parse(ReadOnlyMemory<char> html)
    {
        using var context = BrowsingContext.New(Parsing);
        return new HtmlParser(Options, context).ParseDocument<PageDocument, PageNode>(new TextSource(new ReadOnlyMemoryTextSource(html)));
    }

    /// <summary>Gives back the parser's memory, and with it the texts.</summary>
    public void Dispose()
    {
        ((IConstructableDocument)this).Builder?.Dispose();
        source.Dispose();
    }

    void IConstructableDocument.AddComment(ref StructHtmlToken token)
    {
    }

    void IConstructableDocument.ApplyManifest()
    {
    }

    void IConstructableDocument.Clear() => ((IConstructableNodeList)this).Clear();

    Task IConstructableDocument.FinishLoadingAsync() => Task.CompletedTask;

    void IConstructableDocument.PerformMicrotaskCheckpoint()
    {
    }

    void IConstructableDocument.ProvideStableState()
    {
    }

    void IConstructableDocument.TrackError(Exception exception)
    {
    }

    Task IConstructableDocument.WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;
}
