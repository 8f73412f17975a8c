using System.Text;
using AngleSharp.Dom;

namespace TradeDigest.Articles.Html;

/// <summary>An element of a page, with what the search for the article needs to know of it.</summary>
/// <remarks>The parser builds the tree of these nodes itself: a second tree beside its own would be the largest thing about a page.</remarks>
internal partial class PageNode(string name, NodeFlags flags)
{
    private static readonly List<PageNode> None = [];

    /// <summary>The element's name, or the one that its role gives it.</summary>
    public string Name { get; set; } = name;

    public PageNode? Parent { get; private set; }

    public Hint Hint { get; set; }

    /// <summary>The class, by which siblings are known to be of one kind.</summary>
    public string Class { get; set; } = "";

    /// <summary>The elements in it, and while the page is parsed its texts; most nodes have none and share one empty list.</summary>
    public List<PageNode> Children { get; private set; } = None;

    /// <summary>The text before its first child, while the page is parsed. Most elements hold one text and nothing else, which needs no node of its own.</summary>
    public ReadOnlyMemory<char> Lead { get; private set; }

    /// <summary>The blocks under it: from this number in the page's list …</summary>
    public int FirstBlock { get; set; }

    /// <summary>… to this, exclusive.</summary>
    public int EndBlock { get; set; }

    /// <summary>Characters of prose under it.</summary>
    public int Prose { get; set; }

    /// <summary>The credit that its paragraphs give it as the container of an article.</summary>
    public double Score { get; set; }

    public bool Is(Hint hint) => (Hint & hint) != 0;

    /// <summary>The value of an attribute that the page's thinning kept; null where it has none.</summary>
    public string? Attribute(string name)
    {
        foreach (var (key, value) in _attributes)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>All text under it.</summary>
    public string TextContent()
    {
        var text = new StringBuilder();
        Gather(this, text);
        return text.ToString();
    }

    /// <summary>Lets go what only the parser and the reading of its blocks needed: attributes, texts, and elements in whose stead a block stands.</summary>
    public void Settle()
    {
        _attributes = [];
        Lead = default;
        if (Children.Count > 0)
        {
            Children.RemoveAll(c => c.Children.Count == 0 && c.FirstBlock == c.EndBlock);
            Children = Children.Count == 0 ? None : Children;
        }
    }

    /// <summary>Lets go what lies under it, in whose stead one block stands.</summary>
    public void DropChildren() => Children = None;

    private static void Gather(PageNode node, StringBuilder text)
    {
        text.Append(node.Lead.Span);
        foreach (var child in node.Children)
        {
            if (child is PageText words)
            {
                text.Append(words.Text.Span);
            }
            else
            {
                Gather(child, text);
            }
        }
    }
}

/// <summary>A run of text within an element.</summary>
internal sealed class PageText(ReadOnlyMemory<char> text) : PageNode("#text", NodeFlags.None)
{
    /// <summary>Its characters; they belong to the parser and live as long as it.</summary>
    public ReadOnlyMemory<char> Text { get; } = text;
}
