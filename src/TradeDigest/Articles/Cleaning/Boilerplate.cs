using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TradeDigest.Articles.Cleaning;

/// <summary>Lines that stand in articles without being part of them, as <c>boilerplate.json</c> lists them. A pattern there
/// describes a whole line, in any case.</summary>
internal sealed class Boilerplate
{
    /// <summary>A line longer than this is read as text, whatever it begins with.</summary>
    private const int LongestLine = 320;

    private readonly Regex[] _drop;
    private readonly Regex[] _cut;
    private readonly Regex[] _credits;
    private readonly Regex[] _bylines;
    private readonly Dictionary<string, string> _wires = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _notAuthors;

    private Boilerplate(Data data)
    {
        _drop = [.. data.Drop.Select(WholeLine)];
        _cut = [.. data.CutBefore.Select(WholeLine)];
        _credits = [.. data.Credits.Select(WholeLine)];
        _bylines = [.. data.Bylines.Select(WholeLine)];
        _notAuthors = new HashSet<string>(data.NotAuthors, StringComparer.Ordinal);
        foreach (var (name, forms) in data.Wires)
        {
            foreach (string form in forms)
            {
                _wires.TryAdd(form, name);
            }
        }
    }

    /// <summary>The list that the assembly carries.</summary>
    public static Boilerplate Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Articles/Cleaning/boilerplate.json")
            ?? throw new InvalidOperationException("The assembly lacks Articles/Cleaning/boilerplate.json.");
        return new Boilerplate(JsonSerializer.Deserialize<Data>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("Articles/Cleaning/boilerplate.json is empty."));
    }

    /// <summary>Whether a line is no part of an article.</summary>
    public bool IsNoise(string line) => line.Length <= LongestLine && Array.Exists(_drop, p => p.IsMatch(line));

    /// <summary>Whether a line begins what stands behind an article.</summary>
    public bool EndsArticle(string line) => line.Length <= LongestLine && Array.Exists(_cut, p => p.IsMatch(line));

    /// <summary>The wire service that a line credits, where the line does nothing else; null for any other line.</summary>
    public string? CreditIn(string line)
    {
        if (line.Length > LongestLine)
        {
            return null;
        }

        foreach (var credit in _credits)
        {
            if (credit.Match(line) is { Success: true } match && Wire(match.Groups["wire"].Value) is { } wire)
            {
                return wire;
            }
        }

        return null;
    }

    /// <summary>Who wrote the article, where a line says only that.</summary>
    public string? BylineIn(string line)
    {
        if (line.Length > 200)
        {
            return null;
        }

        foreach (var byline in _bylines)
        {
            if (byline.Match(line) is { Success: true } match)
            {
                string name = match.Groups["name"].Value.Trim().TrimEnd(',');
                string first = name.Split(' ')[0];
                return _notAuthors.Contains(first) || !line.Contains(' ', StringComparison.Ordinal) ? null : name;
            }
        }

        return null;
    }

    /// <summary>The usual short name of the wire service that the words name, alone or with others (the first counts); null for none.</summary>
    public string? Wire(string words)
    {
        foreach (string part in words.Split([',', '/', '&', '+', ';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string piece in part.Split(" and ", StringSplitOptions.TrimEntries))
            {
                if (_wires.TryGetValue(piece.Trim('.', ' ', '(', ')'), out string? name))
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static Regex WholeLine(string pattern) =>
        new($"^({pattern})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private sealed record Data(Dictionary<string, string[]> Wires, string[] Credits, string[] Bylines, string[] Drop, string[] CutBefore, string[] NotAuthors);
}
