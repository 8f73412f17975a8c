using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TradeDigest.EndToEndTests.Support;

/// <summary>What the double does at a request instead of the usual.</summary>
internal sealed record EmailAnswer
{
    /// <summary>An error of this status.</summary>
    public int Status { get; init; }

    public string Code { get; init; } = "Error";

    public string? RetryAfter { get; init; }

    /// <summary>The connection ends before the request is taken, or after.</summary>
    public bool DropsBefore { get; init; }

    public bool DropsAfter { get; init; }

    /// <summary>Called once the mail is taken.</summary>
    public Action OnTaken { get; init; } = () => { };

    /// <summary>Where it says that the operation is.</summary>
    public string? Location { get; init; }

    /// <summary>No answer, ever.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>The e-mail API of Azure Communication Services, version 2025-09-01, by its published contract: each request is checked against it, and answered as told.</summary>
internal sealed class EmailServiceDouble : IAsyncDisposable
{
    public const string Token = "token-of-the-test";

    private static readonly string[] Members = ["senderAddress", "content", "recipients", "headers", "attachments", "replyTo", "userEngagementTrackingDisabled"];

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Queue<string>> _operations = new(StringComparer.OrdinalIgnoreCase);
    private int _posts = -1;
    private int _gets = -1;

    private EmailServiceDouble(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.First());

    /// <summary>The key by which requests must be signed; null where they must carry <see cref="Token"/>.</summary>
    public byte[]? Key { get; init; } = Encoding.UTF8.GetBytes("key of the test");

    /// <summary>Whether a repeated Operation-Id is the same operation. No contract promises it.</summary>
    public bool Remembers { get; init; }

    /// <summary>What a new operation goes through; its last state stays. A failed state may name its error: <c>Failed/EmailDropped</c>.</summary>
    public IReadOnlyList<string> States { get; set; } = ["NotStarted", "Running", "Succeeded"];

    /// <summary>Gets <c>POST</c> or <c>GET</c> and its number from 0; null answers as usual.</summary>
    public Func<string, int, EmailAnswer?> Answer { get; set; } = (_, _) => null;

    /// <summary>The mails that were sent, a repeated one as often as it was.</summary>
    public ConcurrentQueue<JsonNode> Sent { get; } = new();

    /// <summary>What was wrong with requests.</summary>
    public ConcurrentQueue<string> Breaches { get; } = new();

    /// <summary>Methods of the requests, in the order of their arrival.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<EmailServiceDouble> StartAsync(bool remembers = false, bool https = false, byte[]? key = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        if (https)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, l => l.UseHttps(TestCertificate.Create())));
        }
        else
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }

        builder.Logging.ClearProviders();
        var app = builder.Build();
        var service = new EmailServiceDouble(app) { Remembers = remembers, Key = https ? null : key ?? Encoding.UTF8.GetBytes("key of the test") };
        app.MapPost("/emails:send", service.SendAsync);
        app.MapGet("/emails/operations/{id}", service.TellAsync);
        await app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task SendAsync(HttpContext context)
    {
        int number = Interlocked.Increment(ref _posts);
        var answer = await BeginAsync(context, "POST", number);
        using var reader = new StreamReader(context.Request.Body);
        string body = await reader.ReadToEndAsync();
        if (answer is { DropsBefore: true })
        {
            context.Abort();
            return;
        }

        if (answer is { Status: > 0 })
        {
            await ErrorAsync(context, answer);
            return;
        }

        Check(context.Request, body);
        string id = context.Request.Headers["Operation-Id"].ToString();
        if (!Remembers || !_operations.ContainsKey(id))
        {
            Sent.Enqueue(JsonNode.Parse(body)!);
            _operations[id] = new Queue<string>(States);
        }

        answer?.OnTaken();
        if (answer is { DropsAfter: true })
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = 202;
        context.Response.Headers["Operation-Location"] = answer?.Location ?? new Uri(Endpoint, $"/emails/operations/{id}?api-version=2025-09-01").AbsoluteUri;
        context.Response.Headers.RetryAfter = answer?.RetryAfter ?? "5";
        await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = id, ["status"] = "Running", ["error"] = null });
    }

    private async Task TellAsync(HttpContext context, string id)
    {
        int number = Interlocked.Increment(ref _gets);
        var answer = await BeginAsync(context, "GET", number);
        CheckCaller(context.Request, "");
        if (answer is { DropsBefore: true } or { DropsAfter: true })
        {
            context.Abort();
            return;
        }

        if (answer is { Status: > 0 } || !_operations.TryGetValue(id, out var states))
        {
            await ErrorAsync(context, answer ?? new EmailAnswer { Status = 404, Code = "NotFound" });
            return;
        }

        string[] state = (states.Count > 1 ? states.Dequeue() : states.Peek()).Split('/');
        if (state[0] is "NotStarted" or "Running")
        {
            context.Response.Headers.RetryAfter = "5";
        }

        await context.Response.WriteAsJsonAsync(new JsonObject
        {
            ["id"] = id,
            ["status"] = state[0],
            ["error"] = state.Length > 1 ? new JsonObject { ["code"] = state[1], ["message"] = "Not sent to bo@example.org." } : null,
        });
    }

    private async Task<EmailAnswer?> BeginAsync(HttpContext context, string method, int number)
    {
        Requests.Enqueue(method);
        var answer = Answer(method, number);
        if (answer is { IsSilent: true })
        {
            try
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                return new EmailAnswer { DropsBefore = true };
            }
        }

        return answer;
    }

    private static async Task ErrorAsync(HttpContext context, EmailAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["x-ms-error-code"] = answer.Code;
        if (answer.RetryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = pause;
        }

        await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = answer.Code, ["message"] = "About bo@example.org." } });
    }

    private void Check(HttpRequest request, string body)
    {
        CheckCaller(request, body);
        Must(Guid.TryParse(request.Headers["Operation-Id"], out _), "Operation-Id is no UUID");
        Must(request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true, "the content is not JSON");
        var mail = JsonNode.Parse(body)!.AsObject();
        Must(mail.All(m => Members.Contains(m.Key, StringComparer.Ordinal)), "a member is not in the contract");
        Must(mail["senderAddress"]?.GetValue<string>() is { } sender && !sender.Contains('<', StringComparison.Ordinal), "senderAddress is no bare address");
        Must(mail["content"]?["subject"] is not null && mail["content"]?["plainText"] is not null && mail["content"]?["html"] is not null, "the content lacks a part");
        Must(mail["recipients"]?["to"]?.AsArray() is { Count: 1 } to && to[0]!["address"] is not null, "there is not one recipient");
        Must(mail["headers"]?.AsObject().All(h => h.Value!.GetValueKind() == System.Text.Json.JsonValueKind.String) == true, "a header is no string");
    }

    private void CheckCaller(HttpRequest request, string body)
    {
        Must(request.Query["api-version"] == "2025-09-01", "api-version is not 2025-09-01");
        string authorization = request.Headers.Authorization.ToString();
        if (Key is null)
        {
            Must(authorization == $"Bearer {Token}", "the token is missing");
            return;
        }

        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        string date = request.Headers["x-ms-date"].ToString();
        string signed = string.Join('\n', request.Method, request.Path + request.QueryString, $"{date};{request.Host};{hash}");
        string signature = Convert.ToBase64String(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(signed)));
        Must(request.Headers["x-ms-content-sha256"] == hash, "x-ms-content-sha256 is not the content's");
        Must(authorization == $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}", "the signature is wrong");
    }

    private void Must(bool holds, string breach)
    {
        if (!holds)
        {
            Breaches.Enqueue(breach);
        }
    }
}
