using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TradeDigest.Functions.Http.Api;

namespace TradeDigest.Functions.Http.OpenApi;

/// <summary>Writes the description of the API as an OpenAPI document (OpenAPI Specification 3.1.0).</summary>
internal static class OpenApiDocument
{
    private const string ProblemType = "application/problem+json";

    /// <summary>The document of <paramref name="operations"/>.</summary>
    public static JsonObject Of(IReadOnlyList<ApiOperation> operations)
    {
        var schemas = new SchemaCatalog();
        var paths = new JsonObject();
        foreach (var route in operations.GroupBy(o => string.Join('/', o.Route.Split('/').Select(part => IsParameter(part) ? "{}" : part)), StringComparer.Ordinal))
        {
            string template = route.First().Route;
            paths["/" + template] = PathOf([.. route.Select(o => Named(o, template))], schemas);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "TradeDigest",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version!.ToString(3),
                ["description"] = "Trade-policy news: facts and summaries of articles, each traced to the words it came from, and the digests made of them.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/api" }),
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject { ["code"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.All(),
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "x-functions-key" },
                    ["code"] = new JsonObject { ["type"] = "apiKey", ["in"] = "query", ["name"] = RequestQuery.Key },
                },
            },
        };
    }

    /// <summary>The operation with its path parameters called as in <paramref name="template"/>: of one path all operations call them alike.</summary>
    private static ApiOperation Named(ApiOperation operation, string template) => operation with
    {
        Path = [.. operation.Path.Zip(template.Split('/').Where(IsParameter), (parameter, name) => parameter with { Name = name.Trim('{', '}') })],
    };

    private static bool IsParameter(string part) => part.StartsWith('{');

    private static JsonObject PathOf(IReadOnlyList<ApiOperation> operations, SchemaCatalog schemas)
    {
        var path = new JsonObject();
        foreach (var operation in operations)
        {
            path[operation.Method.ToLowerInvariant()] = OperationOf(operation, schemas, withBodies: true);
            if (operation.Method == HttpMethods.Get)
            {
                path["head"] = OperationOf(operation with { Id = "Head" + operation.Id, Summary = "The headers of: " + operation.Summary }, schemas, withBodies: false);
            }
        }

        return path;
    }

    private static JsonObject OperationOf(ApiOperation operation, SchemaCatalog schemas, bool withBodies)
    {
        var written = new JsonObject { ["operationId"] = operation.Id, ["summary"] = operation.Summary };
        if (operation.Description is { } description)
        {
            written["description"] = description;
        }

        written["parameters"] = new JsonArray([.. operation.Path.Select(PathParameterOf), .. operation.AllQuery.Select(QueryParameterOf)]);
        if (operation.Body.Count > 0)
        {
            written["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(operation.Body.Select(type => KeyValuePair.Create<string, JsonNode?>(type, new JsonObject()))),
            };
        }

        if (!operation.NeedsKey)
        {
            written["security"] = new JsonArray();
        }

        written["responses"] = ResponsesOf(operation, schemas, withBodies);
        return written;
    }

    private static JsonObject PathParameterOf(PathParameter parameter) => new()
    {
        ["name"] = parameter.Name,
        ["in"] = "path",
        ["required"] = true,
        ["description"] = parameter.Description,
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = parameter.Example,
    };

    private static JsonObject QueryParameterOf(QueryParameter parameter) => new()
    {
        ["name"] = parameter.Name,
        ["in"] = "query",
        ["description"] = parameter.Description,
        ["schema"] = parameter.Schema.DeepClone(),
    };

    private static JsonObject ResponsesOf(ApiOperation operation, SchemaCatalog schemas, bool withBodies)
    {
        var responses = new JsonObject();
        foreach (var answer in operation.Answers)
        {
            var written = new JsonObject { ["description"] = answer.Description, ["headers"] = HeadersOf(answer) };
            if (withBodies)
            {
                written["content"] = new JsonObject(operation.Forms.Select(form => KeyValuePair.Create<string, JsonNode?>(
                    form.MediaType, new JsonObject { ["schema"] = form == ApiForm.Json && answer.Schema is { } schema ? schemas.Use(schema) : new JsonObject { ["type"] = "string" } })));
            }

            responses[Key(answer.Status)] = written;
        }

        foreach (var error in operation.Errors.Select(e => Problem(e.Status, e.Description)).Concat(CommonErrors(operation)).Where(e => !responses.ContainsKey(Key(e.Status))))
        {
            var written = new JsonObject { ["description"] = error.Description };
            if (withBodies && error.Schema is not null)
            {
                written["content"] = new JsonObject { [ProblemType] = new JsonObject { ["schema"] = schemas.Use(error.Schema) } };
            }

            responses[Key(error.Status)] = written;
        }

        return responses;
    }

    private static JsonObject HeadersOf(ApiResponse answer) => new(answer.Headers.Select(h => KeyValuePair.Create<string, JsonNode?>(
        h.Key, new JsonObject { ["description"] = h.Value, ["schema"] = new JsonObject { ["type"] = "string" } })));

    /// <summary>What any route may answer; the key is looked at by the host, whose answer has no body.</summary>
    private static IEnumerable<ApiResponse> CommonErrors(ApiOperation operation)
    {
        if (operation.Method == HttpMethods.Get)
        {
            yield return new(StatusCodes.Status304NotModified, "The caller has this answer already (If-None-Match, If-Modified-Since).");
        }

        if (operation.NeedsKey)
        {
            yield return new(StatusCodes.Status401Unauthorized, "There is no function key, or a wrong one.");
        }

        yield return Problem(StatusCodes.Status400BadRequest, "A parameter is not known here, stands twice, or cannot be read.");
        if (operation.Forms.Count > 1)
        {
            yield return Problem(StatusCodes.Status406NotAcceptable, "None of the accepted forms is there.");
        }

        yield return Problem(StatusCodes.Status414UriTooLong, "The query is too long.");
        yield return Problem(StatusCodes.Status500InternalServerError, "A fault of the app.");
        yield return Problem(StatusCodes.Status503ServiceUnavailable, "Storage does not answer.");
    }

    private static ApiResponse Problem(int status, string description) => new(status, description) { Schema = ApiProblem.Schema };

    private static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);
}
