using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>Reads where a meeting is: its city and its venue.</summary>
internal static class MeetingPlace
{
    private static readonly string[] s_venues =
        ["House", "Palace", "Hotel", "Hall", "Castle", "Villa", "Château", "Chateau", "Mansion", "Residence", "Center", "Centre", "Resort", "Guesthouse", "Manor", "Office", "Ranch", "Street",
            "Headquarters", "Building", "Airport", "Base", "Ministry", "Estate", "Abbey", "Club", "Compound", "Lodge"];

    /// <summary>Adds city and venue that the items from <paramref name="from"/> to <paramref name="end"/> name.</summary>
    /// <param name="attributive">Whether a city before the noun counts: “the London talks”.</param>
    /// <param name="travels">Whether somebody goes there: “to Z”, “visits Z”.</param>
    public static void Read(EventText text, MeetingDraft draft, int from, int end, bool attributive, bool travels = false)
    {
        for (int i = from; i < end; i++)
        {
            if (draft.City is null && text.Facts.Is(i, Role.In | Role.At) && Town(text, i + 1, end) is var town and > 0)
            {
                draft.City = text.Facts.Words(i + 1, town);
                draft.Support(i, town);
                continue;
            }

            if (draft.City is null && text.Facts.Reads(i, "here") && text.Dateline is { } here)
            {
                draft.City = here;
                draft.Support(i, i + 1);
            }

            if (text.Facts.NameAt(i) is not { } name)
            {
                continue;
            }

            bool venue = name.Kind != NameKind.Person && IsVenue(name.Id, text.Facts.Words(i, i + 1))
                && (text.Facts.Is(i - 1, Role.At | Role.In) || text.Facts.Is(i - 2, Role.At | Role.In) || text.Facts.Is(i - 3, Role.At | Role.In));
            if (venue && draft.Venue is null)
            {
                draft.Venue = text.Facts.Words(i, i + 1);
                draft.Support(i, i + 1);
            }
            else if (!venue && draft.City is null && text.PlaceAt(i) is { } place && (text.Facts.Is(i - 1, Role.In | Role.At) || IsNear(text, i))
                && !text.Facts.Is(i + 1, Role.Possessive))
            {
                (draft.City, draft.CityState) = (place, text.StateOfPlace(i));
                draft.Support(i, i + 1);
            }
            else if (draft.City is null && attributive && text.IsCity(i) && text.Is(i + 1, EventRole.Talks) && text.Facts.Is(i - 1, Role.Determiner))
            {
                (draft.City, draft.CityState) = (text.Facts.Words(i, i + 1), text.StateOfPlace(i));
                draft.Support(i, i + 2);
            }
            else if (draft.City is null && travels && (text.Facts.Is(i - 1, Role.To) || i == from) && text.IsCity(i))
            {
                (draft.City, draft.CityState) = (text.Facts.Words(i, i + 1), text.StateOfPlace(i));
                draft.Support(i, i + 1);
            }
        }
    }

    /// <summary>The end of a town that no lexicon knows: capitals, then its country (“in Punta del Este, Uruguay”), a date or the end (“in Mendoza on Tuesday”); 0 for none.</summary>
    private static int Town(EventText text, int from, int end)
    {
        int i = from;
        while (i < Math.Min(end, from + 5) && text.Facts.Items[i].Kind == ItemKind.Word && (char.IsUpper(text.Facts.Word(i)[0]) || (i > from && text.Facts.Word(i) is "de" or "del" or "la" or "el" or "do" or "da" or "di")))
        {
            i++;
        }

        if (i == from || i >= text.Count)
        {
            return 0;
        }

        bool country = text.Facts.Is(i, Role.Comma) && text.Facts.NameAt(i + 1) is { Kind: NameKind.Party, Form: PartyForm.Name };
        bool alone = i == from + 1 && text.Facts.Items[from].Term.Roles == Role.None && text.Term(from).Roles == 0 && text.Facts.Word(from).Length > 2
            && (text.Facts.Is(i, Role.On | Role.For) || text.Facts.Items[i].Kind == ItemKind.Date || IsFullStop(text, i));
        return country || alone ? i : 0;
    }

    private static bool IsNear(EventText text, int item) =>
        text.Facts.Reads(item - 1, "near") || text.Facts.Reads(item - 1, "outside")
        || (text.Facts.Is(item - 1, Role.Determiner | Role.Of) && text.Facts.NameAt(item)!.Kind == NameKind.Place);

    private static bool IsVenue(string id, string words)
    {
        string last = words[(words.LastIndexOf(' ') + 1)..];
        return id.Length > 0 && words.Contains(' ', StringComparison.Ordinal) && Array.IndexOf(s_venues, last) >= 0;
    }

    public static bool IsFullStop(EventText text, int item) => text.Facts.Word(item) is "." or "!" or "?";
}
