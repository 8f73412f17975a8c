namespace TradeDigest.Operations;

/// <summary>Does a kind of operation, a part at a time. A part may be done twice.</summary>
public interface IOperation
{
    /// <summary>What it does.</summary>
    OperationKind Kind { get; }

    /// <summary>Does the part that begins at the record's cursor.</summary>
    Task<OperationPart> NextAsync(OperationRecord record, CancellationToken cancellationToken);
}
