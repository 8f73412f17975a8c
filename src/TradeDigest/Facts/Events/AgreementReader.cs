using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Reads an agreement from the noun that names it: its phrase, the participle or verb that says what became of it, and who, where and when around that.</summary>
internal sealed class AgreementReader
{
    private const int LongestPhrase = 8;

    private readonly EventText _text;
    private readonly int _noun;
    private readonly int _first;
    private readonly int _end;
    private readonly Participants _parties;
    private readonly AgreementDraft _draft;
    private int _phrase;
    private int _after;
    private bool _tentative;
    private bool _draftDeal;
    private bool _denied;
    private bool _definite;

    private AgreementReader(EventText text, int noun)
    {
        (_text, _noun) = (text, noun);
        int sentence = text.Facts.SentenceOf(noun);
        (_first, _end) = (text.Facts.First(sentence), text.Facts.End(sentence));
        _after = text.EndOf(noun);
        _parties = new Participants(text);
        _draft = new AgreementDraft { First = noun, End = _after };
    }

    /// <summary>The agreement that is named at <paramref name="noun"/>; null where nothing is said to be done to it, or it is said not to be.</summary>
    public static AgreementDraft? Read(EventText text, int noun)
    {
        if (text.Is(text.EndOf(noun), EventRole.Agreement) || (text.Facts.VerbAt(noun) is { } verb && !text.IsNoun(verb) && !text.Is(noun, EventRole.NamedAgreement)))
        {
            return null;
        }

        return new AgreementReader(text, noun).Read();
    }

    private FactText Facts => _text.Facts;

    private AgreementDraft? Read()
    {
        Phrase();
        if (_denied)
        {
            return null;
        }

        bool told = Participle() || Object() || Subject();
        if (_draft.Status is null)
        {
            if (told)
            {
                return null;
            }

            return NamedOnly();
        }

        if (_tentative && _draft.Status == AgreementStatus.Reached)
        {
            _draft.Status = AgreementStatus.Preliminary;
        }
        else if (_draftDeal && _draft.Status is AgreementStatus.Reached or AgreementStatus.Preliminary)
        {
            _draft.Status = AgreementStatus.Proposed;
        }

        return Finish();
    }

    /// <summary>Reads the noun phrase: its words without adjectives, the parties and the city in it, “90-day”, “preliminary”.</summary>
    private void Phrase()
    {
        int subject = _noun;
        bool run = true;
        int i = _noun - 1;
        for (; i >= Math.Max(_first, _noun - LongestPhrase); i--)
        {
            if (Facts.Is(i, Role.Hyphen))
            {
                continue;
            }

            if (Facts.DateAt(i) is { } date)
            {
                if (date.Kind == DateKind.Duration && date.Days > 0)
                {
                    _draft.Days = date.Days;
                    _draft.Support(i, _after);
                }
                else if (date.Kind == DateKind.Date && _text.DayAt(i) is { } day && date.Start == date.End)
                {
                    _draft.Date = day;
                    _draft.Support(i, _after);
                }

                run = false;
            }
            else if (_text.Is(i, EventRole.Tentative | EventRole.Draft | EventRole.Qualifier) && Facts.VerbAt(i) is not { Finite: true })
            {
                _tentative |= _text.Is(i, EventRole.Tentative);
                _draftDeal |= _text.Is(i, EventRole.Draft);
                _draft.Support(_text.Is(i, EventRole.Qualifier) ? _noun : i, _after);
                run = false;
            }
            else if (Facts.NameAt(i) is { } name)
            {
                bool pair = Facts.Is(i + 1, Role.Hyphen) || Facts.Is(i - 1, Role.Hyphen);
                if (_text.IsCity(i) && !pair && !Facts.Is(i + 1, Role.Possessive))
                {
                    _draft.Place = name.Kind == NameKind.Place ? name.Id : Facts.Words(i, i + 1);
                    _definite |= Facts.Is(i - 1, Role.Determiner);
                }
                else
                {
                    _parties.Add(i, i + 1);
                }

                _draft.Support(i, _after);
                run = false;
            }
            else if (Facts.Is(i, Role.NegativeDeterminer))
            {
                _denied = true;
                break;
            }
            else if (Facts.Is(i, Role.Determiner | Role.Possessive))
            {
                _definite |= Facts.Reads(i, "the");
                run = false;
            }
            else if (Facts.Is(i, Role.Preposition | Role.Break | Role.Auxiliary | Role.Relative | Role.Subordinator | Role.Pronoun | Role.Negative)
                || (Facts.VerbAt(i) is { } verb && !_text.IsNoun(verb)) || Facts.Items[i].Kind == ItemKind.Quantity
                || (Facts.Is(i, Role.Conjunction) && !(run && i - 1 >= _first && char.IsLower(Facts.Word(i - 1)[0]) && Facts.Items[i - 1].Kind == ItemKind.Word && Facts.VerbAt(i - 1) is null)))
            {
                break;
            }
            else if (run && char.IsLetter(Facts.Word(i)[0]) && !Facts.Is(i, Role.Adverb))
            {
                subject = i;
            }
        }

        _phrase = i + 1;
        _draft.Subject = Facts.Words(subject, _after);
        _draft.Support(subject, _after);
        if (_text.Is(_after, EventRole.Tentative))
        {
            _tentative = true;
            _after = _text.EndOf(_after);
            _draft.Support(_noun, _after);
        }
    }

    /// <summary>“the truce agreed in Z on D”, “an agreement, signed by X and Y”, “a deal that X and Y reached”.</summary>
    private bool Participle()
    {
        int at = PastComplements();
        if (at > _after)
        {
            Betweens(_after, at);
        }

        int behind = at;
        at += Facts.Is(at, Role.Comma) ? 1 : 0;
        at += Facts.Reads(at, "which") || Facts.Reads(at, "that") ? 1 : 0;
        bool relative = at > behind && Facts.Is(at - 1, Role.Relative);
        while (at < _end && Facts.Is(at, Role.Be | Role.Have | Role.Adverb))
        {
            at++;
        }

        if (relative && !_text.Is(at, EventRole.Concluded))
        {
            // “which Britain and the United States announced on Thursday”
            for (int i = at; i < Math.Min(_end, at + 8); i++)
            {
                if (Facts.VerbAt(i) is { } verb)
                {
                    if (_text.Uses(verb, EventVerb.Make) && verb.Mood == Mood.Fact && !verb.Passive && Facts.NameAt(at) is not null | Facts.Is(at, Role.Determiner | Role.ThirdPerson))
                    {
                        _parties.Add(at, verb.First);
                        return Made(verb.End, verb.End, at);
                    }

                    return false;
                }
            }

            return false;
        }

        if (at >= _end || !_text.Is(at, EventRole.Concluded) || (at > behind && !relative && !Facts.Is(behind, Role.Comma)))
        {
            return false;
        }

        int next = _text.EndOf(at);
        bool open = next >= _end || Facts.Is(next, Role.Preposition | Role.Break | Role.Relative | Role.Adverb) || Facts.Items[next].Kind == ItemKind.Date;
        return open && !Denied() && Made(next, next, _noun);
    }

    /// <summary>Behind “between X and Y”, “with X”, “on S”, where a participle or a relative clause follows; else right behind the noun.</summary>
    private int PastComplements()
    {
        int i = _after;
        if (!(Facts.Is(i, Role.With | Role.On | Role.For) || Facts.Reads(i, "between")))
        {
            return _after;
        }

        while (i < Math.Min(_end, _after + LongestPhrase + 2) && !Facts.Is(i, Role.Break | Role.Relative) && !_text.Is(i, EventRole.Concluded) && (Facts.VerbAt(i) is not { } verb || _text.IsNoun(verb)))
        {
            i++;
        }

        bool goesOn = _text.Is(i, EventRole.Concluded) || Facts.Reads(i, "which") || Facts.Reads(i, "that")
            || (Facts.Is(i, Role.Comma) && (Facts.Reads(i + 1, "which") || _text.Is(i + 1, EventRole.Concluded)));
        return goesOn ? i : _after;
    }

    private bool Made(int from, int scan, int support)
    {
        int end = TailEnd(from);
        _draft.Support(Math.Min(support, _noun), Math.Max(_after, scan));
        Around(from, end);
        for (int i = from; i < end; i++)
        {
            if (Facts.Is(i, Role.By | Role.With) || Facts.Reads(i, "between"))
            {
                _parties.Add(i + 1, PartiesEnd(i + 1, end));
            }
        }

        if (_parties.Codes is [var only] && Facts.Is(from, Role.With) && Facts.Parties.FirstActor(_first, _noun) is { } other && other.Actor != only && other.Actor.Length == 2)
        {
            // “X will cut duties under a framework agreed with Y”
            _parties.AddParty(other.Actor, other.Item);
        }

        _draft.Status = AgreementStatus.Reached;
        return true;
    }

    /// <summary>“X and Y signed a pact with Z in W on D”, “talks in Z led to a truce”.</summary>
    private bool Object()
    {
        VerbGroup? verb = null;
        int at = _phrase - 1;
        for (; at >= Math.Max(_first, _phrase - 6) && verb is null; at--)
        {
            if (Facts.VerbAt(at) is { } found && !_text.IsNoun(found))
            {
                verb = found;
            }
            else if (Facts.Is(at, Role.Break | Role.Relative) && !Facts.Is(at, Role.Determiner))
            {
                return false;
            }
        }

        if (verb is null || verb.Passive)
        {
            return false;
        }

        bool direct = true, onTalks = false;
        for (int i = verb.End; i < _phrase; i++)
        {
            onTalks |= _text.Is(i, EventRole.Talks) && Facts.Is(i + 1, Role.On | Role.For);
            bool particle = (Facts.Is(i, Role.From) && _text.Uses(verb, EventVerb.Break)) || (i == verb.End && verb.Verb.Base == "agree" && Facts.Is(i, Role.On | Role.To));
            direct &= !Facts.Is(i, Role.Preposition) || particle;
        }

        if (_text.Uses(verb, EventVerb.LeadTo) && verb.Mood == Mood.Fact && direct)
        {
            var (from, to) = _text.SubjectOf(verb);
            Around(from, to);
            if (_draft.Place is null && _draft.Date is null)
            {
                return false;
            }

            _draft.Support(from, _after);
            _draft.Status = AgreementStatus.Reached;
            return true;
        }

        if (!direct && !onTalks)
        {
            return false;
        }

        if (Status(verb, onTalks) is not { } status)
        {
            return _text.Uses(verb, EventVerb.Make | EventVerb.Seek | EventVerb.Break | EventVerb.Propose);
        }

        int end = Math.Max(_after, _text.ClauseEnd(verb));
        var (subjectFirst, subjectEnd) = _text.SubjectOf(verb);
        var acting = new Participants(_text);
        acting.Add(subjectFirst, subjectEnd);
        _parties.Add(subjectFirst, subjectEnd);
        if (verb.Subject >= _first && Facts.Is(verb.Subject, Role.ThirdPerson | Role.AboutNoun) && Facts.Parties.Actor(verb.Subject) is { } meant)
        {
            // “It signed a pact with X”
            _parties.AddParty(meant, verb.Subject);
        }

        for (int i = verb.End; i < end; i++)
        {
            bool with = Facts.Is(i, Role.With) || Facts.Reads(i, "between") || (status == AgreementStatus.Proposed && Facts.Is(i, Role.To));
            if (with)
            {
                _parties.Add(i + 1, PartiesEnd(i + 1, end));
            }
        }

        Around(_after, end);
        if (_draft.Date is null || _draft.Place is null)
        {
            Around(Math.Max(verb.ClauseFirst, _first), verb.First);
        }

        _draft.Support(acting.First >= _first && acting.First < verb.First ? acting.First : verb.First, _after);
        _draft.Status = status;
        return true;
    }

    private AgreementStatus? Status(VerbGroup verb, bool onTalks)
    {
        if (verb.Mood is Mood.Denied or Mood.Urged or Mood.Conditional or Mood.Threatened)
        {
            return null;
        }

        bool possible = verb.Mood is Mood.Possible or Mood.Proposed;
        if (_text.Uses(verb, EventVerb.Break) && (verb.Verb.Base is not ("leave" or "break" or "cancel") || onTalks || _text.Is(_noun, EventRole.NamedAgreement)))
        {
            return verb.Mood == Mood.Fact ? AgreementStatus.Broken : null;
        }

        if (onTalks)
        {
            // “concluded negotiations on a pact” made it; “concluded a round of talks on one” did not.
            bool over = verb.Verb.Base is "conclude" or "complete" or "finalise" or "finalize" or "finish" or "close" && (Facts.Reads(verb.End, "negotiations") || Facts.Reads(verb.End, "talks")
                || (Facts.Is(verb.End, Role.Possessive | Role.Determiner) && Facts.Reads(verb.End + 1, "negotiations")));
            return verb.Mood != Mood.Fact ? null : over ? AgreementStatus.Reached : _text.Uses(verb, EventVerb.Begin | EventVerb.Hold) ? AgreementStatus.Sought : null;
        }

        if (_text.Uses(verb, EventVerb.Make))
        {
            bool going = (verb.Form & VerbForm.Gerund) != 0 && verb.First < verb.Head;
            bool hoped = verb.Controller >= 0 && Facts.VerbAt(verb.Controller) is { } controller && controller.Verb.Base is not ("agree" or "set" or "decide");
            return going && verb.Mood == Mood.Fact ? AgreementStatus.Sought
                : verb.Mood == Mood.Fact && !(hoped && (verb.Form & VerbForm.Gerund) == 0) ? AgreementStatus.Reached
                : possible ? _draftDeal ? AgreementStatus.Proposed : null
                : hoped ? Facts.VerbAt(verb.Controller)!.Verb.Base is "hope" or "aim" or "seek" or "want" or "plan" or "intend" or "try" ? AgreementStatus.Sought : null
                : verb.Mood == Mood.Planned ? AgreementStatus.Proposed : null;
        }

        return _text.Uses(verb, EventVerb.Seek) ? verb.Mood is Mood.Fact or Mood.Planned ? AgreementStatus.Sought : null
            : _text.Uses(verb, EventVerb.Propose) ? verb.Mood is Mood.Fact or Mood.Planned ? AgreementStatus.Proposed : null
            : verb.Verb.Base is "have" && (_draftDeal || _tentative) ? _draftDeal ? AgreementStatus.Proposed : AgreementStatus.Preliminary
            : null;
    }

    /// <summary>“an accord was concluded in Z”, “a deal could be signed”, “the truce agreed in Z lasts 90 days”.</summary>
    private bool Subject()
    {
        for (int i = _after; i < Math.Min(_end, _after + 10); i++)
        {
            if (Facts.Is(i, Role.Comma | Role.Stop) || (Facts.Is(i, Role.Relative) && !Facts.Is(i, Role.Determiner)))
            {
                return false;
            }

            if (Facts.VerbAt(i) is not { } verb || _text.IsNoun(verb))
            {
                continue;
            }

            bool own = verb.Subject < 0 || verb.Subject <= _after || verb.ClauseFirst <= _noun;
            if (!own || !verb.Passive || !_text.Uses(verb, EventVerb.Make | EventVerb.Break))
            {
                return false;
            }

            if (_text.Uses(verb, EventVerb.Make))
            {
                AgreementStatus? status = verb.Mood switch
                {
                    Mood.Fact => AgreementStatus.Reached,
                    Mood.Planned => AgreementStatus.Proposed,
                    Mood.Possible when _draftDeal => AgreementStatus.Proposed,
                    _ => null,
                };
                if (status is null || Facts.Items[verb.Head].Term.Base is "hail" or "celebrate")
                {
                    return true;
                }

                Betweens(_after, verb.First);
                Made(verb.End, verb.End, _noun);
                _draft.Status = status;
                return true;
            }

            if (verb.Mood == Mood.Fact)
            {
                Betweens(_after, verb.First);
                Made(verb.End, verb.End, _noun);
                _draft.Status = AgreementStatus.Broken;
            }

            return true;
        }

        return false;
    }

    private void Betweens(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (Facts.Is(i, Role.With) || Facts.Reads(i, "between"))
            {
                _parties.Add(i + 1, end);
            }
        }
    }

    /// <summary>“the Z accord”: named by its city and nothing said of it.</summary>
    private AgreementDraft? NamedOnly()
    {
        if (_draft.Place is null || !_definite || Denied())
        {
            return null;
        }

        _draft.Parties = _parties.List;
        _draft.Status = _tentative ? AgreementStatus.Preliminary : AgreementStatus.Reached;
        _draft.IsNamedOnly = true;
        return _draft;
    }

    private AgreementDraft? Finish()
    {
        Betweens(_after, Math.Min(_end, _after + 1));
        var list = _parties.List;
        if (list is not null && _parties.HasState | _draft.Place is not null | _draft.Date is not null)
        {
            _draft.Parties = list;
            _draft.Support(Math.Max(_first, _parties.First), Math.Min(_end, _parties.End));
        }

        Duration();
        bool said = (_draft.Parties?.Count ?? 0) >= 2 || ((_draft.Place is not null || _draft.Date is not null) && !IsSomebodyElses())
            || (_draft.Parties is not null && (_text.Is(_noun, EventRole.NamedAgreement) || _draft.Status != AgreementStatus.Reached));
        return said ? _draft : null;
    }

    /// <summary>Whether a person or company that is no party makes it (“the striker signed a deal in Z”): the verb before has a subject, and no state is among the parties.</summary>
    private bool IsSomebodyElses()
    {
        if (_parties.HasState || _draft.Subject is not { } subject || subject.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }

        for (int i = _phrase - 1; i >= _first; i--)
        {
            if (Facts.VerbAt(i) is { Passive: false } verb && !_text.IsNoun(verb) && _text.Uses(verb, EventVerb.Make))
            {
                var (from, end) = _text.SubjectOf(verb);
                for (int j = from; j < end; j++)
                {
                    if (_text.Is(j, EventRole.Talks | EventRole.Delegation | EventRole.Officials | EventRole.Both) || Facts.Is(j, Role.ThirdPerson | Role.AboutNoun))
                    {
                        return false;
                    }
                }

                return verb.End >= _phrase - 1;
            }
        }

        return false;
    }

    /// <summary>“for 120 days”, “lasts 90 days”.</summary>
    private void Duration()
    {
        for (int i = _after; _draft.Days is null && i < _end; i++)
        {
            if (Facts.DateAt(i) is { Kind: DateKind.Duration, Days: > 0 } span
                && (Facts.Is(i - 1, Role.For) || Facts.VerbAt(i - 1) is { Verb.Base: "last" } || Facts.Reads(i - 1, "lasting") || Facts.Reads(i - 1, "lasts"))
                && !Facts.Reads(i + 1, "of"))
            {
                _draft.Days = span.Days;
                _draft.Support(i, i + 1);
            }
        }
    }

    /// <summary>Place and date in a run of items.</summary>
    private void Around(int from, int end)
    {
        for (int i = from; i < end && _draft.Place is null; i++)
        {
            if (_text.PlaceAt(i) is { } place && Facts.Is(i - 1, Role.In | Role.At | Role.Determiner))
            {
                _draft.Place = place;
                _draft.Support(i, i + 1);
            }
        }

        if (_draft.Date is null && _text.DateIn(from, end) is var at and >= 0)
        {
            _draft.Date = _text.DayAt(at);
            _draft.Support(at, at + 1);
        }
    }

    private int TailEnd(int from)
    {
        int i = from;
        while (i < _end && i < from + 14 && !Facts.Is(i, Role.Stop | Role.Dash) && !(Facts.Is(i, Role.Comma) && !Facts.Is(i + 1, Role.In | Role.On) && Facts.NameAt(i + 1) is null)
            && !(Facts.Is(i, Role.Relative) && !Facts.Is(i, Role.Determiner)) && !(i > from && Facts.VerbAt(i) is { Finite: true } verb && !_text.IsNoun(verb)))
        {
            i++;
        }

        return i;
    }

    private int PartiesEnd(int from, int end)
    {
        int i = from;
        while (i < end && (Facts.Items[i].Kind == ItemKind.Name || Facts.Is(i, Role.Determiner | Role.Conjunction | Role.Comma | Role.Possessive | Role.Hyphen)
            || (Facts.Items[i].Kind == ItemKind.Word && Facts.Items[i].Term.Roles == Role.None && Facts.VerbAt(i) is null)))
        {
            i++;
        }

        return i;
    }

    /// <summary>Whether the verb before denies, urges or doubts it.</summary>
    private bool Denied()
    {
        for (int i = _phrase - 1; i >= _first; i--)
        {
            if (Facts.VerbAt(i) is { } before && !_text.IsNoun(before))
            {
                return before.Mood is Mood.Denied && before.End >= _phrase - 1 && _text.Uses(before, EventVerb.Make);
            }
        }

        return false;
    }
}
