using System.Collections;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using TradeDigest.Articles.Html.Parsing;

namespace TradeDigest.Articles.Html;

/// <summary>The node as AngleSharp's parser builds it: with no more than the parsing rules of the HTML standard ask for.</summary>
internal partial class PageNode : IConstructableElement, IConstructableNodeList, IConstructableNamedNodeMap
{
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";

    private readonly NodeFlags _flags = flags;
    private (string Name, string Value)[] _attributes = [];

    IConstructableNode? IConstructableNode.Parent
    {
        get => Parent;
        set => Parent = (PageNode?)value;
    }

    ISourceReference? IConstructableElement.SourceReference { get => null; set => _ = value; }

    StringOrMemory IConstructableNode.NodeName => new(Name);

    StringOrMemory IConstructableElement.LocalName => new(Name);

    StringOrMemory IConstructableElement.NamespaceUri => new(HtmlNamespace);

    StringOrMemory IConstructableElement.Prefix => StringOrMemory.Empty;

    NodeFlags IConstructableNode.Flags => _flags;

    IConstructableNodeList IConstructableNode.ChildNodes => WithLeadAsNode();

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    int IConstructableNodeList.Length => Children.Count;

    int IConstructableNamedNodeMap.Length => _attributes.Length;

    IConstructableNode IConstructableNodeList.this[int index] => Children[index];

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] => Attribute(name.ToString()) is { } value ? new PageAttribute(name, new(value)) : null;

    void IConstructableNodeList.Clear()
    {
        foreach (var child in Children)
        {
            child.Parent = null;
        }

        Children = None;
    }

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator() => Children.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Children.GetEnumerator();

    void IConstructableNode.AddNode(IConstructableNode node) => Insert(int.MaxValue, (PageNode)node);

    void IConstructableNode.InsertNode(int idx, IConstructableNode childNode) => WithLeadAsNode().Insert(idx, (PageNode)childNode);

    void IConstructableNode.AppendText(StringOrMemory text, bool emitWhiteSpaceOnly)
    {
        if (Children.Count == 0 && Lead.IsEmpty)
        {
            Lead = text.Memory;
        }
        else
        {
            Insert(int.MaxValue, new PageText(text.Memory));
        }
    }

    void IConstructableNode.InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly) => WithLeadAsNode().Insert(idx, new PageText(text.Memory));

    void IConstructableNode.RemoveFromParent() => Leave();

    void IConstructableNode.RemoveChild(IConstructableNode childNode) => ((PageNode)childNode).Leave();

    void IConstructableNode.RemoveNode(int idx, IConstructableNode childNode)
    {
        Children.RemoveAt(idx);
        ((PageNode)childNode).Parent = null;
    }

    void IConstructableElement.SetAttributes(StructAttributes tagAttributes)
    {
        var kept = new (string, string)[tagAttributes.Count];
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = (HtmlNames.Attribute(tagAttributes[i].Name.Memory.Span), tagAttributes[i].Value.ToString());
        }

        _attributes = kept;
    }

    void IConstructableElement.SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => Set(name, value);

    void IConstructableElement.SetOwnAttribute(StringOrMemory name, StringOrMemory value) => Set(name, value);

    StringOrMemory IConstructableElement.GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) =>
        Attribute(localName.ToString()) is { } value ? new(value) : StringOrMemory.Empty;

    bool IConstructableElement.HasAttribute(StringOrMemory name) => Attribute(name.ToString()) is not null;

    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes) =>
        attributes is PageNode other && other._attributes.AsSpan().SequenceEqual(_attributes);

    void IConstructableElement.SetupElement()
    {
    }

    void IConstructableElement.AddComment(ref StructHtmlToken token)
    {
    }

    IConstructableNode IConstructableElement.ShallowCopy() => new PageNode(Name, _flags) { _attributes = _attributes };

    private void Set(StringOrMemory name, StringOrMemory value)
    {
        string key = HtmlNames.Attribute(name.Memory.Span);
        if (Attribute(key) is null)
        {
            _attributes = [.. _attributes, (key, value.ToString())];
        }
    }

    /// <summary>The node with its first text as a child, for the rules of the parser that count or move children.</summary>
    private PageNode WithLeadAsNode()
    {
        if (!Lead.IsEmpty)
        {
            var text = new PageText(Lead);
            Lead = default;
            Insert(0, text);
        }

        return this;
    }

    private void Insert(int at, PageNode child)
    {
        child.Leave();
        child.Parent = this;
        Children = ReferenceEquals(Children, None) ? new List<PageNode>(1) : Children;
        Children.Insert(Math.Min(at, Children.Count), child);
    }

    private void Leave()
    {
        // What the parser moves was added lately.
        int at = Parent is null ? -1 : Parent.Children.LastIndexOf(this);
        if (at >= 0)
        {
            Parent!.Children.RemoveAt(at);
        }

        Parent = null;
    }
}
