namespace TradeDigest.Articles.Recognition;

/// <summary>Tells the language of a text: by its script, and among languages of one script by their most frequent words and
/// their own letters (<c>languages.json</c>).</summary>
internal sealed class LanguageRecognizer
{
    /// <summary>The code for a language that cannot be told.</summary>
    public const string Unknown = "und";

    private const int MostWords = 2000;

    private readonly Dictionary<string, (int Language, double Weight)[]> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Language, double Weight)[]>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly string[] _codes;
    private readonly Script[] _scripts;
    private readonly string[] _letters;

    /// <summary>A recogniser of the languages that the assembly's data list.</summary>
    public LanguageRecognizer()
    {
        var profiles = ArticleWords.Load("Recognition/languages.json", ArticleWords.Default.LanguageProfileArray);
        _codes = [.. profiles.Select(p => p.Code)];
        _scripts = [.. profiles.Select(p => Enum.Parse<Script>(p.Script))];
        _letters = [.. profiles.Select(p => p.Letters)];
        var owners = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < profiles.Length; i++)
        {
            foreach (string word in profiles[i].Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                (owners.TryGetValue(word, out var list) ? list : owners[word] = []).Add(i);
            }
        }

        // A word that several languages share tells less of each.
        foreach (var (word, languages) in owners)
        {
            _words[word] = [.. languages.Select(l => (l, 1.0 / languages.Count))];
        }

        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>An ISO 639-1 code, or <c>und</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="declared">The language that the document declares, which decides only where the text is too short to tell.</param>
    public string Recognize(string text, string? declared = null)
    {
        var scores = new double[_codes.Length];
        var scripts = new int[Enum.GetValues<Script>().Length];
        int words = Count(text, scores, scripts);
        var script = (Script)Array.IndexOf(scripts, scripts.Max());

        // Japanese mixes Chinese characters with its own, which no Chinese text has.
        script = script == Script.Han && scripts[(int)Script.Kana] * 20 > scripts[(int)Script.Han] ? Script.Kana : script;
        int letters = scripts.Sum();
        int best = -1;
        double second = 0;
        for (int i = 0; i < _codes.Length; i++)
        {
            if (_scripts[i] != script)
            {
                continue;
            }

            if (best < 0 || scores[i] > scores[best])
            {
                second = best < 0 ? 0 : Math.Max(second, scores[best]);
                best = i;
            }
            else
            {
                second = Math.Max(second, scores[i]);
            }
        }

        if (letters == 0 || best < 0)
        {
            return Unknown;
        }

        bool alone = _scripts.Count(s => s == script) == 1;
        if (alone && letters >= 10)
        {
            return _codes[best];
        }

        bool clear = words >= 5 && scores[best] >= 2 && scores[best] >= 0.12 * words && scores[best] > second * 1.08;
        return clear ? _codes[best] : Declared(declared, script) ?? Unknown;
    }

    private string? Declared(string? declared, Script script)
    {
        string? code = declared is { Length: >= 2 } ? declared[..2].ToLowerInvariant() : null;
        int at = code is null || (declared!.Length > 2 && char.IsLetter(declared[2])) ? -1 : Array.IndexOf(_codes, code);
        return at >= 0 && _scripts[at] == script ? code : null;
    }

    private int Count(string text, double[] scores, int[] scripts)
    {
        int words = 0;
        Span<char> lower = stackalloc char[24];
        int at = 0;
        while (at < text.Length && words < MostWords)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                scripts[(int)ScriptOf(text[at])]++;
                at++;
            }

            words++;
            if (at - start <= lower.Length)
            {
                int length = text.AsSpan(start, at - start).ToLowerInvariant(lower);
                Score(lower[..length], scores);
            }
        }

        return words;
    }

    private void Score(ReadOnlySpan<char> word, double[] scores)
    {
        if (_lookup.TryGetValue(word, out var owners))
        {
            foreach (var (language, weight) in owners)
            {
                scores[language] += weight;
            }
        }

        if (word.ContainsAnyExceptInRange('a', 'z'))
        {
            for (int i = 0; i < _letters.Length; i++)
            {
                scores[i] += _letters[i].Length > 0 && word.ContainsAny(_letters[i]) ? 0.3 : 0;
            }
        }
    }

    private static Script ScriptOf(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u06FF' => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0980' and <= '\u09FF' => Script.Bengali,
        >= '\u0B80' and <= '\u0BFF' => Script.Tamil,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u3040' and <= '\u30FF' => Script.Kana,
        >= '\uAC00' and <= '\uD7AF' => Script.Hangul,
        >= '\u3400' and <= '\u9FFF' => Script.Han,
        _ => Script.Other,
    };

    private enum Script
    {
        Other,
        Latin,
        Greek,
        Cyrillic,
        Hebrew,
        Arabic,
        Devanagari,
        Bengali,
        Tamil,
        Thai,
        Kana,
        Hangul,
        Han,
    }
}

/// <summary>A language of <c>languages.json</c>: its code, its script, letters that its neighbours lack, and its most frequent words.</summary>
internal sealed record LanguageProfile(string Code, string Script, string Letters, string Words);
