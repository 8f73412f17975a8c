using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace TradeDigest.Delivery;

/// <summary>Signs requests with a resource's key, as Azure Communication Services documents it: HMAC-SHA256 of method, path, date, host and content hash
/// (learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial).</summary>
internal sealed class SharedKeyPolicy(string key, TimeProvider time) : HttpPipelinePolicy
{
    private readonly byte[] _key = Convert.FromBase64String(key);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var content = new MemoryStream();
        message.Request.Content?.WriteTo(content, message.CancellationToken);
        Sign(message.Request, content.ToArray());
        ProcessNext(message, pipeline);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        using var content = new MemoryStream();
        if (message.Request.Content is { } body)
        {
            await body.WriteToAsync(content, message.CancellationToken);
        }

        Sign(message.Request, content.ToArray());
        await ProcessNextAsync(message, pipeline);
    }

    private void Sign(Request request, byte[] content)
    {
        var address = request.Uri.ToUri();
        string date = time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        string hash = Convert.ToBase64String(SHA256.HashData(content));
        string signed = $"{request.Method}\n{address.PathAndQuery}\n{date};{address.Authority};{hash}";
        string signature = Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(signed)));
        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("x-ms-content-sha256", hash);
        request.Headers.SetValue("Authorization", $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
    }
}
