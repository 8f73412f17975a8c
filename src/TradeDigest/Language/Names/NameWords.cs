namespace TradeDigest.Language;

/// <summary>What a word may be in or beside a name.</summary>
[Flags]
internal enum NameWord : long
{
    None = 0,
    Male = 1 << 0,
    Female = 1 << 1,
    EitherSex = 1 << 2,
    EastAsianSurname = 1 << 3,
    Particle = 1 << 4,
    Honorific = 1 << 5,
    RoleHead = 1 << 6,
    RoleModifier = 1 << 7,
    Portfolio = 1 << 8,
    CompanySuffix = 1 << 9,
    OrganizationHead = 1 << 10,
    AgencyHead = 1 << 11,
    StrongAgency = 1 << 12,
    VenueHead = 1 << 13,
    StreetHead = 1 << 14,
    Calendar = 1 << 15,
    Function = 1 << 16,
    FiniteVerb = 1 << 17,
    Saying = 1 << 18,
    StrongSaying = 1 << 19,
    GenerationSuffix = 1 << 20,
    NotInName = 1 << 21,
    AlsoSurname = 1 << 22,
    Spokesperson = 1 << 23,
    MaleHonorific = 1 << 24,
    FemaleHonorific = 1 << 25,

    /// <summary>Governs the noun behind it, which then is no subject: <c>of</c>, <c>against</c>.</summary>
    Preposition = 1 << 26,

    /// <summary>Joins a role with those for whom one has it: <c>spokesman for</c>, <c>economist at</c>.</summary>
    Link = 1 << 27,
    Determiner = 1 << 28,
    Copula = 1 << 29,

    /// <summary>Gives what it speaks of a name of its own: <c>called it “illegal”</c>.</summary>
    Judging = 1 << 30,

    /// <summary>Introduces the title of a work: <c>a report titled “…”</c>.</summary>
    Naming = 1L << 31,

    /// <summary>People who speak for nobody but themselves: <c>a Chicago trader</c>.</summary>
    PrivateRole = 1L << 32,

    /// <summary>An irregular plural that owns an organisation: <c>People's Bank</c>, <c>Women's Institute</c>.</summary>
    Owners = 1L << 33,

    /// <summary>A common noun before the name of a company or body: <c>consultancy</c>, <c>miner</c>.</summary>
    OrganizationNoun = 1L << 34,

    /// <summary>A verb that forecasters and companies do: <c>expects</c>, <c>lowered</c>.</summary>
    Forecasting = 1L << 35,

    /// <summary>Ends a role that the people behind it share: <c>Presidents X and Y</c>.</summary>
    PluralRoleHead = 1L << 36,
    GivenName = Male | Female | EitherSex,
}

/// <summary>What each word of the vocabulary may be in or beside a name.</summary>
internal sealed class NameWords(Vocabulary vocabulary)
{
    private NameWord[] _of = new NameWord[4096];

    /// <summary>The word with this number; nothing for a word that no lexicon of names knows.</summary>
    public NameWord this[int word] => (uint)word < (uint)_of.Length ? _of[word] : NameWord.None;

    /// <summary>Marks single words.</summary>
    /// <exception cref="ArgumentException">One is not a single word.</exception>
    public void Add(IEnumerable<string> words, NameWord mark)
    {
        var tokenizer = new Tokenizer(vocabulary);
        foreach (string word in words)
        {
            if (tokenizer.Tokenize(word).Count != 1)
            {
                throw new ArgumentException($"'{word}' is not one word: a list of {mark} holds single words.", nameof(words));
            }

            int number = vocabulary.Add(word.Replace('’', '\''));
            if (number >= _of.Length)
            {
                Array.Resize(ref _of, Math.Max(number + 1, _of.Length * 2));
            }

            _of[number] |= mark;
        }
    }
}
