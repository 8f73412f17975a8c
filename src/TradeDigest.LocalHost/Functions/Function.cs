using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.LocalHost.Invocations;

namespace TradeDigest.LocalHost.Functions;

/// <summary>Gives a parameter its value for one run.</summary>
/// <param name="invocation">The run.</param>
internal delegate ValueTask<object?> ParameterBinder(Invocation invocation);

/// <summary>A method that a trigger starts, ready to be called.</summary>
internal sealed class Function(string name, MethodInfo method, Trigger trigger, ImmutableArray<ParameterBinder> parameters, bool isDisabled)
    : FunctionDefinition
{
    /// <summary>What starts it.</summary>
    public Trigger Trigger { get; } = trigger;

    /// <summary>The method.</summary>
    public MethodInfo Method { get; } = method;

    /// <summary>One for each parameter, in order.</summary>
    public ImmutableArray<ParameterBinder> Parameters { get; } = parameters;

    /// <summary>Whether a setting switches it off.</summary>
    public bool IsDisabled { get; } = isDisabled;

    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <summary>The name under which receipts, schedules and work items know it, as in the real host.</summary>
    public override string Id => $"Host.Functions.{Name}";

    /// <inheritdoc/>
    public override string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    /// <inheritdoc/>
    public override string PathToAssembly => Method.DeclaringType!.Assembly.Location;
}
