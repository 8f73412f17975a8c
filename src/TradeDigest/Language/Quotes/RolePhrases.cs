namespace TradeDigest.Language;

/// <summary>Takes apart noun phrases that name a role: <c>a senior Ministry of Trade (MOT) official</c>.</summary>
internal sealed class RolePhrases(NameScan scan, SpeakerNames names)
{
    private const int LongestPhrase = 8;
    private const int LongestBracket = 4;
    private const int FarthestTitle = 6;
    private readonly NameScan _scan = scan;
    private readonly SpeakerNames _names = names;

    /// <summary>Whether this noun may stand for someone unnamed.</summary>
    public bool IsHead(int at) => _scan.Has(at, NameWord.Spokesperson | NameWord.RoleHead) && !_scan.Has(at, NameWord.Function) && !_scan.IsPossessive(at + 1)
        && (!_scan.Has(at, NameWord.Saying) || _scan.Is(at - 1, "a") || _scan.Is(at - 1, "the") || _names.At(at - 1) is not null);

    /// <summary>Whether the role is the title of a person named right behind it.</summary>
    public bool IsTitleOfNext(int at, int end)
    {
        for (int i = at + 1; i < end && i <= at + FarthestTitle; i++)
        {
            if (_names.At(i) is { Kind: NameKind.Person } person && person.TitledSpan.Start <= _scan.Tokens[at].Start)
            {
                return true;
            }
        }

        return _names.At(at) is not null;
    }

    /// <summary>The first token of the noun phrase that ends in this head.</summary>
    public int First(int head)
    {
        int first = head;
        while (first > 0 && head - first < LongestPhrase && _scan.Joined(first))
        {
            if (BracketBefore(first) is > 0 and var open)
            {
                first = open;
            }
            else if (_names.At(first - 1) is { Kind: not NameKind.Person } name)
            {
                first = name.FirstToken;
            }
            else if (_scan.Has(first - 1, NameWord.RoleModifier | NameWord.Portfolio | NameWord.RoleHead) || _scan.IsPossessive(first - 1) || _scan.IsMark(first - 1, '-')
                || (_scan.IsWord(first - 1) && !_scan.Has(first - 1, NameWord.Function | NameWord.FiniteVerb | NameWord.Saying)))
            {
                first--;
            }
            else
            {
                break;
            }
        }

        return first;
    }

    /// <summary>The last of several heads in a row: <c>minister spokesman</c>.</summary>
    public int LastHead(int at)
    {
        while (_scan.Joined(at + 1) && _scan.Has(at + 1, NameWord.Spokesperson | NameWord.RoleHead) && !_scan.Has(at + 1, NameWord.StrongSaying))
        {
            at++;
        }

        return at;
    }

    /// <summary>The party or organisation within the phrase.</summary>
    public NameMention? Owner(int first, int head)
    {
        for (int i = first; i < head; i++)
        {
            if (_names.At(i) is { Kind: not NameKind.Person } owner)
            {
                return owner;
            }
        }

        return null;
    }

    /// <summary>Behind the owner: the first token of the role itself.</summary>
    public int FirstOfRole(int first, int head)
    {
        int at = first;
        for (int i = first; i < head; i++)
        {
            if (_names.At(i) is not null || _scan.IsPossessive(i) || _scan.IsMark(i, ')'))
            {
                at = i + 1;
            }
        }

        return at;
    }

    private int BracketBefore(int first)
    {
        for (int i = first - 2; _scan.IsMark(first - 1, ')') && i >= 0 && i > first - 2 - LongestBracket; i--)
        {
            if (_scan.IsMark(i, '('))
            {
                return i;
            }
        }

        return 0;
    }
}
