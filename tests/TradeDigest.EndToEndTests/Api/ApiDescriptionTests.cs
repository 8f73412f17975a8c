using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.EndToEndTests.Support;
using TradeDigest.Functions.Http;
using TradeDigest.Functions.Http.OpenApi;

namespace TradeDigest.EndToEndTests.Api;

/// <summary>The description of the API holds what its triggers declare, and nothing else.</summary>
public sealed class ApiDescriptionTests
{
    private static readonly JsonObject Document = OpenApiDocument.Of(ApiDescription.Operations);

    /// <summary>The triggers of single routes; those of all addresses below one are for people's pages and browsers' questions.</summary>
    private static IEnumerable<(string Name, HttpTriggerAttribute Trigger)> Triggers() =>
        from method in typeof(ApiDescription).Assembly.GetTypes().SelectMany(t => t.GetMethods())
        let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
        let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)
        where name is not null && trigger?.Route?.Contains("{*", StringComparison.Ordinal) == false
        select (name, trigger!);

    [Fact]
    public void Every_trigger_is_described_with_its_route_methods_and_key()
    {
        var declared = Triggers().Select(t => (t.Name, t.Trigger.Route, string.Join(' ', t.Trigger.Methods!.Order()), t.Trigger.AuthLevel == AuthorizationLevel.Function));
        var described = ApiDescription.Operations.Select(o => (o.Id, (string?)o.Route, o.Method == "GET" ? "get head" : o.Method.ToLowerInvariant(), o.NeedsKey));

        Assert.Equal(declared.Order(), described.Order());
    }

    [Fact]
    public void Every_parameter_of_a_route_is_described() => Assert.All(ApiDescription.Operations, operation =>
        Assert.Equal(operation.Route.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')), operation.Path.Select(p => p.Name)));

    [Fact]
    public void Whatever_the_document_refers_to_is_in_it()
    {
        var references = References(Document).Distinct().ToList();

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.NotNull(SchemaCheck.Find(Document, reference)));
    }

    [Fact]
    public void No_two_paths_differ_in_the_names_of_their_parameters_alone()
    {
        var shapes = Document["paths"]!.AsObject().Select(p => string.Join('/', p.Key.Split('/').Select(part => part.StartsWith('{') ? "{}" : part))).ToList();

        Assert.Equal(shapes.Distinct(), shapes);
    }

    [Fact]
    public void Operations_have_names_of_their_own()
    {
        var names = Document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => (string)o.Value!["operationId"]!).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Every_answer_says_what_it_is_and_every_error_is_a_problem()
    {
        foreach (var (path, methods) in Document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                foreach (var (status, response) in operation!["responses"]!.AsObject())
                {
                    Assert.False(string.IsNullOrWhiteSpace((string?)response!["description"]), $"{method} {path} {status}");
                    if (method != "head" && status is not ("304" or "401") && int.Parse(status, System.Globalization.CultureInfo.InvariantCulture) >= 400 && path != "/health")
                    {
                        Assert.NotNull(response["content"]?["application/problem+json"]);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(References),
        JsonObject members => (members["$ref"] is JsonValue reference ? [reference.GetValue<string>()] : Array.Empty<string>()).Concat(members.SelectMany(m => References(m.Value))),
        _ => [],
    };
}
