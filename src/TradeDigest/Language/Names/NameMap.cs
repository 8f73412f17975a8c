namespace TradeDigest.Language;

/// <summary>The names found so far, by token.</summary>
internal sealed class NameMap
{
    private readonly NameDraft?[] _at;

    public NameMap(int tokens, List<NameDraft> drafts)
    {
        Drafts = drafts;
        _at = new NameDraft?[tokens];
        foreach (var draft in drafts)
        {
            Array.Fill(_at, draft, draft.First, draft.End - draft.First);
        }
    }

    /// <summary>In order of the text.</summary>
    public List<NameDraft> Drafts { get; }

    /// <summary>The name that covers a token.</summary>
    public NameDraft? At(int token) => (uint)token < (uint)_at.Length ? _at[token] : null;
}
