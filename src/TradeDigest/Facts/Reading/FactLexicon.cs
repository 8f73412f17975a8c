using System.Globalization;
using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>The words of the fact rules, from <c>Language/English/*.json</c>, in one table over the reader's vocabulary.</summary>
internal sealed class FactLexicon
{
    private readonly PhraseTable<Term> _terms;
    private readonly int _possessive;
    private readonly Term _owner = new() { Roles = Role.Possessive };

    /// <summary>Loads every file and adds its words to <paramref name="vocabulary"/>.</summary>
    /// <exception cref="InvalidOperationException">A file does not fit: the message names it and what is wrong.</exception>
    public FactLexicon(Vocabulary vocabulary)
    {
        var terms = new Dictionary<string, Term>(StringComparer.OrdinalIgnoreCase);
        AddClauses(terms, LexiconFile.Load("English/clauses.json", FactLexiconContext.Default.ClausesFile));
        AddVerbs(terms, LexiconFile.Load("English/verbs.json", FactLexiconContext.Default.VerbsFile));
        AddVerbs(terms, LexiconFile.Load("English/event-verbs.json", FactLexiconContext.Default.VerbsFile));
        AddMetrics(terms, LexiconFile.Load("English/metrics.json", FactLexiconContext.Default.MetricsFile));
        AddTariffs(terms, LexiconFile.Load("English/tariffs.json", FactLexiconContext.Default.TariffsFile));
        AddShares(terms, LexiconFile.Load("English/shares.json", FactLexiconContext.Default.SharesFile));
        AddOutlook(terms, LexiconFile.Load("English/outlook.json", FactLexiconContext.Default.OutlookFile));

        _terms = new PhraseTable<Term>(vocabulary);
        _possessive = vocabulary.Add("'s");
        foreach (var (phrase, term) in terms)
        {
            _terms.Add(phrase, term);
        }
    }

    /// <summary>The longest term that begins at token <paramref name="at"/>; <see cref="Term.None"/> of one token where there is none.</summary>
    public (Term Term, int Length) At(AnnotatedText text, int at) =>
        text.Tokens[at].Word == _possessive ? (_owner, 1)
        : _terms.TryMatch(text.Text, text.Tokens, at, out var term, out int length) ? (term, length) : (Term.None, 1);

    private static void AddClauses(Dictionary<string, Term> terms, ClausesFile file)
    {
        foreach (var (name, words) in file.Roles)
        {
            Add(terms, words, Parse<Role>(name, "clauses.json"));
        }
    }

    private static void AddVerbs(Dictionary<string, Term> terms, VerbsFile file)
    {
        foreach (var (name, entries) in file.Classes)
        {
            var says = Parse<VerbClass>(name, "verbs.json");
            foreach (string entry in entries)
            {
                foreach (var (word, form) in VerbForms.Of(entry))
                {
                    var term = Get(terms, word);
                    term.Verbs |= says;
                    term.Forms |= form;
                    term.Base ??= VerbForms.Base(entry);
                }
            }
        }

        foreach (string word in file.AlsoNouns)
        {
            Get(terms, word).AlsoNoun = true;
        }
    }

    private static void AddMetrics(Dictionary<string, Term> terms, MetricsFile file)
    {
        foreach (var (groups, roles, sign) in new[]
        {
            (file.Metrics, Role.Metric, 0), (file.Deficits, Role.Metric, -1), (file.Surpluses, Role.Metric, 1),
            (file.Balances, Role.Metric, 0), (file.Growth, Role.Metric | Role.Growth, 0),
        })
        {
            foreach (var (metric, words) in groups)
            {
                foreach (var term in Add(terms, words, roles))
                {
                    term.Metric = metric;
                    term.Sign = sign;
                }
            }
        }

        AddSigned(terms, file.Elliptical, Role.Elliptical);
        AddSigned(terms, file.Changes, Role.Change);
        Add(terms, file.Record.Superlatives, Role.Superlative);
        Add(terms, file.Record.Endings, Role.RecordEnding);
        Add(terms, file.Record.Since, Role.Since);
        foreach (var (basis, words) in file.Basis)
        {
            var phrases = words.Alone.Concat(words.Leads.SelectMany(lead => words.Anchors.Select(anchor => $"{lead} {anchor}")));
            foreach (var term in Add(terms, phrases, Role.Basis))
            {
                term.Basis = basis;
            }
        }

        Add(terms, file.Other, Role.None);
    }

    private static void AddSigned(Dictionary<string, Term> terms, Dictionary<string, string[]> groups, Role role)
    {
        foreach (var (sign, words) in groups)
        {
            foreach (var term in Add(terms, words, role))
            {
                term.Sign = int.Parse(sign, CultureInfo.InvariantCulture);
            }
        }
    }

    private static void AddTariffs(Dictionary<string, Term> terms, TariffsFile file)
    {
        Add(terms, file.NotTariffs, Role.None);
        Add(terms, file.Nouns, Role.Tariff);
        Add(terms, file.GoodsHeads, Role.GenericGoods);
        Add(terms, file.Points, Role.Points);
    }

    private static void AddShares(Dictionary<string, Term> terms, SharesFile file)
    {
        foreach (var (activity, words) in file.Activities)
        {
            foreach (var term in Add(terms, words, Role.Activity))
            {
                term.Activity = activity;
            }
        }

        Add(terms, file.ShareNouns, Role.ShareNoun);
        Add(terms, file.World, Role.World);
        foreach (string word in file.NotCommodities)
        {
            Get(terms, word).NoCommodity = true;
        }
    }

    private static void AddOutlook(Dictionary<string, Term> terms, OutlookFile file)
    {
        Add(terms, file.ForecastNouns, Role.ForecastNoun);
        Add(terms, file.ReportNouns, Role.ReportNoun);
        foreach (var (loss, words) in file.LossNouns)
        {
            foreach (var term in Add(terms, words, Role.LossNoun))
            {
                term.Loss = loss;
            }
        }

        Add(terms, file.World, Role.World);
        Add(terms, file.DeadlineNouns, Role.DeadlineNoun);
        Add(terms, file.WindowNouns, Role.WindowNoun);
        Add(terms, file.PromiseNouns, Role.PromiseNoun);
        Add(terms, file.Units, Role.Building);
    }

    private static List<Term> Add(Dictionary<string, Term> terms, IEnumerable<string> words, Role roles)
    {
        var added = new List<Term>();
        foreach (string word in words)
        {
            var term = Get(terms, word);
            term.Roles |= roles;
            added.Add(term);
        }

        return added;
    }

    private static Term Get(Dictionary<string, Term> terms, string word)
    {
        if (!terms.TryGetValue(word, out var term))
        {
            terms.Add(word, term = new Term());
        }

        return term;
    }

    private static T Parse<T>(string name, string file)
        where T : struct, Enum =>
        Enum.TryParse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : throw new InvalidOperationException($"The lexicon English/{file} has a group '{name}' that no rule knows: use a name of {typeof(T).Name}.");
}
