using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Says who is meant where a text names nobody: <c>he</c>, <c>the minister</c>, <c>the two</c>, <c>both sides</c>.</summary>
/// <remarks>Looks back over this sentence and the ones before; where more than one reading fits, it says nothing.</remarks>
internal sealed class References(EventText text)
{
    private const int SentencesBack = 4;
    private const int PairBack = 8;

    private FactText Facts => text.Facts;

    /// <summary>The people meant by the words at <paramref name="item"/>: one for a pronoun or an office, two for “the two”; none where that is not clear.</summary>
    public IReadOnlyList<NameMention> People(int item)
    {
        if (Facts.Reads(item, "he") || Facts.Reads(item, "him"))
        {
            return One(Pronoun(item, NameWord.Male));
        }

        if (Facts.Reads(item, "she"))
        {
            return One(Pronoun(item, NameWord.Female));
        }

        return text.Is(item, EventRole.Office) ? One(Holder(item))
            : text.Is(item, EventRole.TwoPeople) || Facts.Reads(item, "they") || Facts.Reads(item, "them") ? Two(item)
            : [];
    }

    /// <summary>The two parties meant by “the two sides”, “both countries”, “the talks”; none where more or fewer have been named.</summary>
    public IReadOnlyList<string> Sides(int item)
    {
        var found = new List<string>();
        int sentence = Facts.SentenceOf(item);
        for (int s = sentence; s >= Math.Max(0, sentence - SentencesBack) && found.Count < 2; s--)
        {
            Gather(found, Facts.First(s), s == sentence ? item : Facts.End(s));
        }

        return found.Count == 2 ? found : Foremost();
    }

    private static IReadOnlyList<NameMention> One(NameMention? person) => person is null ? [] : [person];

    private NameMention? Pronoun(int item, NameWord sex)
    {
        int sentence = Facts.SentenceOf(item);
        for (int s = sentence; s >= Math.Max(0, sentence - SentencesBack); s--)
        {
            int first = Facts.First(s), end = s == sentence ? item : Facts.End(s);
            var named = Persons(first, end, sex);
            if (named.Count > 0)
            {
                int at = named.Count == 1 ? named[0] : Speaker(named, first, end, s == sentence);
                return at >= 0 && !Unnamed(at + 1, item) ? Facts.NameAt(at) : null;
            }

            if (Unnamed(first, end))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Items that name somebody whom the pronoun may mean, one for each person.</summary>
    private List<int> Persons(int first, int end, NameWord sex)
    {
        var found = new List<int>();
        for (int i = first; i < end; i++)
        {
            if (Facts.NameAt(i) is { Kind: NameKind.Person } person && (sex == NameWord.None || person.Sex == NameWord.None || person.Sex == sex)
                && !found.Exists(f => Facts.NameAt(f)!.Id == person.Id))
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <summary>Of several people the one who speaks or acts: within the sentence the subject of the verb of saying before the pronoun, in a sentence before that of its first verb.</summary>
    private int Speaker(List<int> named, int first, int end, bool within)
    {
        for (int i = first; i < end; i++)
        {
            if (Facts.VerbAt(i) is { Finite: true } verb && !text.IsNoun(verb) && (!within || verb.Says(VerbClass.Say)))
            {
                var (from, to) = text.SubjectOf(verb);
                int only = -1;
                foreach (int at in named)
                {
                    if (at >= from && at < to)
                    {
                        if (only >= 0)
                        {
                            return -1;
                        }

                        only = at;
                    }
                }

                return only;
            }
        }

        return -1;
    }

    /// <summary>Whether somebody without a name speaks there (“an official said”), whom a pronoun behind may mean.</summary>
    private bool Unnamed(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (text.Is(i, EventRole.Unnamed) && Speaks(i) && !InTitle(i))
            {
                return true;
            }
        }

        return false;
    }

    private bool Speaks(int item)
    {
        for (int i = Math.Max(0, item - 4); i < item + 3; i++)
        {
            if (i != item && Facts.VerbAt(i) is { } verb && verb.Says(VerbClass.Say))
            {
                return true;
            }
        }

        return false;
    }

    private bool InTitle(int item)
    {
        int start = Facts.Items[item].Span.Start;
        for (int i = Math.Max(0, item - 10); i < Math.Min(Facts.Items.Length, item + 10); i++)
        {
            if (Facts.NameAt(i) is { Kind: NameKind.Person } person && person.TitledSpan.Start <= start && start < person.TitledSpan.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The one person who has been named with the office (“the minister”); null where two have it, or a name stands behind it.</summary>
    private NameMention? Holder(int item)
    {
        int last = text.EndOf(item) - 1;
        if (Facts.NameAt(last + 1) is not null || (Facts.Is(last + 1, Role.Comma) && Facts.NameAt(last + 2) is { Kind: NameKind.Person }) || Facts.Is(last + 1, Role.Of | Role.For))
        {
            return null;
        }

        string phrase = Facts.Words(last, last + 1);
        string office = phrase[(phrase.LastIndexOf(' ') + 1)..];
        NameMention? only = null;
        int sentence = Facts.SentenceOf(item);
        for (int i = Facts.First(Math.Max(0, sentence - SentencesBack - 1)); i < item; i++)
        {
            if (Facts.NameAt(i) is { Kind: NameKind.Person, Role: { } role } person && role.EndsWith(office, StringComparison.OrdinalIgnoreCase))
            {
                if (only is not null && only.Id != person.Id)
                {
                    return null;
                }

                only = person;
            }
        }

        return only;
    }

    /// <summary>The last two people that have been named.</summary>
    private IReadOnlyList<NameMention> Two(int item)
    {
        var found = new List<int>();
        int sentence = Facts.SentenceOf(item);
        for (int s = sentence; s >= Math.Max(0, sentence - PairBack) && found.Count < 2; s--)
        {
            foreach (int at in Persons(Facts.First(s), s == sentence ? item : Facts.End(s), NameWord.None))
            {
                if (!found.Exists(f => Facts.NameAt(f)!.Id == Facts.NameAt(at)!.Id))
                {
                    found.Add(at);
                }
            }
        }

        found.Sort();
        return found.Count == 2 ? [Facts.NameAt(found[0])!, Facts.NameAt(found[1])!] : [];
    }

    private void Gather(List<string> found, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (Facts.NameAt(i) is { Kind: not NameKind.Place } name && !Facts.Is(i - 1, Role.In | Role.At) && Facts.Parties.Of(i) is { } party
                && (party.Length == 2 || name.Kind == NameKind.Party) && !found.Contains(party))
            {
                found.Add(party);
            }
        }
    }

    /// <summary>The two states of which the article speaks far more than of any other; none where it speaks of more or fewer.</summary>
    private IReadOnlyList<string> Foremost()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in Facts.Source.Names)
        {
            if (name.Kind == NameKind.Party && name.Id.Length == 2)
            {
                counts[name.Id] = counts.GetValueOrDefault(name.Id) + 1;
            }
        }

        var most = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(3).ToList();
        bool clear = most.Count >= 2 && most[1].Value >= 2 && (most.Count < 3 || most[2].Value * 2 <= most[1].Value);
        return clear ? [most[0].Key, most[1].Key] : [];
    }
}
