namespace TradeDigest.LocalHost;

/// <summary>The host cannot start or go on, for a reason that its message says in full, with what to do about it.</summary>
public sealed class LocalHostException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="message">The reason and the remedy, in whole sentences.</param>
    public LocalHostException(string message)
        : base(message)
    {
    }

    /// <summary>Says why, and what failed beneath.</summary>
    /// <param name="message">The reason and the remedy, in whole sentences.</param>
    /// <param name="innerException">What failed beneath.</param>
    public LocalHostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
