using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TradeDigest.LocalHost.Functions;

namespace TradeDigest.LocalHost.Invocations;

/// <summary>Runs functions: a scope, an instance of the class and the parameters for each run, and a line in the log at both ends.</summary>
internal sealed class FunctionInvoker(IServiceProvider services, WorkMeter meter, TimeProvider clock, ILoggerFactory loggers)
{
    /// <summary>Runs a function once.</summary>
    /// <param name="function">Which.</param>
    /// <param name="occasion">What its trigger brings.</param>
    /// <param name="cancellationToken">Asks the function to stop.</param>
    /// <param name="finish">Uses the result while the run's services still live; null when nobody wants it.</param>
    /// <exception cref="Exception">Whatever the function throws.</exception>
    public async Task RunAsync(Function function, Occasion occasion, CancellationToken cancellationToken, Func<object?, Task>? finish = null)
    {
        using var work = meter.Begin();
        var log = loggers.CreateLogger($"Function.{function.Name}");
        var began = clock.GetTimestamp();
        await using var scope = services.CreateAsyncScope();
        var invocation = new Invocation(function, occasion, scope.ServiceProvider, cancellationToken);
        HostLog.Executing(log, function.Name, occasion.Reason, invocation.InvocationId);
        try
        {
            await CallAsync(function, invocation, finish);
            HostLog.Succeeded(log, function.Name, invocation.InvocationId, (long)clock.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (Exception failure)
        {
            HostLog.Failed(log, failure, function.Name, invocation.InvocationId, (long)clock.GetElapsedTime(began).TotalMilliseconds);
            throw;
        }
    }

    private static async Task CallAsync(Function function, Invocation invocation, Func<object?, Task>? finish)
    {
        var arguments = new object?[function.Parameters.Length];
        object? instance = null;
        try
        {
            for (var at = 0; at < arguments.Length; at++)
            {
                arguments[at] = await function.Parameters[at](invocation);
            }

            instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(invocation.InstanceServices, function.Method.DeclaringType!);
            var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            var result = await ResultAsync(returned);
            if (finish is not null)
            {
                await finish(result);
            }
        }
        finally
        {
            await DisposeAsync(instance);
            foreach (var stream in arguments.OfType<Stream>())
            {
                await stream.DisposeAsync();
            }
        }
    }

    private static async Task<object?> ResultAsync(object? returned)
    {
        var type = returned?.GetType();
        if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            returned = type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
        }
        else if (returned is ValueTask plain)
        {
            returned = plain.AsTask();
        }

        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        var result = task.GetType().GetProperty(nameof(Task<>.Result));
        return result is null || result.PropertyType.Name == "VoidTaskResult" ? null : result.GetValue(task);
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        if (instance is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
