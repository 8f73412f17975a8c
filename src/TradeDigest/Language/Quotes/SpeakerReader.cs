namespace TradeDigest.Language;

/// <summary>Finds the subject of a verb of saying, and whom it stands for.</summary>
internal sealed class SpeakerReader
{
    private const int FarthestSubject = 30;
    private const int LongestSubject = 14;
    private readonly NameScan _scan;
    private readonly RolePhrases _phrases;
    private readonly UnnamedSpeakers _unnamed;
    private readonly PronounReader _pronouns;

    public SpeakerReader(NameScan scan, IReadOnlyList<NameMention> names)
    {
        _scan = scan;
        Names = new SpeakerNames(scan, names);
        _phrases = new RolePhrases(scan, Names);
        _unnamed = new UnnamedSpeakers(scan, Names, _phrases);
        _pronouns = new PronounReader(scan, names, _unnamed);
    }

    /// <summary>The names by token.</summary>
    public SpeakerNames Names { get; }

    /// <summary>The subject behind a verb: <c>said Ian Moss, president of …</c>, <c>said a ministry spokesman</c>.</summary>
    public SpeechSource? Behind(int verb, int limit, SpeechSource? last)
    {
        int at = verb + 1;
        if (_scan.Is(verb, "according") && _scan.Is(at, "to"))
        {
            at++;
        }

        int end = Math.Min(limit, at + LongestSubject);
        for (int i = at; i < end; i++)
        {
            if (TitledAt(i, end) is { } titled)
            {
                return Names.Source(titled) with { First = verb };
            }

            if (Names.At(i) is { } name && name.FirstToken == i)
            {
                if (FromName(name, end) is { } source)
                {
                    return source with { First = verb };
                }

                i = name.EndToken - 1;
                continue;
            }

            if (_pronouns.IsPronoun(i) && i == at)
            {
                return _pronouns.Resolve(i, last) is { } found ? found with { First = verb, End = i + 1 } : new SpeechSource(null, null, verb, i + 1, null);
            }

            if (_phrases.IsHead(i) && !_scan.Has(i + 1, NameWord.RoleHead | NameWord.Spokesperson) && !_phrases.IsTitleOfNext(i, end))
            {
                return _unnamed.Read(i) with { First = verb };
            }

            if (EndsSubject(i, at))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The subject before a verb: the nearest name, pronoun or role in its clause that no preposition governs.</summary>
    public SpeechSource? Before(int verb, int from, SpeechSource? last)
    {
        bool participle = _scan.Word(verb).EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        SpeechSource? best = null;
        int first = Math.Max(from, verb - FarthestSubject);
        for (int i = verb - 1; i >= first; i--)
        {
            SpeechSource? found = null;
            var described = Names.DescribedAt(i) is { } titled && titled.FirstToken >= first ? titled : Names.At(i);
            if (described is not null)
            {
                i = described.FirstToken;
                found = Names.IsGoverned(i) ? null : FromName(described, verb);
            }
            else if (_pronouns.IsPronoun(i))
            {
                found = Names.IsGoverned(i) ? null : _pronouns.Resolve(i, last) ?? new SpeechSource(null, null, i, i + 1, null);
            }
            else if (_phrases.IsHead(i) && !_phrases.IsTitleOfNext(i, verb) && !Names.IsGoverned(_phrases.First(i)))
            {
                found = _unnamed.Read(i);
            }
            else if (_scan.Tokens[i].Kind == TokenKind.Quote && best is not null)
            {
                break;
            }

            if (found is not null)
            {
                best = found with { End = verb + 1 };
                if (!participle)
                {
                    break;
                }
            }
        }

        return best;
    }

    private bool EndsSubject(int at, int first)
    {
        bool mark = _scan.Tokens[at].Kind is TokenKind.Punctuation && !_scan.IsMark(at, '-') && !_scan.IsMark(at, '.');
        return mark || _scan.Tokens[at].Kind == TokenKind.Quote || _scan.Is(at, "that") || (at > first && _scan.Has(at, NameWord.StrongSaying));
    }

    /// <summary>The person whose title begins at this token.</summary>
    private NameMention? TitledAt(int at, int end)
    {
        for (int i = at; i < end && i < at + LongestSubject; i++)
        {
            if (Names.At(i) is { Kind: NameKind.Person } person)
            {
                return person.TitledSpan.Start <= _scan.Tokens[at].Start ? person : null;
            }
        }

        return null;
    }

    private SpeechSource? FromName(NameMention name, int to)
    {
        if (name.Kind == NameKind.Person)
        {
            // A person who owns the subject does not speak: “Mr Lee's spokesman said”.
            return !_scan.IsPossessive(name.EndToken) ? Names.Source(name) : Owned(name, name.EndToken + 1, to);
        }

        if (name.Kind == NameKind.Place && name.Form == PartyForm.None)
        {
            return null;
        }

        // An adjective or possessive speaks through the noun behind it: “Chinese officials said”.
        int next = name.EndToken + (_scan.IsPossessive(name.EndToken) ? 1 : 0);
        if (name.Form == PartyForm.Adjective || next > name.EndToken)
        {
            return Owned(name, next, to);
        }

        next = AfterBracket(next);
        for (int i = next; i < to && i < next + 4; i++)
        {
            if (_phrases.IsHead(i) && Names.At(i) is null)
            {
                return _unnamed.Read(_phrases.LastHead(i)) with { First = name.FirstToken };
            }

            if (!_scan.Has(i, NameWord.RoleModifier | NameWord.Portfolio))
            {
                break;
            }
        }

        return Names.Source(name);
    }

    /// <summary>The role or name behind an owner.</summary>
    private SpeechSource? Owned(NameMention owner, int next, int to)
    {
        for (int i = next; i < to && i < next + 6; i++)
        {
            if (Names.At(i) is { } inner)
            {
                return FromName(inner, to);
            }

            if (_phrases.IsHead(i))
            {
                return _unnamed.Read(_phrases.LastHead(i)) with { First = owner.FirstToken };
            }
        }

        return null;
    }

    private int AfterBracket(int at)
    {
        for (int i = at + 1; _scan.IsMark(at, '(') && i < at + 5; i++)
        {
            if (_scan.IsMark(i, ')'))
            {
                return i + 1;
            }
        }

        return at;
    }
}
