using System.Collections.Frozen;
using System.Text.Json;

namespace TradeDigest.Stories;

/// <summary>How common words are in English news, so that a few articles are enough to tell a rare word from a common one.</summary>
internal sealed class BackgroundWords
{
    /// <summary>Share of articles that have a word which the list does not know.</summary>
    private const double Unlisted = 0.004;

    private readonly FrozenDictionary<string, double> _shares;
    private readonly FrozenSet<string> _stopWords;

    private BackgroundWords(FrozenDictionary<string, double> shares, FrozenSet<string> stopWords) => (_shares, _stopWords) = (shares, stopWords);

    /// <summary>Reads the list of the assembly.</summary>
    public static BackgroundWords Load()
    {
        using var stream = typeof(BackgroundWords).Assembly.GetManifestResourceStream("English/news-words.json")
            ?? throw new InvalidOperationException("The assembly lacks English/news-words.json.");
        using var document = JsonDocument.Parse(stream);
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var band in document.RootElement.GetProperty("bands").EnumerateArray())
        {
            double share = band.GetProperty("share").GetDouble();
            foreach (string word in Words(band.GetProperty("words")))
            {
                string stem = WordStem.Of(word);
                shares[stem] = Math.Max(shares.GetValueOrDefault(stem), share);
            }
        }

        return new BackgroundWords(
            shares.ToFrozenDictionary(StringComparer.Ordinal),
            Words(document.RootElement.GetProperty("stopWords")).Select(WordStem.Of).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Whether a term tells nothing about what a text is about.</summary>
    public bool IsStopWord(string term) => _stopWords.Contains(term);

    /// <summary>Share of articles that have a term, above 0.</summary>
    public double ShareOf(string term) => _shares.TryGetValue(term, out double share) ? share : Unlisted;

    private static string[] Words(JsonElement text) => text.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
