using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace TradeDigest.Articles.Html;

/// <summary>What the class, id and role of an element tell of its content.</summary>
[Flags]
internal enum Hint : ushort
{
    None = 0,

    /// <summary>The element is named as the body of an article.</summary>
    Body = 1,

    /// <summary>Its name speaks for content.</summary>
    Positive = 2,

    /// <summary>Its name speaks for what surrounds articles.</summary>
    Clutter = 4,

    /// <summary>Comments of readers.</summary>
    Comment = 8,

    /// <summary>A picture's caption or credit.</summary>
    Caption = 16,

    /// <summary>Not shown to readers.</summary>
    Hidden = 32,

    /// <summary>A figure that holds a table of data.</summary>
    Table = 64,

    /// <summary>A box that the article's own authors set beside it: facts, a glossary.</summary>
    Box = 128,

    /// <summary>The paragraph above an article that leads into it.</summary>
    Intro = 256,
}

/// <summary>Reads the names that pages give their elements, by the word lists of <c>page-hints.json</c>.</summary>
internal sealed class PageHints
{
    private const int MostRemembered = 4096;

    private readonly FrozenDictionary<string, Hint> _words;
    private readonly string[] _clutterStems;
    private readonly string[] _bodyPhrases;
    private readonly string[] _clutterPhrases;
    private readonly string[] _hiddenPhrases;
    private readonly ConcurrentDictionary<string, Hint> _remembered = new(StringComparer.Ordinal);

    /// <summary>The lists that the assembly carries.</summary>
    public PageHints()
    {
        var data = ArticleWords.Load("Html/page-hints.json", ArticleWords.Default.PageWords);
        var words = new Dictionary<string, Hint>(StringComparer.Ordinal);
        foreach (var (list, hint) in new[] { (data.Body, Hint.Body), (data.Positive, Hint.Positive), (data.Remove, Hint.Clutter), (data.Comment, Hint.Comment), (data.Caption, Hint.Caption), (data.Hidden, Hint.Hidden), (data.Box, Hint.Box), (data.Intro, Hint.Intro) })
        {
            foreach (string word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = words.GetValueOrDefault(word) | hint;
            }
        }

        _words = words.ToFrozenDictionary(StringComparer.Ordinal);
        _clutterStems = data.RemoveStems.Split(' ');
        _bodyPhrases = [.. data.BodyPhrases.Split('|').Select(p => $" {p} ")];
        _hiddenPhrases = [.. data.HiddenPhrases.Split('|').Select(p => $" {p} ")];
        _clutterPhrases = [.. data.RemovePhrases.Split('|').Select(p => $" {p} ")];
    }

    /// <summary>The hints of an element's names, as one string.</summary>
    public Hint Of(string names)
    {
        if (names.Length == 0)
        {
            return Hint.None;
        }

        if (_remembered.TryGetValue(names, out var hint))
        {
            return hint;
        }

        hint = Read(names);
        if (_remembered.Count < MostRemembered)
        {
            _remembered.TryAdd(names, hint);
        }

        return hint;
    }

    private Hint Read(string names)
    {
        var hint = Hint.None;
        string words = Words(names);
        foreach (var range in words.AsSpan().Split(' '))
        {
            if (_words.TryGetValue(words[range], out var of))
            {
                hint |= of;
            }
            else if (Array.Exists(_clutterStems, stem => words.AsSpan(range).StartsWith(stem)))
            {
                hint |= Hint.Clutter;
            }
        }

        hint |= Array.Exists(_bodyPhrases, p => words.Contains(p, StringComparison.Ordinal)) ? Hint.Body : Hint.None;
        hint |= Array.Exists(_hiddenPhrases, p => words.Contains(p, StringComparison.Ordinal)) ? Hint.Hidden : Hint.None;
        hint |= Array.Exists(_clutterPhrases, p => words.Contains(p, StringComparison.Ordinal)) ? Hint.Clutter : Hint.None;
        return hint;
    }

    /// <summary>Names cut into words in lower case, at what is no letter and at capitals, with a space around each.</summary>
    private static string Words(string names)
    {
        var words = new StringBuilder(names.Length + 8).Append(' ');
        char before = ' ';
        foreach (char c in names)
        {
            if (!char.IsAsciiLetter(c))
            {
                if (words[^1] != ' ')
                {
                    words.Append(' ');
                }
            }
            else
            {
                if (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(before))
                {
                    words.Append(' ');
                }

                words.Append(char.ToLowerInvariant(c));
            }

            before = c;
        }

        return words.Append(' ').ToString();
    }
}

/// <summary>The lists of <c>page-hints.json</c>: words that stand alone, stems and runs of words within names.</summary>
internal sealed record PageWords(string Body, string BodyPhrases, string Positive, string Remove, string RemoveStems, string RemovePhrases, string Hidden, string HiddenPhrases, string Comment, string Caption, string Box, string Intro);
