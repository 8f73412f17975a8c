using System.Globalization;
using System.Text;

namespace TradeDigest.Facts;

/// <summary>Writes a fact as one plain English phrase, from its slots alone, so that it can say nothing that they do not.</summary>
internal sealed class FactStatements(PartyNames parties)
{
    /// <summary>The phrase for <paramref name="fact"/>.</summary>
    public string Of(Fact fact) => fact switch
    {
        TariffFact f => Tariff(f),
        StatisticFact f => Statistic(f),
        ShareFact f => Join(Name(f.Holder), $"{Number(f.Percent)}% of", f.Commodity, Plain(f.Activity)),
        ForecastFact f => Forecast(f),
        CommitmentFact f => Join(
            Name(f.Actor), "to", f.Action is { } action ? Lower(action) : "commit", Amount(f.Value, f.Unit), f.Object is null ? null : f.Value is null ? f.Object : $"of {f.Object}",
            f.Counterparty is null ? null : $"({Name(f.Counterparty)})", f.Date is { } by ? $"by {by}" : null),
        DeadlineFact f => Join("deadline:", f.Subject ?? "term", f.Date is { } day ? $"until {day}" : null, f.DurationDays is { } days ? $"({days} days)" : null),
        MeasureFact f => Join(
            Name(f.Actor), f.Action is { } action ? $"{Plain(Lower(action))}:" : null, f.Object, f.Target is null ? null : $"(on {Name(f.Target)})",
            f.DurationDays is { } days ? $"for {days} days" : null, f.Date is { } day ? $"in {day}" : null),
        AgreementFact f => Join(
            f.Parties is null ? null : $"{parties.List(f.Parties)}:", f.Subject ?? "agreement", f.Status is { } status ? Plain(Lower(status)) : null, f.Place is null ? null : $"in {f.Place}",
            f.Date is { } day ? $"on {day}" : null, f.DurationDays is { } days ? $"for {days} days" : null),
        MeetingFact f => Join(
            f.Parties is null ? "talks" : $"talks of {parties.List(f.Parties)}", f.City is null ? null : $"in {f.City}", f.Venue is null ? null : $"at {f.Venue}",
            f.Start is { } start ? $"from {start}" : null, f.End is { } end && f.End != f.Start ? $"to {end}" : null),
        DelegateFact f => Join(f.Name, f.Role is null ? null : $"({f.Role})", f.Side is null ? null : $"for {Name(f.Side)}"),
        CallFact f => Join(
            "call", f.Participants is null ? null : $"between {parties.List(f.Participants)}", f.Minutes is { } minutes ? $"of {(f.AtLeast == true ? "at least " : "")}{minutes} minutes" : null,
            f.Date is { } day ? $"on {day}" : null),
        QuoteFact f => $"{(f.Speaker is null ? "somebody" : parties.Name(f.Speaker))}: “{f.Text}”",
        _ => throw new ArgumentException($"{fact.GetType().Name} is no kind of fact that has a statement.", nameof(fact)),
    };

    private string Tariff(TariffFact f)
    {
        string what = Join(
            f.Imposer is null ? null : parties.Adjective(f.Imposer), "tariffs",
            f.Target is null && f.Goods is null && f.CoverageValue is null ? null
                : Join("on", f.CoverageValue is null ? null : $"{Amount(f.CoverageValue, f.Unit)} of", f.Target is null ? null : parties.Adjective(f.Target), f.Goods ?? "goods"));
        string? change = (f.FromPercent, f.ToPercent) switch
        {
            ({ } from, { } to) => $"{(to < from ? "cut" : "raised")} from {Number(from)}% to {Number(to)}%",
            (null, { } to) => $"at {Number(to)}%",
            ({ } from, null) => $"of {Number(from)}% changed",
            _ => null,
        };
        string? points = f.ChangePoints is { } p ? $"{(p < 0 ? "cut" : "raised")} by {Number(Math.Abs(p))} points" : null;
        string? status = f.Status is { } s and not TariffStatus.InForce ? $"({Plain(Lower(s))})" : null;
        return Join(what, change, points, f.DurationDays is { } days ? $"for {days} days" : null, status, f.Date is { } date ? $"from {date}" : null);
    }

    private string Statistic(StatisticFact f) => Join(
        f.Area is null ? null : f.Area == "world" ? "world" : parties.Adjective(f.Area), f.Goods, Balance(f.Metric, f.Value), f.Partner is null ? null : $"{Towards(f.Metric)} {Name(f.Partner)}",
        f.ChangePercent is { } change ? $"{(change < 0 ? "down" : "up")} {Number(Math.Abs(change))}%" : null, f.Basis is null ? null : Basis(f.Basis),
        f.Value is null ? null : $"{(f.ChangePercent is null ? "at" : "to")} {Amount(f.Metric is "trade-balance" or "current-account" or "budget-balance" ? Math.Abs(f.Value.Value) : f.Value, f.Unit)}",
        f.Period is null ? null : $"in {f.Period}", f.Record is null ? null : $"({f.Record})");

    private string Forecast(ForecastFact f) => Join(
        f.Forecaster is null ? "forecast:" : $"{Name(f.Forecaster)} forecast:", f.Area is null ? null : f.Area == "world" ? "world" : parties.Adjective(f.Area), Balance(f.Metric, f.Value),
        f.Metric is "trade-balance" or "current-account" or "budget-balance" && f.Value is { } balance ? Amount(Math.Abs(balance), f.Unit) : Amount(f.Value, f.Unit),
        f.Horizon is null ? null : $"in {f.Horizon}", f.Condition is null ? null : $"(if {f.Condition})");

    private static string? Balance(string? metric, decimal? value) => (metric, value) switch
    {
        ("trade-balance", < 0) => "trade deficit",
        ("trade-balance", > 0) => "trade surplus",
        ("current-account", < 0) => "current account deficit",
        ("current-account", > 0) => "current account surplus",
        ("gdp", _) => "GDP",
        ("gnp", _) => "GNP",
        _ => Plain(metric),
    };

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
