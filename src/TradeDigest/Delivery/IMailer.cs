namespace TradeDigest.Delivery;

/// <summary>Hands mail on.</summary>
/// <remarks>What a server answers, or that none answers, is an outcome and no exception; only cancellation throws.</remarks>
public interface IMailer
{
    /// <summary>What the settings call it.</summary>
    string Name { get; }

    /// <summary>Hands <paramref name="mail"/> on.</summary>
    Task<MailOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);

    /// <summary>What became of an earlier <see cref="SendAsync"/> of the same mail, whose end is not known.</summary>
    Task<MailOutcome> AskAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
