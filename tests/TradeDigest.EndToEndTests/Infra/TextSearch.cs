using System.Text.RegularExpressions;

namespace TradeDigest.EndToEndTests.Infra;

/// <summary>Finds parts of a text.</summary>
internal static class TextSearch
{
    /// <summary>What the group <c>it</c> of <paramref name="pattern"/> holds at each place where the pattern fits.</summary>
    public static IEnumerable<string> Find(this string text, string pattern) => text.Matches(pattern).Select(match => match.Groups["it"].Value);

    /// <summary>The places where <paramref name="pattern"/> fits.</summary>
    public static IEnumerable<Match> Matches(this string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
}
