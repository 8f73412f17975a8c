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
        _unresolved && _codes.Count < 2 && _people.Count > 0 ? [.. _people, .. _others]
        : _codes.Count > 0 ? _codes
        : _others.Count > 0 ? _others
        : null;

    /// <summary>Whether a state or bloc is among them.</summary>
    public bool HasState => _codes.Count > 0;

    /// <summary>Adds whoever is named from <paramref name="from"/> to <paramref name="end"/>, but no place that something happens in and nothing behind a relative word.</summary>
    public void Add(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (text.Facts.Is(i, Role.Relative) && !text.Facts.Is(i, Role.Determiner))
            {
                return;
            }

            if (text.Facts.NameAt(i) is { } name && !IsPlace(i, name))
            {
                Add(i, name);
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
                if (name.Party is { } party)
                {
                    Put(_codes, party);
                }
                else
                {
                    _unresolved = true;
                }

                break;
            case NameKind.Organization:
                Put(name.Party is null ? _others : _codes, name.Party ?? name.Id);
                break;
        }

        First = Math.Min(First, i);
        End = Math.Max(End, i + 1);
    }

    private static void Put(List<string> list, string value)
    {
        if (!list.Contains(value))
        {
            list.Add(value);
        }
    }
}
