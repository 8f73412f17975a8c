using System.Globalization;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>Articles made up for tests, each with words of its own, so that none is a copy of another.</summary>
public static class Texts
{
    private static readonly string[] Countries = ["Brazil", "Vietnam", "Kenya", "Norway", "Peru", "Turkey", "Canada", "Morocco", "Chile", "Thailand"];
    private static readonly string[] Goods = ["soybeans", "copper", "footwear", "steel", "coffee", "timber", "sugar", "tyres", "cotton", "salmon", "cement"];
    private static readonly string[] Verbs = ["rose", "fell", "climbed", "slipped", "jumped", "dropped", "recovered"];
    private static readonly string[] Causes =
    [
        "after a poor harvest", "as freight costs eased", "despite a weaker currency", "because buyers rebuilt their stocks", "while a port strike went on",
        "as new quotas took hold", "after two mills reopened", "when inspections at the border slowed", "as rivals cut prices",
    ];

    /// <summary>Article number <paramref name="number"/>; the same for the same number.</summary>
    public static string Article(int number)
    {
        var random = new Random(number);
        var paragraphs = Enumerable.Range(0, 4).Select(p => string.Create(
            CultureInfo.InvariantCulture,
            $"{Pick(Countries)}'s exports of {Pick(Goods)} {Pick(Verbs)} {random.Next(2, 60)}.{random.Next(1, 9)}% in the month {Pick(Causes)}, "
            + $"report {number} of the customs office showed. Shipments to {Pick(Countries)} {Pick(Verbs)} by {random.Next(3, 900)} tonnes {Pick(Causes)}, and those of "
            + $"{Pick(Goods)} and {Pick(Goods)} {Pick(Verbs)} {Pick(Causes)}."));
        return string.Join("\n\n", paragraphs);

        string Pick(string[] words) => words[random.Next(words.Length)];
    }
}
