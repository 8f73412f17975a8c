using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace TradeDigest.LocalHost.Tests;

public sealed class WorkerDeclarationsTests
{
    // Read from the worker's sources and documentation (Microsoft.Azure.Functions.Worker 2.x and its extensions). A member
    // that is declared here and not there would let functions compile that break in Azure.
    private static readonly string[] Worker =
    [
        "AuthorizationLevel: Anonymous = 0", "AuthorizationLevel: User = 1", "AuthorizationLevel: Function = 2", "AuthorizationLevel: System = 3", "AuthorizationLevel: Admin = 4",
        "BlobTriggerAttribute(String blobPath)", "BlobTriggerAttribute: String BlobPath { get; }", "BlobTriggerAttribute: String Connection { get; set; }",
        "BlobTriggerAttribute: BlobTriggerSource Source { get; set; }",
        "BlobTriggerSource: LogsAndContainerScan = 0", "BlobTriggerSource: EventGrid = 1",
        "FunctionAttribute(String name)", "FunctionAttribute: String Name { get; }",
        "FunctionContext: String InvocationId { get; }", "FunctionContext: String FunctionId { get; }", "FunctionContext: IServiceProvider InstanceServices { get; set; }",
        "FunctionContext: FunctionDefinition FunctionDefinition { get; }", "FunctionContext: IDictionary`2 Items { get; set; }", "FunctionContext: CancellationToken CancellationToken { get; }",
        "FunctionDefinition: String PathToAssembly { get; }", "FunctionDefinition: String EntryPoint { get; }", "FunctionDefinition: String Id { get; }", "FunctionDefinition: String Name { get; }",
        "HttpTriggerAttribute()", "HttpTriggerAttribute(String[] methods)", "HttpTriggerAttribute(AuthorizationLevel authLevel)",
        "HttpTriggerAttribute(AuthorizationLevel authLevel, String[] methods)", "HttpTriggerAttribute: String Route { get; set; }",
        "HttpTriggerAttribute: String[] Methods { get; }", "HttpTriggerAttribute: AuthorizationLevel AuthLevel { get; }",
        "QueueTriggerAttribute(String queueName)", "QueueTriggerAttribute: String QueueName { get; }", "QueueTriggerAttribute: String Connection { get; set; }",
        "ScheduleStatus()", "ScheduleStatus: DateTime Last { get; set; }", "ScheduleStatus: DateTime Next { get; set; }", "ScheduleStatus: DateTime LastUpdated { get; set; }",
        "TimerInfo()", "TimerInfo: ScheduleStatus ScheduleStatus { get; set; }", "TimerInfo: Boolean IsPastDue { get; set; }",
        "TimerTriggerAttribute(String schedule)", "TimerTriggerAttribute: String Schedule { get; }", "TimerTriggerAttribute: Boolean UseMonitor { get; set; }",
        "TimerTriggerAttribute: Boolean RunOnStartup { get; set; }",
        "Builder.FunctionsApplication()", "Builder.FunctionsApplication: FunctionsApplicationBuilder CreateBuilder(String[] args)",
        "Builder.FunctionsApplicationBuilder: IDictionary`2 Properties { get; }", "Builder.FunctionsApplicationBuilder: ConfigurationManager Configuration { get; }",
        "Builder.FunctionsApplicationBuilder: IHostEnvironment Environment { get; }", "Builder.FunctionsApplicationBuilder: ILoggingBuilder Logging { get; }",
        "Builder.FunctionsApplicationBuilder: IMetricsBuilder Metrics { get; }", "Builder.FunctionsApplicationBuilder: IServiceCollection Services { get; }",
        "Builder.FunctionsApplicationBuilder: IHost Build()",
        "Builder.FunctionsApplicationBuilder: Void ConfigureContainer(IServiceProviderFactory`1 factory, Action`1 configure)",
        "Builder.FunctionsApplicationBuilderAspNetCoreExtensions: FunctionsApplicationBuilder ConfigureFunctionsWebApplication(FunctionsApplicationBuilder builder)",
    ];

    [Fact]
    public void The_declarations_are_those_of_the_worker_to_the_letter()
    {
        var declared = typeof(FunctionAttribute).Assembly.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith("Microsoft.Azure.Functions.Worker", StringComparison.Ordinal))
            .SelectMany(Members);

        Assert.Equal(Worker.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var name = type.FullName!["Microsoft.Azure.Functions.Worker.".Length..];
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Select(value => $"{name}: {value} = {(int)value}");
        }

        return type.GetConstructors().Select(each => $"{name}({Parameters(each)})")
            .Concat(type.GetProperties(Own).Select(each => $"{name}: {each.PropertyType.Name} {each.Name} {{ get; {(each.SetMethod is { IsPublic: true } ? "set; " : "")}}}"))
            .Concat(type.GetMethods(Own).Where(each => !each.IsSpecialName).Select(each => $"{name}: {each.ReturnType.Name} {each.Name}({Parameters(each)})"));
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(each => $"{each.ParameterType.Name} {each.Name}"));
}
