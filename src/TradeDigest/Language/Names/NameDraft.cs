namespace TradeDigest.Language;

/// <summary>A name while it is being read.</summary>
internal sealed class NameDraft
{
    public required int First { get; set; }

    public required int End { get; set; }

    public required NameKind Kind { get; set; }

    public required string Id { get; set; }

    public PartyForm Form { get; set; }

    public string? Party { get; set; }

    public string? Role { get; set; }

    public string? Organization { get; set; }

    /// <summary>The agency or government for which a person speaks, whose party may be told only by its surroundings.</summary>
    public NameDraft? OwnerAgency { get; set; }

    /// <summary>First token of the title before the name, or of the name.</summary>
    public int TitledFirst { get; set; }

    /// <summary>Token behind the title after the name, or behind the name.</summary>
    public int TitledEnd { get; set; }

    /// <summary>An institution that many parties have, whose party the words around it tell.</summary>
    public bool NeedsParty { get; set; }

    /// <summary>The sex that an honorific or given name tells; 0 where none does.</summary>
    public NameWord Sex { get; set; }

    /// <summary>A name that stands without any sign of what it names: kept only if another mention explains it.</summary>
    public bool IsLoose { get; set; }
}
