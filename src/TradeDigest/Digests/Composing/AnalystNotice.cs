namespace TradeDigest.Digests;

/// <summary>Tells where a model that is set up did not read the articles.</summary>
internal static class AnalystNotice
{
    /// <summary>The notice with a sentence on the articles that the rules read alone; <paramref name="notice"/> itself where there are none.</summary>
    public static string? Add(string? notice, IReadOnlyCollection<DigestArticle> articles)
    {
        int budget = articles.Count(a => a.Document.Analyst.Fallback == "budget");
        int other = articles.Count(a => a.Document.Analyst.Fallback is not (null or "budget"));
        string[] said =
        [
            .. notice is null ? Array.Empty<string>() : [notice],
            .. budget == 0 ? Array.Empty<string>() : [$"{Wording.Count(budget, "article")} read by rules alone: the model's budget of the day was spent."],
            .. other == 0 ? Array.Empty<string>() : [$"{Wording.Count(other, "article")} read by rules alone: the model gave no answer."],
        ];
        return said.Length == 0 ? null : string.Join(' ', said);
    }
}
