using System.Globalization;
using System.Text;
using TradeDigest.Language;

namespace TradeDigest.Facts;

/// <summary>Writes a fact as one plain English phrase, from its slots alone, so that it can say nothing that they do not.</summary>
internal sealed class FactStatements(PartyNames parties)
{
    private static readonly string[] s_conditions = ["unless ", "without ", "provided ", "assuming ", "in the event ", "as long "];
    private static readonly string[] s_articles = ["a ", "an ", "any ", "another ", "further "];

    /// <summary>The phrase for <paramref name="fact"/>.</summary>
    public string Of(Fact fact)
    {
        string words = fact switch
        {
            TariffFact f => Tariff(f),
            StatisticFact f => Statistic(f),
            ShareFact f => Share(f),
            ForecastFact f => Forecast(f),
            CommitmentFact f => Commitment(f),
            DeadlineFact f => Deadline(f),
            MeasureFact f => Measure(f),
            AgreementFact f => Join(
                f.Parties is null ? null : $"{parties.List(f.Parties)}:", f.Subject ?? "agreement", f.Status is { } status ? Lower(status) : null, f.Place is null ? null : $"in {f.Place}",
                f.Date is { } day ? PlainDates.At(day) : null, Days(f.DurationDays)),
            MeetingFact f => Join(
                f.Parties is null ? "talks" : f.Parties.Count > 1 ? $"talks between {parties.List(f.Parties)}" : $"talks of {parties.List(f.Parties)}", f.City is null ? null : $"in {f.City}",
                f.Venue is null ? null : $"at {f.Venue}", Span(f.Start, f.End)),
            DelegateFact f => Join(f.Name, f.Role is null ? null : $"({f.Role})", f.Side is null ? null : $"for {Name(f.Side)}"),
            CallFact f => Join(
                "call", f.Participants is null ? null : f.Participants.Count > 1 ? $"between {parties.List(f.Participants)}" : $"of {parties.List(f.Participants)}",
                f.Minutes is { } minutes ? $"of {(f.AtLeast == true ? "at least " : "")}{minutes} minutes" : null, f.Date is { } day ? PlainDates.At(day) : null),
            QuoteFact f => $"{(f.Speaker is null ? "somebody" : parties.Name(f.Speaker))}: “{f.Text}”",
            _ => throw new ArgumentException($"{fact.GetType().Name} is no kind of fact that has a statement.", nameof(fact)),
        };
        return words.Length > 0 && fact is not QuoteFact ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    }

    private string Tariff(TariffFact f)
    {
        string what = Join(
            f.Imposer is null ? null : parties.Adjective(f.Imposer), "tariffs",
            f.Target is null && f.Goods is null && f.CoverageValue is null ? null
                : Join("on", f.CoverageValue is null ? null : $"{Amount(f.CoverageValue, f.Unit)} of", f.Target is null ? null : parties.Adjective(f.Target), f.Goods ?? "goods"));
        bool ahead = f.Status is TariffStatus.Planned or TariffStatus.Threatened;
        string? change = (f.FromPercent, f.ToPercent) switch
        {
            ({ } from, { } to) => $"{Moved(f.Status, to < from)} from {Number(from)}% to {Number(to)}%",
            (null, { } to) => $"{Standing(f.Status)}at {Number(to)}%",
            ({ } from, null) => $"{Standing(f.Status)}at {Number(from)}% until now",
            _ => null,
        };
        string? points = f.ChangePoints is { } p ? $"{Moved(f.Status, p < 0)} by {Number(Math.Abs(p))} points" : null;
        string? state = f.Status is { } s && (s is TariffStatus.Suspended or TariffStatus.StruckDown || (ahead && change is null && points is null)) ? Plain(Lower(s)) : null;
        string? date = f.Date is { } day ? state is not null && !ahead ? PlainDates.At(day) : $"from {PlainDates.Of(day)}" : null;
        return Join(what, state is not null && (change ?? points) is not null ? $"{change ?? points}," : change ?? points, state, Days(f.DurationDays), date);
    }

    private static string Moved(TariffStatus? status, bool down) => status switch
    {
        TariffStatus.Planned => down ? "to be cut" : "to be raised",
        TariffStatus.Threatened => down ? "may be cut" : "threatened to be raised",
        _ => down ? "cut" : "raised",
    };

    private static string Standing(TariffStatus? status) => status is TariffStatus.Planned ? "planned " : status is TariffStatus.Threatened ? "threatened " : "";

    private string Statistic(StatisticFact f) => Join(
        Area(f.Area), Measured(f.Metric, f.Goods, f.Value), f.Partner is null ? null : $"{Towards(f.Metric)} {Name(f.Partner)}",
        f.ChangePercent is { } change ? change == 0 ? "unchanged" : $"{(change < 0 ? "down" : "up")} {Number(Math.Abs(change))}%" : null, f.Basis is null ? null : Basis(f.Basis),
        f.Value is null ? null : $"{(f.ChangePercent is null ? "at" : "to")} {Amount(IsBalance(f.Metric) ? Math.Abs(f.Value.Value) : f.Value, f.Unit)}",
        f.Period is null ? null : $"in {PlainDates.Period(f.Period)}", f.Record is null ? null : $"({f.Record})");

    private string Share(ShareFact f)
    {
        string? of = f.Activity is "market" && f.Commodity is not null ? $"the {f.Commodity} market" : Join(f.Commodity, Plain(f.Activity));
        return Join(Name(f.Holder), f.Holder is null ? null : f.Holder.Contains(" and ", StringComparison.Ordinal) ? "account for" : "accounts for", $"{Number(f.Percent)}%", string.IsNullOrEmpty(of) ? null : $"of {of}");
    }

    private string Forecast(ForecastFact f)
    {
        string? amount = f switch
        {
            { Metric: "job-losses", Unit: "job" } => Amount(f.Value, null),
            { Unit: "%", Value: { } percent } when f.Metric is not (null or "inflation" or "core-inflation" or "unemployment" or "producer-prices") =>
                $"{(percent < 0 ? "down" : "up")} {Number(Math.Abs(percent))}%",
            { Value: { } balance } when IsBalance(f.Metric) => Amount(Math.Abs(balance), f.Unit),
            _ => Amount(f.Value, f.Unit),
        };
        string? condition = f.Condition is { } c ? OpensWith(c, s_conditions) ? $"({c})" : OpensWith(c, s_articles) ? $"(in case of {c})" : $"(if {c})" : null;
        return Join(
            f.Forecaster is null ? "forecast:" : $"{Name(f.Forecaster)} forecast:", Area(f.Area), Measured(f.Metric, null, f.Value), amount,
            f.Horizon is null ? null : $"in {PlainDates.Period(f.Horizon)}", condition);
    }

    private static bool OpensWith(string words, string[] openings) => Array.Exists(openings, o => words.StartsWith(o, StringComparison.OrdinalIgnoreCase));

    private string Commitment(CommitmentFact f)
    {
        bool money = f.Unit is { Length: 3 } unit && char.IsAsciiLetterUpper(unit[0]);
        string? amount = Amount(f.Value, f.Unit);
        string? what = (f.Action, f.Object, amount) switch
        {
            (_, null, _) => amount,
            (_, { } thing, null) => thing,
            (CommitmentAction.Build or CommitmentAction.Invest or CommitmentAction.Pay, { } thing, { } sum) when money => f.Action == CommitmentAction.Build ? $"{thing} for {sum}" : $"{sum} ({thing})",
            (_, { } thing, { } sum) => f.Unit is null ? $"{sum} {thing}" : $"{sum} of {thing}",
        };
        bool said = f.Counterparty is not null && f.Object is not null && f.Object.Contains(parties.Adjective(f.Counterparty), StringComparison.OrdinalIgnoreCase);
        string? with = f.Counterparty is null || said ? null
            : f.Action switch
            {
                CommitmentAction.Buy => $"from {Name(f.Counterparty)}",
                CommitmentAction.Invest or CommitmentAction.Build => $"in {Name(f.Counterparty)}",
                _ => $"to {Name(f.Counterparty)}",
            };
        return Join(Name(f.Actor) ?? "commitment", "to", f.Action is { } action ? Lower(action) : "provide", what, with, f.Date is { } by ? $"by {PlainDates.Of(by)}" : null);
    }

    private static string Deadline(DeadlineFact f)
    {
        string? when = f.Date is { } day ? PlainDates.Of(day) : f.DurationDays is { } term ? $"within {Count(term)}" : null;
        string subject = f.Subject is null ? "deadline" : $"deadline ({f.Subject})";
        return Join(when is null ? subject : $"{subject}:", when, f.Date is not null && f.DurationDays is { } days ? $"({Count(days)})" : null);
    }

    private string Measure(MeasureFact f) =>
        Join(Name(f.Actor), f.Actor is null ? $"{f.Object ?? "trade measures"} {(f.Action is { } done ? Done(done) : "")}".TrimEnd() : Act(f), Days(f.DurationDays), f.Date is { } day ? PlainDates.At(day) : null);

    /// <summary>What is done, to what and to whom: “imposes sanctions on China”, “restricts exports of chemicals to South Korea”.</summary>
    private string Act(MeasureFact f)
    {
        string? target = f.Target is null || (f.Object is { } said && said.Contains(parties.Adjective(f.Target), StringComparison.OrdinalIgnoreCase)) ? null : Name(f.Target);
        string? thing = f.Object;
        return f.Action switch
        {
            MeasureAction.Retaliate => Join("retaliates", Prefixed("against", target), Prefixed("with", thing)),
            MeasureAction.Legislate => Join("adopts", thing ?? "a law", Prefixed("on", target)),
            MeasureAction.Complain => Join("complains", Prefixed("about", Names(thing, "complaint", "case", "dispute", "suit", "challenge") ? null : thing), Prefixed("against", target)),
            MeasureAction.Threaten => Join("threatens", thing is null || !Names(thing, "sale", "shipment", "trade") ? thing ?? "measures" : $"measures on {thing}", Prefixed("against", target)),
            MeasureAction.Investigate when Names(thing, "probe", "investigation", "inquiry", "enquiry", "review") => Join("opens", thing, Prefixed(thing!.Contains(" into", StringComparison.Ordinal) ? "against" : "into", target)),
            MeasureAction.Ban when Names(thing, "ban", "embargo", "moratorium", "boycott", "suspension") => Join("imposes", thing, Prefixed("on", target)),
            { } action => Join($"{Lower(action)}s", thing ?? "trade measures", Prefixed(Towards(action, thing), target)),
            null => Join(thing ?? "trade measures", Prefixed("towards", target)),
        };
    }

    /// <summary>The preposition before whom an act falls on: goods go to and come from somebody, burdens lie on somebody.</summary>
    private static string Towards(MeasureAction action, string? thing) =>
        Names(thing, "export", "sale", "shipment", "deliver", "suppl", "transfer") && !Names(thing, "ban", "curb", "restriction", "control", "licen", "quota") ? "to"
        : Names(thing, "import", "purchase") && !Names(thing, "ban", "curb", "restriction", "control", "licen", "quota") ? "from"
        : action is MeasureAction.Impose or MeasureAction.Restrict && thing?.Contains(" on ", StringComparison.Ordinal) != true ? "on"
        : "for";

    /// <summary>Whether one of the words of a thing begins so.</summary>
    private static bool Names(string? thing, params ReadOnlySpan<string> stems)
    {
        foreach (string stem in stems)
        {
            int at = thing?.IndexOf(stem, StringComparison.OrdinalIgnoreCase) ?? -1;
            if (at >= 0 && (at == 0 || !char.IsLetter(thing![at - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Prefixed(string preposition, string? words) => words is null ? null : $"{preposition} {words}";

    private static string Done(MeasureAction action) => action switch
    {
        MeasureAction.Ban => "banned",
        MeasureAction.Legislate => "made law",
        MeasureAction.Retaliate => "in retaliation",
        MeasureAction.Complain => "complained about",
        _ => Lower(action).TrimEnd('e') + "ed",
    };

    private static string? Span(PartialDate? start, PartialDate? end) => (start, end) switch
    {
        ({ } from, { } to) when from != to => $"from {PlainDates.Of(from)} to {PlainDates.Of(to)}",
        ({ } from, _) => PlainDates.At(from),
        (null, { } to) => $"until {PlainDates.Of(to)}",
        _ => null,
    };

    private string? Area(string? area) => area is null ? null : area == "world" ? "world" : parties.Adjective(area);

    private static bool IsBalance(string? metric) => metric is "trade-balance" or "market-balance" or "current-account" or "budget-balance";

    /// <summary>What is measured, with its goods behind it: “exports of cut flowers”, “trade in steel”, “trade deficit”.</summary>
    private static string? Measured(string? metric, string? goods, decimal? value)
    {
        string? name = (metric, value) switch
        {
            ("trade-balance", < 0) => "trade deficit",
            ("trade-balance", > 0) => "trade surplus",
            ("current-account", < 0) => "current account deficit",
            ("current-account", > 0) => "current account surplus",
            ("budget-balance", < 0) => "budget deficit",
            ("budget-balance", > 0) => "budget surplus",
            ("gdp", _) => "GDP",
            ("gnp", _) => "GNP",
            ("price", _) => "price",
            _ => Plain(metric),
        };
        return goods is null ? name : name is null ? goods : $"{name} {(metric is "trade" or "trade-balance" ? "in" : "of")} {goods}";
    }

    private static string Towards(string? metric) => metric switch
    {
        "imports" => "from",
        "exports" => "to",
        _ => "with",
    };

    private static string Basis(string basis) => basis switch
    {
        "yoy" => "on the year",
        "mom" => "on the month",
        "qoq" => "on the quarter",
        _ => basis,
    };

    private static string Count(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string? Days(int? days) => days is { } count ? $"for {Count(count)}" : null;

    private string? Name(string? party) => party is null ? null : parties.Name(party);

    private static string? Plain(string? id) => id?.Replace('-', ' ');

    private static string Lower<T>(T value)
        where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (char c in value.ToString())
        {
            words.Append(char.IsUpper(c) && words.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    private static string? Amount(decimal? value, string? unit)
    {
        if (value is not { } number)
        {
            return null;
        }

        string scaled = Math.Abs(number) switch
        {
            >= 1_000_000_000_000m => $"{Number(number / 1_000_000_000_000m)} trillion",
            >= 1_000_000_000m => $"{Number(number / 1_000_000_000m)} billion",
            >= 1_000_000m => $"{Number(number / 1_000_000m)} million",
            _ => number.ToString("#,0.####", CultureInfo.InvariantCulture),
        };
        return unit switch
        {
            null => scaled,
            "%" => $"{scaled}%",
            { Length: 3 } when char.IsAsciiLetterUpper(unit[0]) && char.IsAsciiLetterUpper(unit[2]) => $"{unit} {scaled}",
            _ => $"{scaled} {unit}{(Math.Abs(number) == 1 || unit.EndsWith('s') || unit.Contains('/', StringComparison.Ordinal) ? "" : "s")}",
        };
    }

    private static string Number(decimal? value) => value is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture) : "";

    private static string Join(params ReadOnlySpan<string?> parts)
    {
        var joined = new StringBuilder();
        foreach (string? part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                joined.Append(joined.Length > 0 ? " " : "").Append(part);
            }
        }

        return joined.ToString();
    }
}
