using System.Text.RegularExpressions;

namespace TradeDigest.Articles.Cleaning;

/// <summary>Lines that stand in articles without being part of them, as <c>boilerplate.json</c> lists them. A pattern there
/// describes a whole line, in any case.</summary>
internal sealed class Boilerplate
{
    /// <summary>A line longer than this is read as text, whatever it begins with.</summary>
    private const int LongestLine = 320;

    private static readonly Lazy<Boilerplate> Listed = new(() => new Boilerplate(ArticleWords.Load("Cleaning/boilerplate.json", ArticleWords.Default.BoilerplateWords)));

    private const int LongestCredit = 160;

    /// <summary>Marks that stand around a label: <c>- Advertisement -</c>.</summary>
    private const string Rules = "-–—*•|»›→ ";

    /// <summary>Far more than a line takes, so that on a busy machine a pause never makes a line something else.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly Regex _drop;
    private readonly Regex _cut;
    private readonly Regex _credits;
    private readonly Regex _offers;
    private readonly Dictionary<string, string> _wires = new(StringComparer.OrdinalIgnoreCase);

    private Boilerplate(BoilerplateWords data)
    {
        _drop = WholeLine(string.Join('|', data.Drop));
        _cut = WholeLine(string.Join('|', data.CutBefore));
        _credits = WholeLine(string.Join('|', data.Credits));
        _offers = WholeLine(string.Join('|', data.Offers));
        Bylines = new BylineReader(data.Bylines, data.NotAuthors);
        foreach (var (name, forms) in data.Wires)
        {
            foreach (string form in forms)
            {
                _wires.TryAdd(form, name);
            }
        }
    }

    /// <summary>Reads lines that name the author.</summary>
    public BylineReader Bylines { get; }

    /// <summary>The list that the assembly carries; it is read once.</summary>
    public static Boilerplate Load() => Listed.Value;

    /// <summary>Whether a line is no part of an article.</summary>
    public bool IsNoise(string line) => line.Length <= LongestLine && (Match(_drop, line) is not null
        || (line.AsSpan().Trim(Rules) is { Length: > 0 } bare && bare.Length < line.Length && Match(_drop, bare.ToString()) is not null));

    /// <summary>Whether a line offers a subscription.</summary>
    public bool IsOffer(string line) => line.Length <= LongestLine && Match(_offers, line) is not null;

    /// <summary>Whether a line begins what stands behind an article.</summary>
    public bool EndsArticle(string line) => line.Length <= LongestLine && Match(_cut, line) is not null;

    /// <summary>The wire service that a line credits, where the line does nothing else; null for any other line.</summary>
    public string? CreditIn(string line)
    {
        if (line.Length > LongestCredit || Match(_credits, line) is not { } match)
        {
            return null;
        }

        return Wire(match.Groups["wire"].Value);
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
        new($@"\A({pattern})\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Compiled, Timeout);

    /// <summary>A line on which a pattern takes too long is no line of its kind.</summary>
    private static Match? Match(Regex pattern, string line)
    {
        try
        {
            return pattern.Match(line) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}

/// <summary>The lists of <c>boilerplate.json</c>: patterns of whole lines, and the words of bylines.</summary>
internal sealed record BoilerplateWords(Dictionary<string, string[]> Wires, string[] Credits, string[] Bylines, string[] Drop, string[] CutBefore, string[] Offers, string[] NotAuthors);
