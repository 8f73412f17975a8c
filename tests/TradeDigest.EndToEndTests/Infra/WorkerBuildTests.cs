using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.Infra;

/// <summary>The functions compile here against a stand-in for the worker; this holds that they would compile and bind against the worker too.</summary>
public sealed class WorkerBuildTests
{
    private const string Project = "src/TradeDigest.Functions/TradeDigest.Functions.csproj";
    private static readonly Assembly App = typeof(Functions.DigestFunctions).Assembly;

    // What the worker's triggers hand over: learn.microsoft.com/azure/azure-functions/dotnet-isolated-process-guide, Bindings.
    private static readonly Dictionary<Type, Type[]> Bound = new()
    {
        [typeof(BlobTriggerAttribute)] = [typeof(Stream), typeof(string), typeof(byte[]), typeof(BlobClient)],
        [typeof(QueueTriggerAttribute)] = [typeof(string), typeof(QueueMessage)],
        [typeof(TimerTriggerAttribute)] = [typeof(TimerInfo)],
        [typeof(HttpTriggerAttribute)] = [typeof(HttpRequest)],
    };

    [Fact]
    public void The_functions_use_nothing_of_the_worker_that_is_not_in_the_table()
    {
        var used = WorkerApi.UsedBy(App);

        Assert.Contains("Builder.FunctionsApplication: FunctionsApplicationBuilder CreateBuilder(String[] args)", used);
        Assert.Contains("BlobTriggerAttribute: BlobTriggerSource Source { get; set; }", used);
        Assert.Empty(used.Except(WorkerApi.Members));
    }

    [Fact]
    public void The_app_calls_what_runs_HTTP_functions_which_the_compiler_would_not_miss() =>
        Assert.Contains("Builder.FunctionsApplicationBuilderAspNetCoreExtensions: FunctionsApplicationBuilder ConfigureFunctionsWebApplication(FunctionsApplicationBuilder builder)", WorkerApi.UsedBy(App));

    [Fact]
    public void The_functions_know_nothing_of_the_stand_in() =>
        Assert.DoesNotContain(WorkerApi.NamespacesUsedBy(App), name => name.StartsWith("TradeDigest.LocalHost", StringComparison.Ordinal));

    [Fact]
    public void Each_parameter_is_one_that_the_worker_binds()
    {
        var unbound = Functions().SelectMany(function => function.GetParameters().Where(p => !IsBound(p, TriggerOf(function))).Select(p => $"{function.DeclaringType!.Name}.{function.Name}: {p.ParameterType.Name} {p.Name}"));

        Assert.True(Functions().Count() > 10);
        Assert.Empty(unbound);
    }

    [Fact]
    public void A_function_has_one_trigger_and_returns_what_the_worker_awaits_or_answers()
    {
        Assert.All(Functions(), function =>
        {
            Assert.Single(function.GetParameters(), p => p.GetCustomAttributes().Any(a => Bound.ContainsKey(a.GetType())));
            Assert.Contains(function.ReturnType, TriggerOf(function) is HttpTriggerAttribute ? [typeof(Task<IActionResult>), typeof(IActionResult)] : (Type[])[typeof(Task)]);
        });
    }

    [Fact]
    public void No_function_is_async_void_and_no_two_have_one_name()
    {
        Assert.DoesNotContain(Functions(), function => function.ReturnType == typeof(void) && function.IsDefined(typeof(AsyncStateMachineAttribute)));
        Assert.Distinct(Functions().Select(function => function.GetCustomAttribute<FunctionAttribute>()!.Name), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_table_was_read_from_the_versions_that_the_build_takes()
    {
        var central = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Where(e => e.Attribute("Include")!.Value.StartsWith("Microsoft.Azure.Functions.", StringComparison.Ordinal))
            .ToDictionary(e => e.Attribute("Include")!.Value, e => e.Attribute("Version")!.Value, StringComparer.Ordinal);

        Assert.Equal(WorkerApi.Packages.OrderBy(p => p.Key, StringComparer.Ordinal), central.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_build_for_Azure_takes_the_worker_and_not_the_stand_in()
    {
        using var evaluated = await EvaluateAsync(Project, "-p:FunctionsHost=Worker");

        Assert.Empty(WorkerApi.Packages.Keys.Except(Items(evaluated, "PackageReference")));
        Assert.Equal(["../TradeDigest/TradeDigest.csproj"], Items(evaluated, "ProjectReference"));
        Assert.DoesNotContain("System.IO.Hashing", Items(evaluated, "Reference").Concat(Items(evaluated, "PrunePackageReference")));
    }

    [Theory]
    [InlineData("Worker", "-p:_IsPublishing=true")]
    [InlineData("Local", "-p:Configuration=Debug")]
    [InlineData("Local", "-p:_IsPublishing=true", "-p:FunctionsHost=Local")]
    public async Task What_is_published_is_the_build_for_Azure_unless_one_says_otherwise(string host, params string[] properties)
    {
        using var evaluated = await EvaluateAsync(Project, properties);

        Assert.Equal(host, evaluated.RootElement.GetProperty("Properties").GetProperty("FunctionsHost").GetString());
    }

    [Fact]
    public async Task The_project_that_the_SDK_makes_for_the_host_gets_none_of_the_rules_of_the_house()
    {
        var folder = Directory.CreateDirectory(Repository.PathOf($"src/TradeDigest.Functions/obj/{Guid.NewGuid():N}"));
        try
        {
            string project = Path.Combine(folder.FullName, "WorkerExtensions.csproj");
            await File.WriteAllTextAsync(project, """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>""");

            using var evaluated = await EvaluateAsync(project);

            var properties = evaluated.RootElement.GetProperty("Properties");
            Assert.Equal("net8.0", properties.GetProperty("TargetFramework").GetString());
            Assert.NotEqual("true", properties.GetProperty("TreatWarningsAsErrors").GetString());
            Assert.NotEqual("true", properties.GetProperty("ManagePackageVersionsCentrally").GetString());
            Assert.Empty(((string[])["PackageReference", "AdditionalFiles", "Reference", "PrunePackageReference"]).SelectMany(item => Items(evaluated, item)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<MethodInfo> Functions() => App.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FunctionAttribute)));

    private static Attribute TriggerOf(MethodInfo function) => function.GetParameters().SelectMany(p => p.GetCustomAttributes()).Single(a => Bound.ContainsKey(a.GetType()));

    private static bool IsBound(ParameterInfo parameter, Attribute trigger) =>
        parameter.GetCustomAttributes().FirstOrDefault(a => Bound.ContainsKey(a.GetType())) is { } own ? Bound[own.GetType()].Contains(parameter.ParameterType)
        : parameter.ParameterType == typeof(CancellationToken) || parameter.ParameterType == typeof(FunctionContext)
        || trigger switch
        {
            BlobTriggerAttribute blob => parameter.ParameterType == typeof(string) && blob.BlobPath.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal),
            HttpTriggerAttribute http => parameter.ParameterType == typeof(string) && http.Route?.Find(@"\{\*{0,2}(?<it>\w+)").Contains(parameter.Name) == true,
            QueueTriggerAttribute => (parameter.ParameterType, parameter.Name) == (typeof(int), "dequeueCount") || (parameter.ParameterType, parameter.Name) == (typeof(string), "id"),
            _ => false,
        };

    private static async Task<JsonDocument> EvaluateAsync(string project, params IEnumerable<string> properties) => JsonDocument.Parse(await ShellProgram.RunAsync("dotnet",
    [
        "msbuild", Repository.PathOf(project), "-nologo", .. properties, "-getProperty:FunctionsHost", "-getProperty:TargetFramework", "-getProperty:TreatWarningsAsErrors",
        "-getProperty:ManagePackageVersionsCentrally", "-getItem:PackageReference", "-getItem:ProjectReference", "-getItem:Reference", "-getItem:AdditionalFiles", "-getItem:PrunePackageReference",
    ]));

    private static IEnumerable<string> Items(JsonDocument evaluated, string type) =>
        evaluated.RootElement.GetProperty("Items").GetProperty(type).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);
}
