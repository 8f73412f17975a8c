using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Polly;
using Polly.Timeout;

namespace TradeDigest.Delivery;

/// <summary>The two calls of the service's e-mail API, version 2025-09-01. What goes wrong is a reply too.</summary>
internal sealed class EmailService
{
    private const string Version = "api-version=2025-09-01";
    private const string Scope = "https://communication.azure.com/.default";

    private readonly Uri _endpoint;
    private readonly HttpPipeline _http;
    private readonly ResiliencePipeline _limit;
    private readonly TimeProvider _time;

    public EmailService(MailerOptions options, Func<TokenCredential> credential, HttpPipelineTransport? transport, TimeProvider time)
    {
        _endpoint = options.Acs.Endpoint ?? throw new ArgumentException("Mail:Acs:Endpoint is not set.", nameof(options));
        _time = time;
        _limit = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(options.Timeout).Build();
        HttpPipelinePolicy signing = options.Acs.Key is { Length: > 0 } key
            ? new SharedKeyPolicy(key, time)
            : new BearerTokenAuthenticationPolicy(credential(), Scope);

        // Repetition is the mailer's: it must ask first what became of a try.
        var client = new EmailClientOptions { RetryPolicy = new RetryPolicy(maxRetries: 0) };
        client.Transport = transport ?? client.Transport;
        client.Retry.NetworkTimeout = Timeout.InfiniteTimeSpan;
        _http = HttpPipelineBuilder.Build(client, signing);
    }

    /// <summary>Where an operation is told of.</summary>
    public Uri AddressOf(Guid operation) => new(_endpoint, $"/emails/operations/{operation}?{Version}");

    /// <summary>Whether an address is this resource's, so that it may get its credentials.</summary>
    public bool IsOurs(Uri address) => address.GetLeftPart(UriPartial.Authority) == _endpoint.GetLeftPart(UriPartial.Authority) && address.UserInfo.Length == 0;

    /// <summary>Has a mail sent.</summary>
    public Task<EmailReply> SendAsync(EmailMessage mail, Guid operation, CancellationToken cancellationToken)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(mail, EmailJson.Default.EmailMessage);
        return CallAsync(
            request =>
            {
                request.Method = RequestMethod.Post;
                request.Uri.Reset(new Uri(_endpoint, $"/emails:send?{Version}"));
                request.Headers.SetValue("Operation-Id", operation.ToString());
                request.Headers.SetValue("Content-Type", "application/json");
                request.Content = RequestContent.Create(body);
            },
            cancellationToken);
    }

    /// <summary>Asks how far an operation is.</summary>
    public Task<EmailReply> AskAsync(Uri operation, CancellationToken cancellationToken) => CallAsync(
        request =>
        {
            request.Method = RequestMethod.Get;
            request.Uri.Reset(operation);
        },
        cancellationToken);

    private async Task<EmailReply> CallAsync(Action<Request> write, CancellationToken cancellationToken)
    {
        try
        {
            return await _limit.ExecuteAsync(
                async token =>
                {
                    using var message = _http.CreateMessage();
                    write(message.Request);
                    message.Request.Headers.SetValue("Accept", "application/json");
                    await _http.SendAsync(message, token);
                    return EmailReply.Read(message.Response, _time);
                },
                cancellationToken);
        }
        catch (AuthenticationFailedException)
        {
            return EmailReply.Unauthorized;
        }
        catch (Exception e) when (e is RequestFailedException or TimeoutRejectedException or IOException or HttpRequestException or AggregateException)
        {
            return EmailReply.None;
        }
    }

    private sealed class EmailClientOptions : ClientOptions;
}
