using System.Text;

namespace TradeDigest.Analysis.Rendering;

/// <summary>Writes Markdown (CommonMark) in which given text is text, whatever marks it holds.</summary>
internal sealed class MarkdownWriter
{
    private const string Marks = "\\`*_[]<>&#|~$!";
    private const string MarksAtBegin = "-+=:";

    private readonly StringBuilder _text = new();
    private bool _inList;

    /// <summary>A heading of a level from 1.</summary>
    public void Heading(int level, string text) => Block($"{new string('#', level)} {Plain(text)}");

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text) => Block(Plain(text));

    /// <summary>An address as a link; one that a link cannot hold stands as text.</summary>
    public void Address(string url) => Block(url.AsSpan().ContainsAny("<> \\\n") ? Plain(url) : $"<{url}>");

    /// <summary>An item of a list, with what belongs to it on lines of its own.</summary>
    public void Item(string text, params ReadOnlySpan<string> more)
    {
        if (!_inList)
        {
            Separate();
        }

        _inList = true;
        _text.Append("- ").Append(Plain(text)).Append('\n');
        foreach (string line in more)
        {
            _text.Append("  - ").Append(Plain(line)).Append('\n');
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Block(string text)
    {
        Separate();
        _inList = false;
        _text.Append(text).Append('\n');
    }

    private void Separate()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        for (int i = 0; i < text.Length; i++)
        {
            bool endsNumber = text[i] is '.' or ')' && i > 0 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0;
            if (Marks.Contains(text[i], StringComparison.Ordinal) || (i == 0 && MarksAtBegin.Contains(text[i], StringComparison.Ordinal)) || endsNumber)
            {
                plain.Append('\\');
            }

            plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
