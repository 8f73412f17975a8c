namespace TradeDigest.Digests;

/// <summary>How a digest's components show it: as a mail, where each element brings its own style and sources link to their outlets; or in a page with a style sheet,
/// where they lead to the article and, in it, to the words.</summary>
public sealed record DigestView
{
    /// <summary>How much is shown in full.</summary>
    public MailFold Fold { get; init; } = MailFold.None;

    /// <summary>Whether elements bring their own style. A page's security policy forbids it.</summary>
    public bool IsInline { get; init; } = true;

    /// <summary>The address of a source, or of the words in it that a statement rests on; null where it has none.</summary>
    public Func<DigestSource, DigestSpan?, string?> Source { get; init; } = (source, _) => source.Url;

    /// <summary>The address of a story by its id; null where it has no page.</summary>
    public Func<string, string?> Story { get; init; } = _ => null;

    /// <summary>An inline style, where there are any.</summary>
    internal string? Style(string style, string? more = null) => !IsInline ? null : more is null ? style : style + ";" + more;
}

/// <summary>Where words stand in an article.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Start">UTF-16 offset into its text; -1 where they are its title.</param>
/// <param name="End">Offset behind the last character.</param>
public sealed record DigestSpan(string ArticleId, int Start, int End)
{
    /// <summary>Whether a fact rests on the words, so that the article's page marks them by itself.</summary>
    public bool IsEvidence { get; init; } = true;

    /// <summary>The places of evidence.</summary>
    internal static IReadOnlyList<DigestSpan> Of(IEnumerable<DigestEvidence> evidence) => [.. evidence.Select(e => new DigestSpan(e.ArticleId, e.Start, e.End))];

    /// <summary>The place of one piece of evidence.</summary>
    internal static IReadOnlyList<DigestSpan> Of(DigestEvidence evidence) => [new(evidence.ArticleId, evidence.Start, evidence.End)];

    /// <summary>The place of a sentence.</summary>
    internal static IReadOnlyList<DigestSpan> Of(DigestSentence sentence) => [new(sentence.ArticleId, sentence.Start, sentence.End) { IsEvidence = false }];
}
