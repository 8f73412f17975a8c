using System.Text.Json.Serialization;

namespace TradeDigest.Facts.Reading;

/// <summary><c>verbs.json</c>.</summary>
internal sealed record VerbsFile(string About, Dictionary<string, string[]> Classes, string[] AlsoNouns);

/// <summary><c>clauses.json</c>.</summary>
internal sealed record ClausesFile(string About, Dictionary<string, string[]> Roles);

/// <summary><c>metrics.json</c>.</summary>
internal sealed record MetricsFile(
    string About, Dictionary<string, string[]> Metrics, Dictionary<string, string[]> Deficits, Dictionary<string, string[]> Surpluses,
    Dictionary<string, string[]> Balances, Dictionary<string, string[]> Elliptical, Dictionary<string, string[]> Growth,
    Dictionary<string, string[]> Changes, RecordWords Record, Dictionary<string, BasisWords> Basis, string[] Other);

/// <summary>Words of “the steepest drop since February 2020”.</summary>
internal sealed record RecordWords(string[] Superlatives, string[] Endings, string[] Since);

/// <summary>Phrases of one basis: every lead before every anchor, and those that stand alone.</summary>
internal sealed record BasisWords(string[] Leads, string[] Anchors, string[] Alone);

/// <summary><c>tariffs.json</c>.</summary>
internal sealed record TariffsFile(string About, string[] Nouns, string[] NotTariffs, string[] GoodsHeads, string[] Points);

/// <summary><c>shares.json</c>.</summary>
internal sealed record SharesFile(string About, Dictionary<string, string[]> Activities, string[] ShareNouns, string[] World, string[] NotCommodities);

/// <summary><c>outlook.json</c>.</summary>
internal sealed record OutlookFile(
    string About, string[] ForecastNouns, string[] ReportNouns, Dictionary<string, string[]> LossNouns, string[] World,
    string[] DeadlineNouns, string[] WindowNouns, string[] PromiseNouns, string[] Units);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(VerbsFile))]
[JsonSerializable(typeof(ClausesFile))]
[JsonSerializable(typeof(MetricsFile))]
[JsonSerializable(typeof(TariffsFile))]
[JsonSerializable(typeof(SharesFile))]
[JsonSerializable(typeof(OutlookFile))]
internal sealed partial class FactLexiconContext : JsonSerializerContext;
