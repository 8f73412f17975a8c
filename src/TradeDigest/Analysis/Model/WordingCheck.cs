using TradeDigest.Facts;
using TradeDigest.Facts.Reading;
using TradeDigest.Language;

namespace TradeDigest.Analysis.Model;

/// <summary>Whether the words of a fact's evidence bear out what a model chose for it: the metric, the direction, the action, the standing, who acts on whom.</summary>
/// <remarks>It reads with the words of the rules (<see cref="FactExtractor"/>), and asks for less than they do: a word that says it, not a clause that proves it.</remarks>
public sealed class WordingCheck(FactExtractor extractor)
{
    private static readonly Dictionary<MeasureAction, VerbClass> Verbs = new()
    {
        [MeasureAction.Impose] = VerbClass.Impose | VerbClass.Subject | VerbClass.Raise,
        [MeasureAction.Suspend] = VerbClass.Suspend,
        [MeasureAction.Extend] = VerbClass.Extend,
        [MeasureAction.Ease] = VerbClass.Ease | VerbClass.Lower,
        [MeasureAction.Lift] = VerbClass.Remove,
        [MeasureAction.Ban] = VerbClass.Ban,
        [MeasureAction.Revoke] = VerbClass.Revoke,
        [MeasureAction.Approve] = VerbClass.Approve,
        [MeasureAction.Restrict] = VerbClass.Restrict | VerbClass.Lower,
        [MeasureAction.Threaten] = VerbClass.Threaten,
        [MeasureAction.Investigate] = VerbClass.Investigate,
        [MeasureAction.Complain] = VerbClass.Complain,
        [MeasureAction.Legislate] = VerbClass.Legislate,
        [MeasureAction.Retaliate] = VerbClass.Retaliate,
    };

    private static readonly Dictionary<MeasureAction, string[]> Stems = new()
    {
        [MeasureAction.Suspend] = ["suspen", "halt", "pause", "freez", "moratori"],
        [MeasureAction.Extend] = ["exten", "prolong", "renew"],
        [MeasureAction.Ease] = ["eas", "relax", "loosen"],
        [MeasureAction.Lift] = ["lift", "remov", "scrap", "aboli", "end"],
        [MeasureAction.Ban] = ["ban", "prohibit", "embargo", "bar"],
        [MeasureAction.Revoke] = ["revo", "withdr", "cancel"],
        [MeasureAction.Approve] = ["approv", "grant", "ratif", "clear", "licen"],
        [MeasureAction.Restrict] = ["restrict", "curb", "limit", "tighten", "control", "quota"],
        [MeasureAction.Investigate] = ["investigat", "probe", "inquir", "review"],
        [MeasureAction.Complain] = ["compla", "challeng", "disput", "consultation", "protest", "accus"],
        [MeasureAction.Legislate] = ["legislat", "bill", "law", "act"],
        [MeasureAction.Retaliate] = ["retaliat", "counter", "respon"],
        [MeasureAction.Threaten] = ["threat", "warn"],
        [MeasureAction.Impose] = ["impos", "impositi", "sanction"],
    };

    private static readonly Dictionary<CommitmentAction, VerbClass> Deeds = new()
    {
        [CommitmentAction.Buy] = VerbClass.Buy,
        [CommitmentAction.Invest] = VerbClass.Invest,
        [CommitmentAction.Build] = VerbClass.Build,
        [CommitmentAction.Supply] = VerbClass.Supply,
        [CommitmentAction.Pay] = VerbClass.Pay,
    };

    /// <summary>Whether the words at <paramref name="span"/> bear <paramref name="fact"/> out.</summary>
    public bool BearsOut(AnnotatedText article, TextSpan span, Fact fact)
    {
        var words = Read(article, span);
        return fact switch
        {
            TariffFact f => words.Exists(w => w.Term.Is(Role.Tariff)) && Stands(words, f.Status) && Acts(article, span, f.Imposer, f.Target)
                && (f.ChangePoints is not { } change || Points(words, article, change)),
            StatisticFact f => (f.Metric is null || Measures(words, f.Metric)) && (f.Basis is null || Against(words, f.Basis))
                && (f.ChangePercent is not { } change || Points(words, article, change))
                && (f.Value is not < 0 || f.Unit is null or "%" || words.Exists(w => w.Term.Sign < 0 || w.Term.Says(VerbClass.Fall | VerbClass.Narrow)))
                && Acts(article, span, f.Area, f.Partner),
            ShareFact f => f.Activity is null || words.Exists(w => w.Term.Activity == f.Activity) || Says(words, f.Activity),
            ForecastFact f => (f.Metric is null || Measures(words, f.Metric)) && (f.Value is not { } value || f.Unit != "%" || Points(words, article, value)),
            MeasureFact f => f.Action is { } action && Does(words, action) && !IsDenied(words) && Acts(article, span, f.Actor, f.Target),
            CommitmentFact f => f.Action is { } action && words.Exists(w => w.Term.Says(Deeds[action])) && Acts(article, span, f.Actor, f.Counterparty),
            CallFact f => f.AtLeast is not true || article.Quantities.Any(q => q.Span.Overlaps(span) && q.Bound == QuantityBound.AtLeast)
                || article.Dates.Any(d => d.Span.Overlaps(span) && d.Modifier == "MORE_THAN") || Says(words, "more", "over", "least"),
            _ => !IsDenied(words) || fact is QuoteFact or DelegateFact or DeadlineFact,
        };
    }

    private List<Worded> Read(AnnotatedText article, TextSpan span)
    {
        var words = new List<Worded>();
        for (int i = 0; i < article.Tokens.Count; i++)
        {
            if (article.Tokens[i].Span.Overlaps(span))
            {
                var (term, length) = extractor.Lexicon.At(article, i);
                words.Add(new Worded(term, new TextSpan(article.Tokens[i].Start, article.Tokens[i + length - 1].End), article.Text));
            }
        }

        return words;
    }

    private static bool Measures(List<Worded> words, string metric) =>
        words.Exists(w => w.Term.Metric == metric || w.Term.Loss == metric) || Says(words, metric.Split('-'))
        || (metric is "exports" && words.Exists(w => w.Term.Says(VerbClass.Export)))
        || (metric is "imports" && words.Exists(w => w.Term.Says(VerbClass.Import)));

    private static bool Against(List<Worded> words, string basis) => words.Exists(w => w.Term.Basis == basis);

    /// <summary>Whether the nearest word of direction to the amount points the amount's way; without any, only a sign before it counts as a fall.</summary>
    private static bool Points(List<Worded> words, AnnotatedText article, decimal amount)
    {
        var quantity = article.Quantities.FirstOrDefault(q => Math.Abs(q.Value) == Math.Abs(amount) && words.Exists(w => w.Span.Overlaps(q.Span)));
        if (quantity.Unit is null && quantity.Value == 0)
        {
            return amount == 0;
        }

        if (quantity.Value < 0)
        {
            return amount < 0;
        }

        int nearest = int.MaxValue, direction = 0;
        foreach (var word in words)
        {
            int points = word.Direction;
            if (points != 0)
            {
                // A word before the amount governs it rather than one behind.
                int distance = word.Span.End <= quantity.Span.Start ? quantity.Span.Start - word.Span.End : (word.Span.Start - quantity.Span.End + 1) * 3;
                if (distance < nearest)
                {
                    (nearest, direction) = (distance, points);
                }
            }
        }

        return direction == 0 ? amount >= 0 : direction == Math.Sign(amount);
    }

    private static bool Stands(List<Worded> words, TariffStatus? status)
    {
        bool threatened = words.Exists(w => w.Term.Says(VerbClass.Threaten) || w.Term.Is(Role.ThreatenedNoun | Role.Possible | Role.Condition));
        bool planned = words.Exists(w => w.Term.Is(Role.Planned | Role.PlannedNoun) || w.Term.Says(VerbClass.Plan | VerbClass.Propose | VerbClass.Promise));
        return status switch
        {
            TariffStatus.Threatened => threatened,
            TariffStatus.Planned => planned || threatened || words.Exists(w => w.Term.Says(VerbClass.TakeEffect | VerbClass.Say)),
            TariffStatus.Suspended => words.Exists(w => w.Term.Says(VerbClass.Suspend)) || Says(words, "suspension", "pause", "truce"),
            TariffStatus.StruckDown => words.Exists(w => w.Term.Says(VerbClass.StrikeDown)),
            TariffStatus.InForce => !threatened && !planned,
            _ => true,
        };
    }

    private static bool Does(List<Worded> words, MeasureAction action) =>
        words.Exists(w => w.Term.Says(Verbs[action]) || Stems[action].Any(stem => w.Text.StartsWith(stem, StringComparison.OrdinalIgnoreCase)));

    private static bool IsDenied(List<Worded> words) =>
        words.Exists(w => w.Term.Is(Role.Negative | Role.NegativeAuxiliary | Role.NegativeDeterminer) || w.Term.Says(VerbClass.Refuse));

    /// <summary>
    /// False where the actor only stands behind “on”, “against” or “from” and the one acted on does not: then the two have changed places.
    /// </summary>
    private static bool Acts(AnnotatedText article, TextSpan span, string? actor, string? target)
    {
        if (actor is null || target is null)
        {
            return true;
        }

        if (string.Equals(actor, target, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var (actors, targets) = (Mentions(article, span, actor), Mentions(article, span, target));
        bool actedOn = actors.Count > 0 && actors.TrueForAll(n => IsObject(article, n));
        bool acting = targets.Count > 0 && targets.TrueForAll(n => !IsObject(article, n));
        return !(actedOn && (acting || targets.Count == 0)) && !(acting && actors.Count == 0);
    }

    private static List<NameMention> Mentions(AnnotatedText article, TextSpan span, string who) =>
        [.. article.Names.Where(n => n.Span.Overlaps(span) && (n.Id == who || n.Party == who))];

    private static bool IsObject(AnnotatedText article, NameMention name)
    {
        for (int i = name.FirstToken - 1; i >= Math.Max(0, name.FirstToken - 4); i--)
        {
            string word = article.Words(article.Tokens[i].Span);
            switch (word.ToLowerInvariant())
            {
                case "on" or "against" or "from" or "to" or "with" or "upon" or "toward" or "towards":
                    return true;
                case "the" or "some" or "all" or "most" or "certain" or "selected":
                    continue;
                default:
                    // “on steel from”, “on imported Chinese”: adjectives and goods may stand between.
                    if (article.Tokens[i].Kind != TokenKind.Word || article.Tokens[i].IsCapitalized)
                    {
                        return false;
                    }

                    continue;
            }
        }

        return false;
    }

    private static bool Says(List<Worded> words, params string[] any) =>
        words.Exists(w => any.Any(a => w.Text.Equals(a, StringComparison.OrdinalIgnoreCase)));

    private readonly record struct Worded(Term Term, TextSpan Span, string Source)
    {
        public string Text => Source[Span.Start..Span.End];

        public int Direction =>
            Term.Says(VerbClass.Fall | VerbClass.Lower | VerbClass.Narrow) && !Term.Says(VerbClass.Rise | VerbClass.Raise) ? -1
            : Term.Says(VerbClass.Rise | VerbClass.Raise | VerbClass.Widen) && !Term.Says(VerbClass.Fall | VerbClass.Lower) ? 1
            : Term.Is(Role.Up) ? 1
            : Term.Is(Role.Down) ? -1
            : Term.Is(Role.Change) ? Term.Sign
            : 0;
    }
}
