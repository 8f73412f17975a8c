namespace TradeDigest.Language;

/// <summary>Finds whom <c>he</c>, <c>she</c>, <c>it</c> or <c>they</c> stands for as the subject of a verb of saying.</summary>
internal sealed class PronounReader(NameScan scan, IReadOnlyList<NameMention> names, UnnamedSpeakers unnamed)
{
    private const int ParagraphsBack = 3;
    private const int FarthestUnnamed = 80;
    private readonly NameScan _scan = scan;
    private readonly IReadOnlyList<NameMention> _names = names;
    private readonly UnnamedSpeakers _unnamed = unnamed;

    public bool IsPronoun(int at) => _scan.Is(at, "he") || _scan.Is(at, "she") || _scan.Is(at, "they") || _scan.Is(at, "it");

    /// <summary>The most fitting recent person, organisation or party; null where none fits.</summary>
    /// <param name="at">The pronoun.</param>
    /// <param name="last">Whom the last quotation was from.</param>
    public SpeechSource? Resolve(int at, SpeechSource? last)
    {
        bool person = _scan.Is(at, "he") || _scan.Is(at, "she");
        var sex = _scan.Is(at, "he") ? NameWord.Male : NameWord.Female;
        int paragraph = _scan.ParagraphOf(at);
        NameMention? best = null;
        for (int n = _names.Count - 1; n >= 0; n--)
        {
            var name = _names[n];
            if (name.FirstToken >= at || !Fits(name, person, sex))
            {
                continue;
            }

            if (paragraph - _scan.ParagraphOf(name.FirstToken) > ParagraphsBack)
            {
                break;
            }

            if (best is null)
            {
                best = name;
            }
            else if (!_scan.SameSentence(best.FirstToken, name.FirstToken))
            {
                break;
            }
            else if (!IsObject(name))
            {
                best = name;
            }
        }

        if (last?.Mention is { } speaker && Fits(speaker, person, sex) && (best is null || best.Id == speaker.Id || IsObject(best) || best.FirstToken < last.First))
        {
            best = speaker;
        }

        if (person && Unnamed(at, best?.FirstToken ?? -1, last) is { } someone)
        {
            return someone with { First = at, End = at + 1 };
        }

        return best is null ? null : new SpeechSource(best.Kind == NameKind.Party ? _scan.Words(best.FirstToken, best.EndToken) : best.Id, best.Role, at, at + 1, best);
    }

    /// <summary>The unnamed person who spoke last, where nobody is named behind him or her.</summary>
    private SpeechSource? Unnamed(int at, int named, SpeechSource? last)
    {
        if (last is { Role: not null } && last.Mention is not { Kind: NameKind.Person })
        {
            return named < last.First ? last : null;
        }

        int from = Math.Max(named, at - FarthestUnnamed);
        while (from < at && _scan.ParagraphOf(at) - _scan.ParagraphOf(from + 1) > 1)
        {
            from++;
        }

        return _unnamed.LastBetween(from, at);
    }

    private static bool Fits(NameMention name, bool person, NameWord sex) => person
        ? name.Kind == NameKind.Person && (name.Sex == NameWord.None || name.Sex == sex)
        : name.Kind is NameKind.Organization || name.Form is PartyForm.Agency or PartyForm.Government or PartyForm.Name or PartyForm.Capital;

    private bool IsObject(NameMention name)
    {
        int before = name.FirstToken - 1;
        while (before > 0 && _scan.Tokens[before].Start >= name.TitledSpan.Start)
        {
            before--;
        }

        return _scan.Has(before, NameWord.Function) && !_scan.IsFirst(before) && !_scan.Is(before, "the") && !_scan.Is(before, "but") && !_scan.Is(before, "and")
            && !_scan.Is(before, "that") && !_scan.Is(before, "as") && !_scan.Is(before, "while") && !_scan.Is(before, "when");
    }
}
