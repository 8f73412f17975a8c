namespace TradeDigest.Language;

/// <summary>A name that a lexicon lists.</summary>
/// <param name="Kind">What it names; null for a phrase that names nothing and only keeps its words from being taken apart.</param>
internal sealed record KnownName(NameKind? Kind, string Id, PartyForm Form, string? Party)
{
    /// <summary>Many parties have one: its party is the one beside it in the text, and <see cref="Party"/> only where there is none.</summary>
    public bool IsShared { get; init; }

    /// <summary>Some of its words have no capital in the lexicon either (<c>Reagan administration</c>).</summary>
    public bool HasSmallWords { get; init; }

    /// <summary>Written in capitals only, so that it is told from a word (<c>US</c>, <c>WHO</c>).</summary>
    public bool IsAcronym { get; init; }
}

/// <summary>The lexicons of names, ready to be matched against tokens.</summary>
internal sealed class NameTables
{
    private readonly Dictionary<string, string> _offices;
    private readonly Dictionary<string, IReadOnlyList<string>> _sharedOffices;
    private readonly HashSet<string> _national;
    private readonly Dictionary<string, string> _leaders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> _leadersBySurname = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _pluralHeads;
    private readonly Dictionary<string, string> _short = new(StringComparer.Ordinal);

    public NameTables(Vocabulary vocabulary)
    {
        Words = new NameWords(vocabulary);
        Known = new PhraseTable<KnownName>(vocabulary);
        var titles = LexiconFile.Load("English/titles.json", NameLexiconJson.Default.TitleLexicon);
        _offices = new Dictionary<string, string>(titles.Offices, StringComparer.OrdinalIgnoreCase);
        _sharedOffices = new Dictionary<string, IReadOnlyList<string>>(titles.SharedOffices, StringComparer.OrdinalIgnoreCase);
        _national = new HashSet<string>(titles.National, StringComparer.Ordinal);
        AddLeaders(LexiconFile.Load("English/leaders.json", NameLexiconJson.Default.LeaderLexicon));
        _pluralHeads = new Dictionary<string, string>(titles.PluralHeads, StringComparer.OrdinalIgnoreCase);
        AddTitles(titles);
        AddParties();
        AddPlacesAndOrganizations();
        AddNames();
    }

    /// <summary>The party for which a person of this name is known to act; null for others.</summary>
    /// <param name="name">Full name, or a surname.</param>
    /// <param name="role">What the article says that he or she is: a surname alone counts only behind an office of state.</param>
    public string? PartyOfLeader(string name, string? role) =>
        _leaders.GetValueOrDefault(name) ?? (role is not null && IsNational(role) ? _leadersBySurname.GetValueOrDefault(name) : null);

    /// <summary>The parties that have an office of this name, the usual one first; null where no office is listed.</summary>
    public IReadOnlyList<string>? PartiesOfOffice(string role)
    {
        for (int at = 0; at >= 0; at = role.IndexOf(' ', at + 1))
        {
            if (_sharedOffices.GetValueOrDefault(role[at..].TrimStart()) is { } parties)
            {
                return parties;
            }
        }

        return null;
    }

    /// <summary>What single words may be.</summary>
    public NameWords Words { get; }

    /// <summary>Names that lexicons list.</summary>
    public PhraseTable<KnownName> Known { get; }

    /// <summary>The party of an office that only one has, whatever stands before it (<c>former Treasury Secretary</c>); null for others.</summary>
    public string? PartyOfOffice(string role)
    {
        for (int at = 0; at >= 0; at = role.IndexOf(' ', at + 1))
        {
            if (_offices.GetValueOrDefault(role[at..].TrimStart()) is { } party)
            {
                return party;
            }
        }

        return null;
    }

    /// <summary>The party that “the” and this word mean where the article names it (<c>the Commission</c>); null for other words.</summary>
    public string? PartyOfShort(string word) => _short.GetValueOrDefault(word);

    /// <summary>The role of one of several who share it: <c>Foreign Minister</c> of <c>Foreign Ministers</c>.</summary>
    /// <param name="roles">The role as it is written.</param>
    /// <param name="head">Its last word.</param>
    public string RoleOfOne(string roles, string head)
    {
        string one = _pluralHeads[head];
        return roles[..^head.Length] + (char.IsUpper(head[0]) ? char.ToUpperInvariant(one[0]) + one[1..] : one);
    }

    /// <summary>Whether an office, as it is written, is one of state: <c>President</c>, not <c>president</c>.</summary>
    public bool IsNational(string role) => _national.Contains(role) || IsMinister(role);

    /// <summary>Whether the role is a minister's: an office that the United States and the European Union do not have.</summary>
    public static bool IsMinister(string role) => role.EndsWith("Minister", StringComparison.OrdinalIgnoreCase) || role.StartsWith("Minister of ", StringComparison.OrdinalIgnoreCase)
        || role.StartsWith("Minister for ", StringComparison.OrdinalIgnoreCase);

    private void AddLeaders(LeaderLexicon lexicon)
    {
        foreach (var (party, names) in lexicon.Leaders)
        {
            foreach (string name in names)
            {
                _leaders.Add(name, party);
                string surname = name[(name.LastIndexOf(' ') + 1)..];
                _leadersBySurname[surname] = _leadersBySurname.TryGetValue(surname, out string? other) && other != party ? null : party;
            }
        }
    }

    private void AddTitles(TitleLexicon titles)
    {
        Words.Add(titles.Honorifics.Male, NameWord.Honorific | NameWord.MaleHonorific);
        Words.Add(titles.Honorifics.Female, NameWord.Honorific | NameWord.FemaleHonorific);
        Words.Add(titles.Honorifics.Either, NameWord.Honorific);
        Words.Add(titles.Heads, NameWord.RoleHead);
        Words.Add(titles.PluralHeads.Keys, NameWord.PluralRoleHead);
        Words.Add(titles.Modifiers, NameWord.RoleModifier);
        Words.Add(titles.Portfolios, NameWord.Portfolio);
        Words.Add(titles.Spokespeople, NameWord.Spokesperson);
        Words.Add(titles.Private, NameWord.PrivateRole);
    }

    private void AddParties()
    {
        foreach (var party in LexiconFile.Load("English/parties.json", NameLexiconJson.Default.PartyLexicon).Parties)
        {
            AddParty(party.Names, party.Code, PartyForm.Name);
            AddParty(party.Capitals, party.Code, PartyForm.Capital);
            AddParty(party.Governments, party.Code, PartyForm.Government);
            AddParty(party.Agencies, party.Code, PartyForm.Agency);
            AddParty(party.Adjectives, party.Code, PartyForm.Adjective);
            AddParty(party.People, party.Code, PartyForm.People);
            foreach (string word in party.Short ?? [])
            {
                _short.Add(word, party.Code);
            }
        }
    }

    private void AddParty(IReadOnlyList<string>? phrases, string code, PartyForm form)
    {
        foreach (string phrase in phrases ?? [])
        {
            bool acronym = IsAcronym(phrase);
            Known.Add(phrase, new KnownName(NameKind.Party, code, form, code) {
                IsAcronym = acronym,
                IsShared = IsShared(phrase, form),
                HasSmallWords = phrase.Split(' ').Skip(1).Any(w => char.IsLower(w[0])),
            }, acronym);
        }
    }

    /// <summary>Departments and councils of one party whose name another's may bear: <c>Commerce Department</c>.</summary>
    private static bool IsShared(string phrase, PartyForm form) => form is PartyForm.Agency or PartyForm.Government
        && (phrase.EndsWith(" Department", StringComparison.Ordinal) || phrase.StartsWith("Department ", StringComparison.Ordinal)
            || phrase.EndsWith(" Office", StringComparison.Ordinal) || phrase.EndsWith(" Council", StringComparison.Ordinal)
            || phrase.EndsWith(" Commission", StringComparison.Ordinal) || phrase.EndsWith("Representatives", StringComparison.Ordinal)
            || phrase.EndsWith(" Bureau", StringComparison.Ordinal) || phrase.EndsWith(" Agency", StringComparison.Ordinal))
        && !phrase.StartsWith("European", StringComparison.Ordinal);

    private void AddPlacesAndOrganizations()
    {
        var organizations = LexiconFile.Load("English/organizations.json", NameLexiconJson.Default.OrganizationLexicon);
        var places = LexiconFile.Load("English/places.json", NameLexiconJson.Default.PlaceLexicon);
        foreach (var (phrase, kind) in places.NonParties)
        {
            NameKind? known = kind switch
            {
                "None" => null,
                "Place" => NameKind.Place,
                "Organization" => NameKind.Organization,
                _ => throw new InvalidOperationException($"places.json, nonParties: '{phrase}' is a Place, an Organization or None, not '{kind}'."),
            };
            Known.Add(phrase, new KnownName(known, phrase, PartyForm.None, null));
        }

        foreach (var (phrase, party) in organizations.Institutions)
        {
            Known.Add(phrase, new KnownName(NameKind.Party, phrase, PartyForm.Agency, party) { IsShared = true }, exactCase: true);
        }

        foreach (string phrase in organizations.Known)
        {
            // In its own case alone: U.S. Steel is a company, and U.S. steel is steel.
            Known.Add(phrase, new KnownName(NameKind.Organization, phrase, PartyForm.None, null) { IsAcronym = IsAcronym(phrase) }, exactCase: true);
        }

        foreach (string phrase in organizations.NotNames)
        {
            Known.Add(phrase, new KnownName(null, phrase, PartyForm.None, null) { IsAcronym = IsAcronym(phrase) }, IsAcronym(phrase));
        }

        AddPlaces(places.Cities);
        AddPlaces(places.Regions);
        foreach (string place in places.Waters.Concat(places.Continents))
        {
            Known.Add(place, new KnownName(NameKind.Place, place, PartyForm.None, null));
        }

        Words.Add(organizations.CompanySuffixes, NameWord.CompanySuffix);
        Words.Add(organizations.Heads, NameWord.OrganizationHead);
        Words.Add(organizations.Agencies, NameWord.AgencyHead);
        Words.Add(organizations.NounsBefore, NameWord.OrganizationNoun);
        Words.Add(organizations.Forecasting, NameWord.Forecasting);
        Words.Add(organizations.StrongAgencies, NameWord.StrongAgency);
        Words.Add(places.VenueHeads, NameWord.VenueHead);
        Words.Add(places.StreetHeads, NameWord.StreetHead);
        Words.Add(places.AlsoSurnames, NameWord.AlsoSurname);
    }

    private void AddPlaces(IReadOnlyDictionary<string, IReadOnlyList<string>> places)
    {
        foreach (var (code, names) in places)
        {
            foreach (string name in names)
            {
                Known.Add(name, new KnownName(NameKind.Place, name, PartyForm.None, code));
            }
        }
    }

    private void AddNames()
    {
        var given = LexiconFile.Load("English/given-names.json", NameLexiconJson.Default.GivenNameLexicon);
        Words.Add(given.Male, NameWord.Male);
        Words.Add(given.Female, NameWord.Female);
        Words.Add(given.Either, NameWord.EitherSex);
        Words.Add(given.EastAsianSurnames, NameWord.EastAsianSurname);
        var saying = LexiconFile.Load("English/verbs-of-saying.json", NameLexiconJson.Default.SayingLexicon);
        Words.Add(saying.Verbs, NameWord.Saying);
        Words.Add(saying.Strong, NameWord.StrongSaying);
        Words.Add(saying.Judging, NameWord.Judging);
        Words.Add(saying.Naming, NameWord.Naming);
        var words = LexiconFile.Load("English/name-words.json", NameLexiconJson.Default.NameWordLexicon);
        Words.Add(words.Calendar, NameWord.Calendar);
        Words.Add(words.Function, NameWord.Function);
        Words.Add(words.FiniteVerbs, NameWord.FiniteVerb);
        Words.Add(words.Particles, NameWord.Particle);
        Words.Add(words.Prepositions, NameWord.Preposition);
        Words.Add(words.Links, NameWord.Link);
        Words.Add(words.Determiners, NameWord.Determiner);
        Words.Add(words.Copulas, NameWord.Copula);
        Words.Add(words.Owners, NameWord.Owners);
        Words.Add(words.GenerationSuffixes, NameWord.GenerationSuffix);
        Words.Add(words.NotInNames, NameWord.NotInName);
    }

    private static bool IsAcronym(string phrase)
    {
        int upper = 0;
        foreach (char c in phrase)
        {
            if (char.IsLower(c) || c == ' ')
            {
                return false;
            }

            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper > 1;
    }
}
