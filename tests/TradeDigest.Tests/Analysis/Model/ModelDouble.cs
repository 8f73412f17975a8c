using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TradeDigest.Tests.Analysis.Model;

/// <summary>What the double answers.</summary>
internal sealed record DoubleReply(int Status, string Body)
{
    public string? RetryAfter { get; init; }

    public TimeSpan Latency { get; init; }

    public static DoubleReply Completion(string content, string finish = "stop", string? refusal = null, int read = 900, int cached = 600, int written = 300) => new(200, new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = "double",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["logprobs"] = null,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = refusal is null ? content : null, ["refusal"] = refusal },
        }),
        ["usage"] = new JsonObject
        {
            ["prompt_tokens"] = read,
            ["completion_tokens"] = written,
            ["total_tokens"] = read + written,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = cached },
        },
    }.ToJsonString());

    public static DoubleReply Error(int status, string code = "error") =>
        new(status, $$$"""{"error":{"code":"{{{code}}}","message":"{{{code}}}","type":"invalid_request_error","param":null}}""");
}

/// <summary>An OpenAI-compatible chat API on a free port, which checks each request against the published contract and answers as it is told.</summary>
internal sealed class ModelDouble : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _underWay;

    private ModelDouble(WebApplication app, Uri endpoint) => (_app, Endpoint) = (app, endpoint);

    public Uri Endpoint { get; }

    /// <summary>Bodies of the requests, in the order of their arrival.</summary>
    public ConcurrentQueue<JsonObject> Requests { get; } = new();

    /// <summary>What was wrong with requests.</summary>
    public ConcurrentQueue<string> Breaches { get; } = new();

    /// <summary>Most requests that were under way at once.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Starts a double; <paramref name="answer"/> gets the number of the request, from 0, and its body.</summary>
    public static async Task<ModelDouble> StartAsync(Func<int, JsonObject, DoubleReply> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        ModelDouble? model = null;
        int count = -1;
        app.MapPost("/openai/v1/chat/completions", async context =>
        {
            var me = model!;
            lock (me)
            {
                me.MostAtOnce = Math.Max(me.MostAtOnce, ++me._underWay);
            }

            try
            {
                var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
                me.Requests.Enqueue(body);
                foreach (string breach in ChatContract.Breaches(body, context.Request.Headers))
                {
                    me.Breaches.Enqueue(breach);
                }

                var reply = answer(Interlocked.Increment(ref count), body);
                await Task.Delay(reply.Latency, context.RequestAborted);
                context.Response.StatusCode = reply.Status;
                context.Response.ContentType = "application/json";
                if (reply.RetryAfter is { } pause)
                {
                    context.Response.Headers.RetryAfter = pause;
                }

                await context.Response.WriteAsync(reply.Body);
            }
            catch (OperationCanceledException)
            {
                // The client gave up, as it may.
            }
            finally
            {
                lock (me)
                {
                    me._underWay--;
                }
            }
        });
        await app.StartAsync();
        model = new ModelDouble(app, new Uri(new Uri(app.Urls.First(), UriKind.Absolute), "openai/v1/"));
        return model;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>What the published contract of chat completions with structured outputs asks of a request.</summary>
internal static class ChatContract
{
    private static readonly string[] Forbidden =
        ["pattern", "format", "minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "patternProperties", "default", "oneOf", "allOf", "not", "if"];

    public static IEnumerable<string> Breaches(JsonObject body, IHeaderDictionary headers)
    {
        if (!headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal))
        {
            yield return "no bearer token";
        }

        if (body["model"]?.GetValue<string>() is not { Length: > 0 })
        {
            yield return "no model";
        }

        string[] roles = [.. body["messages"]!.AsArray().Select(m => m!["role"]!.GetValue<string>())];
        if (roles.Length < 2 || roles[0] != "system" || roles[^1] != "user")
        {
            yield return "messages do not run from system to user";
        }

        var format = body["response_format"];
        if (format?["type"]?.GetValue<string>() != "json_schema" || format["json_schema"] is not JsonObject schema)
        {
            yield return "no json_schema";
            yield break;
        }

        if (schema["strict"]?.GetValue<bool>() != true || schema["name"]?.GetValue<string>() is not { Length: > 0 and <= 64 })
        {
            yield return "the schema is not strict, or has no name";
        }

        foreach (string breach in OfSchema(schema["schema"]!.AsObject()))
        {
            yield return breach;
        }
    }

    /// <summary>What structured outputs do not allow in a schema.</summary>
    public static IEnumerable<string> OfSchema(JsonObject root)
    {
        var found = new List<string>();
        int properties = 0;
        if (root.ContainsKey("anyOf"))
        {
            found.Add("the root is an anyOf");
        }

        Walk(root, 1);
        if (properties > 100)
        {
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{properties} properties"));
        }

        return found;

        void Walk(JsonObject schema, int level)
        {
            found.AddRange(Forbidden.Where(schema.ContainsKey).Select(k => $"keyword {k}"));
            if (schema["properties"] is JsonObject members)
            {
                properties += members.Count;
                if (level > 5)
                {
                    found.Add("more than five levels");
                }

                if (schema["additionalProperties"]?.GetValue<bool>() != false)
                {
                    found.Add("additional properties");
                }

                var required = schema["required"]!.AsArray().Select(r => r!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
                found.AddRange(members.Where(m => !required.Contains(m.Key)).Select(m => $"{m.Key} is not required"));
                foreach (var member in members)
                {
                    Walk(member.Value!.AsObject(), level + 1);
                }
            }

            if (schema["items"] is JsonObject items)
            {
                Walk(items, level);
            }

            foreach (var choice in (schema["anyOf"] as JsonArray ?? []).ToArray())
            {
                Walk(choice!.AsObject(), level);
            }
        }
    }
}
