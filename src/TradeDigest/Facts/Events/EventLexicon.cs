using System.Text.Json.Serialization;
using TradeDigest.Language;

namespace TradeDigest.Facts.Events;

/// <summary>A noun or phrase that the rules of events know.</summary>
internal sealed class EventTerm
{
    /// <summary>A word that they do not know.</summary>
    public static EventTerm None { get; } = new();

    /// <summary>What it is.</summary>
    public EventRole Roles { get; set; }

    /// <summary>The act that the noun itself is (<c>ban</c>, <c>revocation</c>); null for others.</summary>
    public MeasureAction? Act { get; set; }
}

/// <summary>The words of measures, agreements, meetings, delegations and calls.</summary>
internal sealed class EventLexicon
{
    private static readonly string[] s_files = ["measures", "agreements", "meetings"];

    private readonly PhraseTable<EventTerm> _terms;
    private readonly HashSet<string> _offices = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, EventVerb> _verbs = new(StringComparer.Ordinal);

    /// <summary>Loads the three files and adds their words to <paramref name="vocabulary"/>.</summary>
    /// <exception cref="InvalidOperationException">A file does not fit: the message names it and what is wrong.</exception>
    public EventLexicon(Vocabulary vocabulary)
    {
        var terms = new Dictionary<string, EventTerm>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in s_files)
        {
            var file = LexiconFile.Load($"English/{name}.json", EventLexiconContext.Default.EventsFile);
            foreach (var (role, words) in file.Roles)
            {
                Add(terms, words, Parse<EventRole>(role, name), null);
            }

            foreach (var (act, words) in file.Acts)
            {
                Add(terms, words, EventRole.Plain, Parse<MeasureAction>(act, name));
            }

            foreach (var (use, bases) in file.Verbs)
            {
                foreach (string verb in bases)
                {
                    _verbs[verb] = _verbs.GetValueOrDefault(verb) | Parse<EventVerb>(use, name);
                }
            }
        }

        _terms = new PhraseTable<EventTerm>(vocabulary);
        foreach (var (phrase, term) in terms)
        {
            _terms.Add(phrase, term);
            if ((term.Roles & EventRole.Office) != 0)
            {
                _offices.Add(phrase[(phrase.LastIndexOf(' ') + 1)..]);
            }
        }
    }

    /// <summary>The longest term that begins at token <paramref name="at"/>, and how many tokens it takes; <see cref="EventTerm.None"/> of none where there is none.</summary>
    public (EventTerm Term, int Length) At(AnnotatedText text, int at) =>
        _terms.TryMatch(text.Text, text.Tokens, at, out var term, out int length) ? (term, length) : (EventTerm.None, 0);

    /// <summary>Whether a role ends as an office of state does: in the last word of one of the phrases for “the minister”.</summary>
    public bool IsOffice(string role) => _offices.Contains(role[(role.LastIndexOf(' ') + 1)..]);

    /// <summary>What the verb of this base form does.</summary>
    public EventVerb Of(string? verb) => verb is null ? EventVerb.None : _verbs.GetValueOrDefault(verb);

    private static void Add(Dictionary<string, EventTerm> terms, string[] words, EventRole role, MeasureAction? act)
    {
        foreach (string word in words)
        {
            if (!terms.TryGetValue(word, out var term))
            {
                terms.Add(word, term = new EventTerm());
            }

            term.Roles |= role;
            term.Act ??= act;
        }
    }

    private static T Parse<T>(string name, string file)
        where T : struct, Enum =>
        Enum.TryParse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new InvalidOperationException($"The lexicon English/{file}.json has a group '{name}' that no rule knows: use a name of {typeof(T).Name}.");
}

/// <summary>The form of <c>measures.json</c>, <c>agreements.json</c> and <c>meetings.json</c>.</summary>
/// <param name="About">What the file is for.</param>
/// <param name="Roles">Nouns and phrases by <see cref="EventRole"/>.</param>
/// <param name="Verbs">Base forms by <see cref="EventVerb"/>.</param>
/// <param name="Acts">Nouns that are acts, by <see cref="MeasureAction"/>.</param>
internal sealed record EventsFile(string About, Dictionary<string, string[]> Roles, Dictionary<string, string[]> Verbs, Dictionary<string, string[]> Acts);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EventsFile))]
internal sealed partial class EventLexiconContext : JsonSerializerContext;
