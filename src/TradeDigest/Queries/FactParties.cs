using TradeDigest.Facts;

namespace TradeDigest.Queries;

/// <summary>Who takes part in a fact.</summary>
public static class FactParties
{
    /// <summary>The codes of parties, or names where no state takes part, that a fact's slots hold.</summary>
    public static IEnumerable<string> Of(Fact fact) => (fact switch
    {
        TariffFact f => [f.Imposer, f.Target],
        StatisticFact f => [f.Area, f.Partner],
        ShareFact f => [f.Holder],
        ForecastFact f => [f.Forecaster, f.Area],
        MeasureFact f => [f.Actor, f.Target],
        AgreementFact f => f.Parties ?? [],
        CommitmentFact f => [f.Actor, f.Counterparty],
        MeetingFact f => f.Parties ?? [],
        DelegateFact f => [f.Name, f.Side],
        CallFact f => f.Participants ?? [],
        QuoteFact f => [f.Speaker],
        _ => (IEnumerable<string?>)[],
    }).OfType<string>();
}
