using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Who takes part, gathered from runs of items: codes of parties where states act, people and organisations where none does.</summary>
internal sealed class Participants(EventText text)
{
    private readonly List<string> _codes = [];
    private readonly List<string> _people = [];
    private readonly List<string> _others = [];
    private bool _unresolved;
    private bool _offices = true;

    /// <summary>First item that names one; <see cref="int.MaxValue"/> for none.</summary>
    public int First { get; private set; } = int.MaxValue;

    /// <summary>Index behind the last item that names one.</summary>
    public int End { get; private set; }

    /// <summary>How many are named.</summary>
    public int Count => Math.Max(_codes.Count, _people.Count + _others.Count);

    /// <summary>Full names of the people.</summary>
    public IReadOnlyList<string> People => _people;

    /// <summary>Codes of the parties, those of people and agencies included.</summary>
    public IReadOnlyList<string> Codes => _codes;

    /// <summary>The parties where all are known, else the people and organisations; null for none.</summary>
    public IReadOnlyList<string>? List =>
        _unresolved && _codes.Count < 2 && _people.Count > 0 ? TheirSides() ?? [.. _people, .. _others]
        : _codes.Count > 0 ? _codes
        : _others.Count > 0 ? _others
        : null;

    /// <summary>The parties of two ministers of whom the text does not say which is whose, where it has just spoken of two parties.</summary>
    private IReadOnlyList<string>? TheirSides() =>
        _offices && _others.Count == 0 && _people.Count <= 2 && _people.Count + _codes.Count is 2 or 3 && text.References.Sides(First) is { Count: 2 } sides && _codes.All(sides.Contains) ? sides : null;

    /// <summary>Whether a bloc or a body of many states is among them, which can meet by itself.</summary>
    public bool HasBody => _codes.Exists(c => c.Length != 2 || c == "EU");

    /// <summary>Whether a state or bloc is among them.</summary>
    public bool HasState => _codes.Count > 0;

    /// <summary>Adds whoever is named from <paramref name="from"/> to <paramref name="end"/>, but no place that something happens in and nothing behind a relative word.</summary>
    public void Add(int from, int end)
    {
        bool led = false;
        for (int i = from; i < end; i++)
        {
            if (text.Facts.Is(i, Role.Relative) && !text.Facts.Is(i, Role.Determiner))
            {
                return;
            }

            led |= text.Is(i, EventRole.LedBy);
            if (text.Facts.NameAt(i) is { } name)
            {
                // Who leads a party's team acts for that party.
                if (!IsPlace(i, name) && !(led && _codes.Count > 0 && name is { Kind: NameKind.Person, Party: null }))
                {
                    Add(i, name);
                }

                continue;
            }

            AddMeant(i);
        }
    }

    /// <summary>“He”, “the minister”, “the two”, “both sides”.</summary>
    private void AddMeant(int i)
    {
        foreach (var person in text.References.People(i))
        {
            Add(i, person);
        }

        if (text.Is(i, EventRole.TwoSides))
        {
            foreach (string side in text.References.Sides(i))
            {
                Put(_codes, side);
                (First, End) = (Math.Min(First, i), Math.Max(End, text.EndOf(i)));
            }
        }
    }

    private bool IsPlace(int i, NameMention name)
    {
        if (name.Kind == NameKind.Place)
        {
            return true;
        }

        int before = text.Facts.Is(i - 1, Role.Determiner) ? i - 2 : i - 1;
        return name.Kind == NameKind.Party && (text.Facts.Is(before, Role.In | Role.At) || text.Facts.Reads(before, "near") || text.Facts.Reads(before, "outside")
            || (name.Form is PartyForm.Capital or PartyForm.Name && text.Facts.Is(before, Role.Comma) && text.Facts.NameAt(before - 1) is { Kind: NameKind.Place }));
    }

    private void Add(int i, NameMention name)
    {
        switch (name.Kind)
        {
            case NameKind.Party:
                Put(_codes, name.Id);
                break;
            case NameKind.Person:
                Put(_people, name.Id);
                string? side = name.Party ?? (name.Role is { } held ? text.PartyOfOffice(held) : null);
                if (side is { } party)
                {
                    Put(_codes, party);
                }
                else
                {
                    _unresolved = true;
                    _offices &= name is { Role: { } role, Organization: null } && text.IsOffice(role);
                }

                break;
            case NameKind.Organization:
                Put(name.Party is null ? _others : _codes, name.Party ?? name.Id);
                break;
        }

        First = Math.Min(First, i);
        End = Math.Max(End, Math.Max(i + 1, text.Facts.NameAt(i) is null ? text.EndOf(i) : 0));
    }

    /// <summary>Adds a party that the item at <paramref name="item"/> stands for.</summary>
    public void AddParty(string code, int item)
    {
        Put(_codes, code);
        (First, End) = (Math.Min(First, item), Math.Max(End, item + 1));
    }

    private static void Put(List<string> list, string value)
    {
        if (!list.Contains(value))
        {
            list.Add(value);
        }
    }
}
