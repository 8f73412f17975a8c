using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace TradeDigest.LocalHost.Functions;

/// <summary>Decides at start how each parameter gets its value, so that one that cannot be bound is found before anything runs.</summary>
internal static class ParameterBinding
{
    private static readonly string[] BlobData = ["blobTrigger", "uri", "metadata"];
    private static readonly string[] QueueData = ["queueTrigger", "id", "popReceipt", "dequeueCount", "insertionTime", "expirationTime", "nextVisibleTime"];

    /// <summary>How one parameter of a function is bound.</summary>
    /// <param name="trigger">What starts the function.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isSubject">Whether it is the one with the trigger's attribute.</param>
    /// <exception cref="LocalHostException">Nothing provides such a parameter.</exception>
    public static ParameterBinder For(Trigger trigger, ParameterInfo parameter, bool isSubject)
    {
        var type = parameter.ParameterType;
        if (isSubject)
        {
            return Subject(trigger, type) ?? throw new LocalHostException(
                $"Parameter '{parameter.Name}' is a {type.Name}, which a {trigger.Kind} does not bind. It binds {SubjectTypes(trigger)}.");
        }

        if (type == typeof(FunctionContext))
        {
            return static invocation => ValueTask.FromResult<object?>(invocation);
        }

        if (type == typeof(CancellationToken))
        {
            return static invocation => ValueTask.FromResult<object?>(invocation.CancellationToken);
        }

        var names = DataNames(trigger);
        if (!names.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw new LocalHostException(
                $"Parameter '{parameter.Name}' ({type.Name}) has no source. Apart from the trigger, a FunctionContext and a CancellationToken, this function can take: "
                + $"{string.Join(", ", names)}.");
        }

        return Data(parameter.Name!, type);
    }

    private static ParameterBinder? Subject(Trigger trigger, Type type) => trigger switch
    {
        HttpTrigger when type == typeof(HttpRequest) => static invocation => ValueTask.FromResult<object?>(((HttpContext)invocation.Occasion.Subject!).Request),
        TimerTrigger when type == typeof(TimerInfo) => static invocation => ValueTask.FromResult(invocation.Occasion.Subject),
        BlobTrigger => Blob(type),
        QueueTrigger => Queue(type),
        _ => null,
    };

    private static string SubjectTypes(Trigger trigger) => trigger switch
    {
        HttpTrigger => "HttpRequest",
        TimerTrigger => "TimerInfo",
        BlobTrigger => "Stream, string, byte[] and BlobClient",
        _ => "string, byte[], BinaryData, QueueMessage and classes of your own, read from JSON",
    };

    private static ParameterBinder? Blob(Type type)
    {
        if (type == typeof(BlobClient))
        {
            return static invocation => ValueTask.FromResult(invocation.Occasion.Subject);
        }

        if (type == typeof(Stream))
        {
            return static async invocation => await ((BlobClient)invocation.Occasion.Subject!).OpenReadAsync(cancellationToken: invocation.CancellationToken);
        }

        if (type == typeof(string))
        {
            return static async invocation => (await ReadAsync(invocation)).ToString();
        }

        return type == typeof(byte[]) ? static async invocation => (await ReadAsync(invocation)).ToArray() : null;
    }

    private static async Task<BinaryData> ReadAsync(Invocations.Invocation invocation) =>
        (await ((BlobClient)invocation.Occasion.Subject!).DownloadContentAsync(invocation.CancellationToken)).Value.Content;

    private static ParameterBinder? Queue(Type type)
    {
        if (type == typeof(QueueMessage))
        {
            return static invocation => ValueTask.FromResult(invocation.Occasion.Subject);
        }

        Func<BinaryData, object?>? convert =
            type == typeof(string) ? static body => body.ToString()
            : type == typeof(byte[]) ? static body => body.ToArray()
            : type == typeof(BinaryData) ? static body => body
            : IsOwnType(type) ? body => JsonSerializer.Deserialize(body, type, JsonSerializerOptions.Web)
            : null;
        return convert is null ? null : invocation => ValueTask.FromResult(convert(((QueueMessage)invocation.Occasion.Subject!).Body));
    }

    private static bool IsOwnType(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsAbstract && !type.IsInterface && !typeof(Delegate).IsAssignableFrom(type)
        && type.Namespace?.Split('.')[0] is not ("System" or "Microsoft" or "Azure");

    private static string[] DataNames(Trigger trigger) => trigger switch
    {
        HttpTrigger http => [.. RoutePatternFactory.Parse(http.Route).Parameters.Select(part => part.Name)],
        BlobTrigger blob => [.. blob.Path.Names, .. BlobData],
        QueueTrigger => QueueData,
        _ => [],
    };

    private static ParameterBinder Data(string name, Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        var converter = TypeDescriptor.GetConverter(inner);
        return invocation =>
        {
            var value = invocation.Occasion.Data.GetValueOrDefault(name);
            return ValueTask.FromResult(value switch
            {
                null when type.IsValueType && inner == type => throw new BindingException($"'{name}' has no value, and {type.Name} cannot be empty."),
                null => null,
                _ when inner.IsInstanceOfType(value) => value,
                _ => Convert(name, inner, converter, value),
            });
        };
    }

    private static object? Convert(string name, Type type, TypeConverter converter, object value)
    {
        var text = System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
        try
        {
            return converter.ConvertFromInvariantString(text);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or NotSupportedException)
        {
            throw new BindingException($"'{name}' is '{text}', which is no {type.Name}.", wrong);
        }
    }
}

/// <summary>A value that came with a run does not fit its parameter.</summary>
internal sealed class BindingException : Exception
{
    public BindingException(string message)
        : base(message)
    {
    }

    public BindingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
