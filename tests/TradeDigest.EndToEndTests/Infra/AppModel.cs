using System.Reflection;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Storage;

namespace TradeDigest.EndToEndTests.Infra;

/// <summary>What the code of the app needs of the place where it runs.</summary>
internal static class AppModel
{
    private static readonly Assembly[] Assemblies = [typeof(StorageAccount).Assembly, typeof(Functions.DigestFunctions).Assembly];

    /// <summary>The methods that are functions, by name.</summary>
    public static IReadOnlyDictionary<string, MethodInfo> Functions { get; } = Assemblies.SelectMany(a => a.GetTypes())
        .SelectMany(type => type.GetMethods())
        .Where(method => method.IsDefined(typeof(FunctionAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The attributes that start functions.</summary>
    public static IEnumerable<TAttribute> Triggers<TAttribute>()
        where TAttribute : Attribute => Functions.Values.SelectMany(method => method.GetParameters()).Select(p => p.GetCustomAttribute<TAttribute>()).OfType<TAttribute>();

    /// <summary>The containers that it works with.</summary>
    public static IEnumerable<string> Containers() => Storage<BlobContainerClient>().Select(container => container.Name)
        .Concat(Triggers<BlobTriggerAttribute>().Select(trigger => trigger.BlobPath.Split('/')[0]));

    /// <summary>The queues that it works with, and those to which the host moves what fails in them.</summary>
    public static IEnumerable<string> Queues()
    {
        var queues = Storage<QueueClient>().Select(queue => queue.Name).Concat(Triggers<QueueTriggerAttribute>().Select(trigger => trigger.QueueName)).Distinct().ToList();
        return queues.Concat(queues.Where(queue => !queue.EndsWith("-poison", StringComparison.Ordinal)).Select(queue => $"{queue}-poison"));
    }

    /// <summary>The settings that it reads, as <c>Section:Name</c>: the properties of its options, what triggers name in per cent signs, and what the sources read by name.</summary>
    public static IEnumerable<string> Settings() => Assemblies.SelectMany(a => a.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("Section")?.GetRawConstantValue() as string))
        .Where(options => options.Section is not null)
        .SelectMany(options => Properties(options.Section!, options.Type))
        .Concat(Triggers<TimerTriggerAttribute>().Select(timer => timer.Schedule).Where(text => text.StartsWith('%')).Select(text => text.Trim('%')))
        .Concat(Repository.Sources().SelectMany(ReadByName))
        .Distinct();

    private static IEnumerable<string> Properties(string prefix, Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is { IsPublic: true } || property.PropertyType.IsGenericType || IsOurs(property.PropertyType))
        .SelectMany(property => IsOurs(property.PropertyType) ? Properties($"{prefix}:{property.Name}", property.PropertyType) : [$"{prefix}:{property.Name}"]);

    private static bool IsOurs(Type type) => type.IsClass && Assemblies.Contains(type.Assembly);

    private static IEnumerable<string> ReadByName(string source) =>
        source.Find(@"(?:[cC]onfiguration\[|GetEnvironmentVariable\(|[cC]onfiguration\.GetValue<\w+>\()""(?<it>[^""]+)""");

    private static IEnumerable<TClient> Storage<TClient>()
    {
        var account = new StorageAccount(new BlobServiceClient("UseDevelopmentStorage=true"), new QueueServiceClient("UseDevelopmentStorage=true"));
        return typeof(StorageAccount).GetProperties().Where(p => p.PropertyType == typeof(TClient)).Select(p => (TClient)p.GetValue(account)!);
    }
}
