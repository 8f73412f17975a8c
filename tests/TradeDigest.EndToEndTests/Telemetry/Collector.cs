using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TradeDigest.EndToEndTests.Telemetry;

/// <summary>Takes what is exported by OTLP over HTTP (protobuf) and keeps it. Names and values stand in protobuf as they are, so that they can be sought.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];

    private Collector(WebApplication server) => _server = server;

    /// <summary>Its address.</summary>
    public string Address => _server.Urls.First();

    /// <summary>Starts one on a free port.</summary>
    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._server.MapPost("/v1/{signal}", collector.TakeAsync);
        await collector._server.StartAsync();
        return collector;
    }

    /// <summary>All that came of a signal: traces, metrics or logs.</summary>
    public string Of(string signal) => string.Concat(_received.Where(r => r.Path == "/v1/" + signal).Select(r => r.Body));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        _received.Enqueue((context.Request.Path, await reader.ReadToEndAsync()));
    }
}
