using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace TradeDigest.Articles.Html.Parsing;

/// <summary>Makes the nodes of a page for the parser, with the categories by which the HTML standard (13.2.4.2, the stack of open elements) treats them.</summary>
internal sealed class PageNodeFactory : IDomConstructionElementFactory<PageDocument, PageNode>
{
    private static readonly FrozenDictionary<string, NodeFlags> Categories = Pairs().ToFrozenDictionary(p => p.Name, p => p.Flags, StringComparer.Ordinal);

    public PageNode Create(PageDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None)
    {
        string name = HtmlNames.Intern(localName.Memory.Span);
        return new PageNode(name, flags | FlagsOf(name));
    }

    public PageNode CreateUnknown(PageDocument document, StringOrMemory tagName) => Create(document, tagName);

    public PageNode CreateNoScript(PageDocument document, bool scripting) => Create(document, new("noscript"));

    public IConstructableNode CreateDocumentType(PageDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) =>
        new PageNode("#doctype", NodeFlags.None);

    public IConstructableMathElement CreateMath(PageDocument document, StringOrMemory name = default) => new MathNode();

    public IConstructableSvgElement CreateSvg(PageDocument document, StringOrMemory name = default) => new SvgNode();

    public IConstructableMetaElement CreateMeta(PageDocument document) => new MetaNode();

    public IConstructableScriptElement CreateScript(PageDocument document, bool parserInserted, bool started) => new ScriptNode();

    public IConstructableFrameElement CreateFrame(PageDocument document) => new FrameNode();

    public IConstructableTemplateElement CreateTemplate(PageDocument document) => new TemplateNode();

    public IConstructableFormElement CreateForm(PageDocument document) => new FormNode();

    public PageDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => new(source);

    private static NodeFlags FlagsOf(string name) => Categories.GetValueOrDefault(name, NodeFlags.HtmlMember);

    private static IEnumerable<(string Name, NodeFlags Flags)> Pairs() => new (string Names, NodeFlags Flags)[]
    {
        ("html", NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped),
        ("head title div article aside section main header footer nav h1 h2 h3 h4 h5 h6 hgroup dl colgroup form fieldset button address blockquote figure figcaption listing details summary menu center dir frameset plaintext iframe noembed noframes noscript object applet select script style textarea",
            NodeFlags.Special),
        ("body tr", NodeFlags.Special | NodeFlags.ImplicitlyClosed),
        ("meta link base col input hr br frame img bgsound wbr area embed param source track keygen", NodeFlags.Special | NodeFlags.SelfClosing),
        ("a font b i nobr u s em strong small big tt strike code", NodeFlags.HtmlFormatting),
        ("p li dt dd", NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd),
        ("ul ol", NodeFlags.Special | NodeFlags.HtmlListScoped),
        ("table", NodeFlags.Special | NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped),
        ("caption marquee", NodeFlags.Special | NodeFlags.Scoped),
        ("thead tbody tfoot", NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.HtmlTableSectionScoped),
        ("td th", NodeFlags.Special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped),
        ("template", NodeFlags.Special | NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped),
        ("option optgroup", NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd | NodeFlags.HtmlSelectScoped),
        ("pre", NodeFlags.Special | NodeFlags.LineTolerance),
        ("xmp", NodeFlags.Special | NodeFlags.LiteralText),
        ("rb rt rp rtc", NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd),
    }.SelectMany(k => k.Names.Split(' ').Select(n => (n, k.Flags | NodeFlags.HtmlMember)));

    private sealed class MetaNode() : PageNode("meta", FlagsOf("meta")), IConstructableMetaElement
    {
        public void Handle()
        {
        }
    }

    private sealed class FormNode() : PageNode("form", FlagsOf("form")), IConstructableFormElement;

    private sealed class FrameNode() : PageNode("frame", FlagsOf("frame")), IConstructableFrameElement;

    private sealed class TemplateNode() : PageNode("template", FlagsOf("template")), IConstructableTemplateElement
    {
        public void PopulateFragment()
        {
        }
    }

    /// <summary>A script, which is text here and never runs.</summary>
    private sealed class ScriptNode() : PageNode("script", FlagsOf("script")), IConstructableScriptElement
    {
        public bool Prepare(IConstructableDocument document) => false;

        public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
    }

    private sealed class MathNode() : PageNode("math", NodeFlags.MathMember), IConstructableMathElement;

    private sealed class SvgNode() : PageNode("svg", NodeFlags.SvgMember), IConstructableSvgElement;
}
