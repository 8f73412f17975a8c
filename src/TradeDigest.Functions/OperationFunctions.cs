using Microsoft.Azure.Functions.Worker;
using TradeDigest.Operations;

namespace TradeDigest.Functions;

/// <summary>What an operator asked for is carried out, a part at a time.</summary>
public sealed class OperationFunctions(OperationRunner operations)
{
    /// <summary>The message is the operation's id.</summary>
    [Function("RunOperation")]
    public Task RunOperation([QueueTrigger("operations")] string id, CancellationToken cancellationToken) =>
        operations.RunAsync(id, cancellationToken);
}
