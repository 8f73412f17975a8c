namespace TradeDigest.Language;

/// <summary>A run of characters of a text: UTF-16 offsets, <paramref name="End"/> exclusive, so that <c>text[Start..End]</c> is the run.</summary>
/// <param name="Start">Offset of the first character, 0 or more.</param>
/// <param name="End">Offset behind the last character, <paramref name="Start"/> or more.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units in the span.</summary>
    public int Length => End - Start;

    /// <summary>Whether every character of <paramref name="other"/> lies in this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two spans share at least one character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The shortest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The characters of the span in <paramref name="text"/>.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}
