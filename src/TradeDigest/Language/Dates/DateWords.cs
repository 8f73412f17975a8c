namespace TradeDigest.Language;

/// <summary>The lexicon of dates by word number, and its phrases.</summary>
internal sealed class DateWords
{
    private static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];
    private static readonly string[] PartCodes = ["MO", "AF", "EV", "NI"];
    private readonly Vocabulary _vocabulary;
    private readonly List<string> _codes = [];
    private DateWord[] _words = new DateWord[1024];

    public DateWords(Vocabulary vocabulary, DateLexicon lexicon)
    {
        _vocabulary = vocabulary;
        Hedges = new PhraseTable<string>(vocabulary);
        Vague = new PhraseTable<string?>(vocabulary);
        Set(DateWordClass.Month, lexicon.Months);
        Set(DateWordClass.MonthAbbreviation, lexicon.MonthAbbreviations);
        Set(DateWordClass.Weekday, lexicon.Weekdays);
        Set(DateWordClass.WeekdayAbbreviation, lexicon.WeekdayAbbreviations);
        Set(DateWordClass.Unit, lexicon.Units);
        Set(DateWordClass.Units, lexicon.UnitPlurals);
        Set(DateWordClass.Unit, lexicon.Centuries, (short)DateUnit.Century);
        Set(DateWordClass.Period, lexicon.Periods);
        Set(DateWordClass.Number, lexicon.Numbers);
        Set(DateWordClass.VagueNumber, lexicon.VagueNumbers);
        Set(DateWordClass.Ordinal, lexicon.Ordinals);
        Set(DateWordClass.OrdinalSuffix, lexicon.OrdinalSuffixes);
        Set(DateWordClass.DecadeWord, lexicon.Decades);
        Set(DateWordClass.Season, lexicon.Seasons.Select(s => (s.Key, (short)Array.IndexOf(SeasonCodes, s.Value))));
        Set(DateWordClass.DayPart, lexicon.DayParts.Select(p => (p.Key, (short)Array.IndexOf(PartCodes, p.Value))));
        Set(DateWordClass.ClockWord, lexicon.ClockWords.Select(Coded));
        Set(DateWordClass.Meridiem, lexicon.Meridiems);
        Set(DateWordClass.Zone, lexicon.Zones);
        Set(DateWordClass.Day, lexicon.Days);
        Set(DateWordClass.Night, lexicon.Nights);
        Set(DateWordClass.Relative, lexicon.Relatives.Select(r => (r.Key, (short)r.Value)));
        Set(DateWordClass.Phase, lexicon.Phases.Where(p => !lexicon.Directions.ContainsKey(p.Key)).Select(Coded));
        Set(DateWordClass.PhaseNoun, lexicon.PhaseNouns.Select(Coded));
        Set(DateWordClass.Frequency, lexicon.Frequencies.Select(Coded));
        Set(DateWordClass.Every, lexicon.Everies);
        Set(DateWordClass.Fiscal, lexicon.Fiscal);
        Set(DateWordClass.Calendar, lexicon.Calendar);
        Set(DateWordClass.Half, lexicon.Halves);
        Set(DateWordClass.Direction, lexicon.Directions.Select(d => (d.Key, (short)d.Value)));
        Set(DateWordClass.Keyword, lexicon.Keywords.Select(k => (k.Key, (short)k.Value)));
        Add(DateWordTraits.BeforeYear, lexicon.BeforeYear);
        Add(DateWordTraits.NotAfterYear, lexicon.NotAfterYear);
        Add(DateWordTraits.NotBeforeYear, lexicon.NotBeforeYear);
        Add(DateWordTraits.NotAfterDay, lexicon.NotAfterDay);
        Add(DateWordTraits.NotAfterSeason, lexicon.NotAfterSeason);
        Add(DateWordTraits.Title, lexicon.TitlesBeforeNames);
        Add(DateWordTraits.AfterName, lexicon.AfterPersonalNames);
        Add(DateWordTraits.AlsoName, lexicon.MonthsThatAreAlsoNames);
        Add(DateWordTraits.Past, lexicon.Past);
        Add(DateWordTraits.Future, lexicon.Future);
        Add(DateWordTraits.Present, lexicon.Present);
        Add(DateWordTraits.Reporting, lexicon.Reporting);
        Add(DateWordTraits.Postponing, lexicon.Postponing);
        foreach (var (phrase, modifier) in lexicon.Hedges)
        {
            Hedges.Add(phrase, modifier);
            AddFirst(DateWordTraits.StartsHedge, phrase);
        }

        foreach (var (phrase, value) in lexicon.Vague)
        {
            Vague.Add(phrase, value);
            AddFirst(DateWordTraits.StartsVague, phrase);
        }

        foreach (string phrase in lexicon.NeverVague)
        {
            Vague.Add(phrase, null);
            AddFirst(DateWordTraits.StartsVague, phrase);
        }
    }

    /// <summary>Hedges before a length of time, with their modifier.</summary>
    public PhraseTable<string> Hedges { get; }

    /// <summary>Words for no certain time, with their value; null for phrases that mean no time.</summary>
    public PhraseTable<string?> Vague { get; }

    /// <summary>What a word does; nothing for a word that the lexicon does not have.</summary>
    public DateWord this[int word] => (uint)word < (uint)_words.Length ? _words[word] : default;

    /// <summary>The text that a word's value stands for, in the classes whose values are texts.</summary>
    public string Code(int value) => _codes[value];

    /// <summary>The code of a part of the day in TIMEX3, behind T.</summary>
    public static string PartCode(int part) => PartCodes[part];

    private (string Word, short Code) Coded(KeyValuePair<string, string> entry)
    {
        _codes.Add(entry.Value);
        return (entry.Key, (short)(_codes.Count - 1));
    }

    private void Set(DateWordClass kind, IReadOnlyDictionary<string, short> words) => Set(kind, words.Select(w => (w.Key, w.Value)));

    private void Set(DateWordClass kind, IReadOnlyList<string> words, short value = 0) => Set(kind, words.Select(w => (w, value)));

    private void Set(DateWordClass kind, IReadOnlyDictionary<DateUnit, IReadOnlyList<string>> words) =>
        Set(kind, words.SelectMany(u => u.Value.Select(w => (w, (short)u.Key))));

    private void Set(DateWordClass kind, IEnumerable<(string Word, short Value)> words)
    {
        foreach (var (word, value) in words)
        {
            ref var entry = ref Entry(word);
            if (entry.Class == DateWordClass.None)
            {
                entry = entry with { Class = kind, Value = value };
            }
        }
    }

    private void Add(DateWordTraits trait, IReadOnlyList<string> words)
    {
        foreach (string word in words)
        {
            ref var entry = ref Entry(word);
            entry = entry with { Traits = entry.Traits | trait };
        }
    }

    private void AddFirst(DateWordTraits trait, string phrase)
    {
        int space = phrase.IndexOf(' ', StringComparison.Ordinal);
        Add(trait, [space < 0 ? phrase : phrase[..space]]);
    }

    private ref DateWord Entry(string word)
    {
        int number = _vocabulary.Add(word);
        if (number >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max(number + 1, _words.Length * 2));
        }

        return ref _words[number];
    }
}
