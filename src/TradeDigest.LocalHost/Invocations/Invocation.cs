using Microsoft.Azure.Functions.Worker;
using TradeDigest.LocalHost.Functions;

namespace TradeDigest.LocalHost.Invocations;

/// <summary>One run of a function, which the function may take as its FunctionContext.</summary>
internal sealed class Invocation(Function function, Occasion occasion, IServiceProvider services, CancellationToken cancellationToken) : FunctionContext
{
    /// <summary>What started it.</summary>
    public Occasion Occasion { get; } = occasion;

    /// <inheritdoc/>
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    /// <inheritdoc/>
    public override string FunctionId => FunctionDefinition.Id;

    /// <inheritdoc/>
    public override FunctionDefinition FunctionDefinition { get; } = function;

    /// <inheritdoc/>
    public override IServiceProvider InstanceServices { get; set; } = services;

    /// <inheritdoc/>
    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    /// <inheritdoc/>
    public override CancellationToken CancellationToken { get; } = cancellationToken;
}
