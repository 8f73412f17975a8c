using System.Text;

namespace TradeDigest.Digests;

/// <summary>Writes lines of at most 80 columns.</summary>
internal sealed class TextWriter80
{
    private const int Columns = 80;
    private readonly StringBuilder _text = new();

    /// <summary>An empty line.</summary>
    public void Blank() => _text.Append('\n');

    /// <summary>A text from a column on, wrapped between words; further lines begin at <paramref name="hanging"/>.</summary>
    public void Wrap(string text, int indent, int? hanging = null)
    {
        int left = hanging ?? indent;
        int column = indent;
        _text.Append(' ', indent);
        bool first = true;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!first && column + 1 + word.Length > Columns)
            {
                _text.Append('\n').Append(' ', left);
                column = left;
                first = true;
            }

            if (!first)
            {
                _text.Append(' ');
                column++;
            }

            _text.Append(word);
            column += word.Length;
            first = false;
        }

        _text.Append('\n');
    }

    /// <summary>A key, and a text from a column on, wrapped between words; a key that reaches that far has a line to itself.</summary>
    public void Keyed(int indent, string key, int column, string text)
    {
        if (indent + key.Length + 2 > column)
        {
            Wrap(key, indent);
            key = "";
        }

        int start = _text.Length;
        Wrap(text, column);
        for (int i = 0; i < key.Length; i++)
        {
            _text[start + indent + i] = key[i];
        }
    }

    /// <summary>Pieces at fixed columns where they fit; otherwise each piece that does not goes on the next line, at the second column.</summary>
    public void Row(int indent, params ReadOnlySpan<(int Column, string Text)> pieces)
    {
        int column = indent;
        _text.Append(' ', indent);
        bool any = false;
        foreach (var (at, text) in pieces)
        {
            if (text.Length == 0)
            {
                continue;
            }

            int gap = any ? Math.Max(at - column, 2) : 0;
            if (any && column + gap + text.Length > Columns)
            {
                _text.Append('\n');
                column = 0;
                gap = indent + 4;
            }

            if (column + gap + text.Length > Columns)
            {
                var inner = new TextWriter80();
                inner.Wrap(text, column + gap, indent + 4);
                string wrapped = inner.ToString().TrimEnd('\n');
                _text.Append(wrapped.AsSpan(column));
                column = wrapped.Length - wrapped.LastIndexOf('\n') - 1;
            }
            else
            {
                _text.Append(' ', gap).Append(text);
                column += gap + text.Length;
            }

            any = true;
        }

        _text.Append('\n');
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
