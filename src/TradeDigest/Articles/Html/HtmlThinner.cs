using System.Buffers;

namespace TradeDigest.Articles.Html;

/// <summary>Copies a page without what carries no article text (scripts, styles, comments, drawings, inline formatting, attributes that
/// nothing looks at), so that what parsing costs is bounded by the page's text and not by what a page can be made to unfold into.</summary>
/// <remarks>Elements nested deeper than 512 are flattened, as browsers do. Formatting elements are left out because parsers must reopen
/// them in every paragraph, which lets a small page grow without bound.</remarks>
internal sealed class HtmlThinner(string html)
{
    private const int Deepest = 512;

    /// <summary>The most elements that are kept: a page with more than one in 56 characters, beyond the first thousands, is all tags.</summary>
    private readonly int _mostElements = 4000 + (html.Length / 56);
    private readonly ArrayBufferWriter<char> _out = new(Math.Max(256, html.Length));
    private readonly Stack<bool> _spans = new();
    private readonly Dictionary<string, int> _flattened = new(StringComparer.Ordinal);
    private int _at;
    private int _depth;
    private int _linkDepth = -1;
    private int _elements;
    private bool _inParagraph;
    private string _last = "";

    /// <summary>The contents of <c>application/ld+json</c> scripts, in order.</summary>
    public List<string> LinkedData { get; } = [];

    /// <summary>The contents of other scripts that hold data and no program, in order.</summary>
    public List<string> Data { get; } = [];

    /// <summary>The thinned page.</summary>
    public ReadOnlyMemory<char> Thin()
    {
        while (_at < html.Length)
        {
            int tag = html.IndexOf('<', _at);
            int end = tag < 0 ? html.Length : tag;
            if (end > _at)
            {
                Text(html.AsSpan(_at, end - _at));
            }

            _at = end;
            if (tag >= 0)
            {
                Tag();
            }
        }

        return _out.WrittenMemory;
    }

    /// <summary>Copies text; indents of the markup, which are no text, become one space.</summary>
    private void Text(ReadOnlySpan<char> text)
    {
        if (!text.IsWhiteSpace())
        {
            _out.Write(text);
            _last = "";
        }
        else if (_out.WrittenCount > 0 && !char.IsWhiteSpace(_out.WrittenSpan[^1]))
        {
            _out.Write(text.Contains('\n') ? "\n" : " ");
        }
    }

    private void Tag()
    {
        char next = _at + 1 < html.Length ? html[_at + 1] : '\0';
        if (next is '!' or '?')
        {
            bool comment = string.CompareOrdinal(html, _at, "<!--", 0, 4) == 0;
            int end = html.IndexOf(comment ? "-->" : ">", _at + (comment ? 4 : 2), StringComparison.Ordinal);
            _at = end < 0 ? html.Length : end + (comment ? 3 : 1);
        }
        else if (char.IsAsciiLetter(next))
        {
            Start();
        }
        else if (next == '/' && _at + 2 < html.Length && char.IsAsciiLetter(html[_at + 2]))
        {
            End();
        }
        else
        {
            _out.Write("&lt;");
            _at++;
        }
    }

    private string Name(int from, out int end)
    {
        end = from;
        while (end < html.Length && !char.IsWhiteSpace(html[end]) && html[end] is not ('>' or '/'))
        {
            end++;
        }

        return end - from > 40 ? "x" : HtmlNames.Intern(html.AsSpan(from, end - from));
    }

    private void Start()
    {
        string name = Name(_at + 1, out int at);
        var attributes = new HtmlAttributes(html, at);
        _at = attributes.End;
        if (HtmlNames.Raw.Contains(name))
        {
            SkipRaw(name, attributes);
            return;
        }

        if (HtmlNames.Formatting.Contains(name))
        {
            return;
        }

        if (HtmlNames.Empty.Contains(name) || (name == "link" && !attributes.IsCanonical))
        {
            return;
        }

        if (name == "span")
        {
            bool keeps = attributes.Any && _depth < Deepest;
            _spans.Push(keeps);
            if (!keeps)
            {
                return;
            }
        }

        if (name == "a")
        {
            _linkDepth = _depth;
        }

        bool nests = name != "a" && !HtmlNames.Void.Contains(name) && !HtmlNames.SelfClosing.Contains(name);
        bool repeats = name == _last && name is "p" or "br" or "hr" && _elements > _mostElements / 4;
        if (_elements >= _mostElements || repeats || (nests && _depth >= Deepest))
        {
            if (nests && name != "span")
            {
                _flattened[name] = _flattened.GetValueOrDefault(name) + 1;
            }
            else if (name == "span")
            {
                _spans.Pop();
                _spans.Push(false);
            }

            _out.Write(" ");
            return;
        }

        _elements++;
        _inParagraph = name == "p" || (_inParagraph && !HtmlNames.Block.Contains(name));
        _depth += nests ? 1 : 0;
        _last = name;
        _out.Write("<");
        _out.Write(name);
        attributes.Write(_out, name);
        _out.Write(">");
    }

    private void End()
    {
        string name = Name(_at + 2, out int at);
        int close = html.IndexOf('>', at);
        _at = close < 0 ? html.Length : close + 1;
        if (HtmlNames.Formatting.Contains(name) || HtmlNames.Raw.Contains(name) || (name == "span" && (!_spans.TryPop(out bool kept) || !kept)))
        {
            return;
        }

        if (_flattened.TryGetValue(name, out int count) && count > 0)
        {
            _flattened[name] = count - 1;
            _out.Write(" ");
            return;
        }

        if (name is "p" or "br" && !_inParagraph)
        {
            // The end of a paragraph that never began, and that of a line break, make an element.
            if (_elements++ >= _mostElements)
            {
                _out.Write(" ");
                return;
            }
        }

        if (name == "a")
        {
            _linkDepth = -1;
        }
        else if (!HtmlNames.Void.Contains(name) && !HtmlNames.SelfClosing.Contains(name))
        {
            // A link that was never closed ends with the element in which it began, not with the page.
            if (_linkDepth >= _depth)
            {
                _out.Write("</a>");
                _linkDepth = -1;
            }

            _depth = Math.Max(0, _depth - 1);
        }

        _inParagraph &= !HtmlNames.Block.Contains(name);
        _last = "";
        _out.Write("</");
        _out.Write(name);
        _out.Write(">");
    }

    /// <summary>Leaves out an element whose content is not the page's text, to its end tag; an element that never ends is left out alone.</summary>
    private void SkipRaw(string name, HtmlAttributes attributes)
    {
        string closing = "</" + name;
        int end = attributes.SelfClosed && name == "svg" ? -1 : html.IndexOf(closing, _at, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            // Scripts and styles run to the end of the page, as in browsers.
            _at = name is "script" or "style" ? html.Length : _at;
            return;
        }

        if (name == "script" && attributes.IsLinkedData)
        {
            LinkedData.Add(html[_at..end]);
        }
        else if (name == "script" && attributes.IsData)
        {
            Data.Add(html[_at..end]);
        }

        int close = html.IndexOf('>', end);
        _at = close < 0 ? html.Length : close + 1;
        _out.Write(" ");
    }
}
