namespace TradeDigest.Language;

/// <summary>Reads people known by a role alone: <c>a ministry spokesman</c>, <c>the Indian minister</c>, <c>an aide to Senator X</c>.</summary>
internal sealed class UnnamedSpeakers(NameScan scan, SpeakerNames names, RolePhrases phrases)
{
    private const int FarthestVerb = 8;
    private const int FarthestIntroduction = 200;
    private readonly NameScan _scan = scan;
    private readonly SpeakerNames _names = names;
    private readonly RolePhrases _phrases = phrases;

    /// <summary>The person who has the role in this article, or the organisation for which an unnamed one speaks.</summary>
    public SpeechSource Read(int head)
    {
        int first = _phrases.First(head);
        string role = _scan.Words(_phrases.FirstOfRole(first, head), head + 1);
        bool definite = _scan.Is(first - 1, "the") || _scan.Is(first - 1, "his") || _scan.Is(first - 1, "its") || _phrases.Owner(first, head) is not null;
        if (definite && !_scan.Is(first - 1, "a") && !_scan.Is(first - 1, "an") && PersonWithRole(first, head) is { } person)
        {
            return new SpeechSource(person.Id, _names.TitleOf(person), first, head + 1, person);
        }

        if (_phrases.Owner(first, head) is { } owner)
        {
            return Speaks(owner, head)
                ? new SpeechSource(_names.Spoken(owner), role, owner.FirstToken, head + 1, owner)
                : new SpeechSource(null, role, owner.FirstToken, head + 1, null);
        }

        return OwnerBehind(first, head, role) ?? (_scan.Is(first - 1, "the") && first == head ? Introduced(head) : null) ?? (AgencyMeant(first, head) is { } agency
            ? new SpeechSource(_names.Spoken(agency), role, first, head + 1, agency)
            : new SpeechSource(null, role, first, head + 1, null));
    }

    /// <summary>The one whom <c>the official</c> takes up: <c>a senior official at the Bank of X</c> earlier on.</summary>
    private SpeechSource? Introduced(int head)
    {
        for (int i = head - 1; i >= 0 && head - i < FarthestIntroduction; i--)
        {
            if (_scan.Is(i, _scan.Word(head)) && _phrases.IsHead(i) && !_scan.Is(_phrases.First(i) - 1, "the") && Read(i) is { Speaker: not null } found)
            {
                return found with { First = head, End = head + 1 };
            }
        }

        return null;
    }

    /// <summary>The unnamed person who spoke last between two places, for a pronoun: <c>A trader said … “…,” he added</c>.</summary>
    public SpeechSource? LastBetween(int from, int to)
    {
        for (int i = to - 1; i > from; i--)
        {
            if (_phrases.IsHead(i) && _names.At(i) is null && _names.DescribedAt(i) is null && !_phrases.IsTitleOfNext(i, to) && Speaks(i, to) && !_names.IsGoverned(_phrases.First(i)))
            {
                return Read(i);
            }
        }

        return null;
    }

    /// <summary>Whether one person is the subject of a verb of saying before a place: <c>said a trader</c>, <c>a trader in Chicago said</c>.</summary>
    private bool Speaks(int head, int before)
    {
        if (_scan.Word(head).EndsWith("s", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int first = _phrases.First(head);
        if (_scan.Has(first - 1, NameWord.StrongSaying) || (_scan.Has(first - 1, NameWord.Determiner) && _scan.Has(first - 2, NameWord.StrongSaying)))
        {
            return true;
        }

        int limit = Math.Min(before, head + FarthestVerb);
        for (int i = head + 1; i < limit && _scan.SameSentence(i, head) && _scan.Tokens[i].Kind != TokenKind.Quote; i++)
        {
            if (_scan.Has(i, NameWord.StrongSaying))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A city is where a trader sits, and a country is not what an analyst speaks for.</summary>
    private bool Speaks(NameMention owner, int head) =>
        owner.Kind != NameKind.Place && !(owner.Kind == NameKind.Party && owner.Form != PartyForm.Agency && _scan.Has(head, NameWord.PrivateRole));

    /// <summary>Those behind <c>of</c>, <c>at</c>, <c>for</c>: an organisation speaks through the role, a person's aide is no one else.</summary>
    private SpeechSource? OwnerBehind(int first, int head, string role)
    {
        int link = head + 1;
        int word = _scan.Is(link + 1, "the") ? link + 2 : link + 1;
        for (int i = word; _scan.Has(link, NameWord.Link) && !_scan.Is(link, "in") && i < Math.Min(word + 3, _scan.Tokens.Count); i++)
        {
            if (_names.At(i) is not { } owner || owner.FirstToken != i)
            {
                continue;
            }

            if (owner.Kind == NameKind.Person)
            {
                return new SpeechSource(null, _scan.Words(_phrases.FirstOfRole(first, head), owner.EndToken), first, owner.EndToken, null);
            }

            if (!_scan.Is(link, "to") && Speaks(owner, head))
            {
                return new SpeechSource(_names.Spoken(owner), role, first, owner.EndToken, owner);
            }
        }

        return null;
    }

    /// <summary>The ministry that <c>a ministry spokesman</c> speaks for: the last one named.</summary>
    private NameMention? AgencyMeant(int first, int head)
    {
        for (int i = first; i < head; i++)
        {
            for (int n = _names.All.Count - 1; n >= 0 && _scan.Has(i, NameWord.StrongAgency | NameWord.AgencyHead | NameWord.Portfolio | NameWord.OrganizationHead); n--)
            {
                var name = _names.All[n];
                if (name.FirstToken < first && (name.Form == PartyForm.Agency || name.Kind == NameKind.Organization)
                    && _scan.Text.AsSpan(name.Span.Start, name.Span.End - name.Span.Start).Contains(_scan.Word(i), StringComparison.OrdinalIgnoreCase))
                {
                    return name;
                }
            }
        }

        return null;
    }

    /// <summary>The person of this article who has the role, with all that narrows it and of the same party: the last one named before, else the first behind.</summary>
    private NameMention? PersonWithRole(int first, int head)
    {
        string? party = _phrases.Owner(first, head)?.Party;
        NameMention? behind = null;
        for (int n = _names.All.Count - 1; n >= 0; n--)
        {
            var name = _names.All[n];
            if (name is not { Kind: NameKind.Person, Role: not null } || !HasRole(name.Role, _phrases.FirstOfRole(first, head), head) || (party is not null && name.Party is not null && name.Party != party))
            {
                continue;
            }

            if (name.FirstToken < head)
            {
                return name;
            }

            behind = name;
        }

        return behind;
    }

    private bool HasRole(string role, int first, int head)
    {
        if (!role.AsSpan().Trim().EndsWith(_scan.Word(head), StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (int i = first; i < head; i++)
        {
            if (_scan.Has(i, NameWord.Portfolio) && !role.AsSpan().Contains(_scan.Word(i), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
