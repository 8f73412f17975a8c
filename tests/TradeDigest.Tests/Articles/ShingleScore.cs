using System.Text.RegularExpressions;

namespace TradeDigest.Tests.Articles;

/// <summary>How well an extracted text agrees with the expected one: precision, recall and F1 over runs of four words, counted with repetitions.</summary>
internal sealed record ShingleScore(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static ShingleScore Of(string expected, string actual)
    {
        var (e, a) = (Shingles(expected), Shingles(actual));
        double shared = e.Sum(s => Math.Min(s.Value, a.GetValueOrDefault(s.Key)));
        return new ShingleScore(a.Count == 0 ? 0 : shared / a.Values.Sum(), e.Count == 0 ? 0 : shared / e.Values.Sum());
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        string[] words = [.. Regex.Matches(text, @"\w+", RegexOptions.NonBacktracking).Select(m => m.Value)];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i + 4 <= words.Length; i++)
        {
            string shingle = string.Join(' ', words[i..(i + 4)]);
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }

        return counts;
    }
}
