using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Azure.Core;
using OpenAI;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace TradeDigest.Analysis.Model;

/// <summary>An answer and what it cost.</summary>
public sealed record ModelReply(string Json, TokenUsage Usage);

/// <summary>Asks an OpenAI-compatible chat API for one structured answer an article.</summary>
/// <remarks>The v1 endpoint of Azure OpenAI, or any server with the same contract. One repair is asked for when an answer is no JSON of the schema.</remarks>
public sealed class ModelClient
{
    private readonly ChatClient _chat;
    private readonly ResiliencePipeline<ClientResult> _pipeline;
    private readonly ModelOptions _options;
    private readonly ChatResponseFormat _format = ChatResponseFormat.CreateJsonSchemaFormat(
        ModelSchema.Name, BinaryData.FromString(ModelSchema.Create().ToJsonString()), jsonSchemaIsStrict: true);

#pragma warning disable OPENAI001 // The constructor that takes a token policy is marked as a preview; it is the documented way to Entra ID.
    /// <summary>A client of the endpoint and deployment of <paramref name="options"/>.</summary>
    /// <param name="options">Settings with an endpoint and a deployment.</param>
    /// <param name="credential">Asked for a token when the settings hold no key.</param>
    /// <param name="http">Carries the requests.</param>
    /// <param name="time">The clock of pauses and timeouts.</param>
    /// <param name="random">Numbers from 0 to 1 for the jitter of pauses.</param>
    public ModelClient(ModelOptions options, Func<TokenCredential> credential, HttpClient http, TimeProvider time, Func<double> random)
    {
        _options = options;
        _pipeline = ModelResilience.Pipeline(options, time, random);
        var client = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(http),
        };
        _chat = options.Key is { Length: > 0 } key
            ? new ChatClient(options.Deployment, new ApiKeyCredential(key), client)
            : new ChatClient(options.Deployment, new BearerTokenPolicy(credential(), options.Scope), client);
    }
#pragma warning restore OPENAI001

    /// <summary>The model's answer to <paramref name="question"/>.</summary>
    /// <param name="instructions">The fixed part, first, so that the service can cache it.</param>
    /// <param name="question">The article.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ModelFailureException">There is no answer that can be used.</exception>
    public async Task<ModelReply> AskAsync(string instructions, string question, CancellationToken cancellationToken)
    {
        List<ChatMessage> messages = [new SystemChatMessage(instructions), new UserChatMessage(question)];
        var first = await SendAsync(messages, cancellationToken);
        if (IsAnswer(first.Json, out string fault))
        {
            return first;
        }

        messages.Add(new AssistantChatMessage(first.Json));
        messages.Add(new UserChatMessage($"That was not JSON of the schema ({fault}). Answer again, with the JSON object alone."));
        var second = await SendAsync(messages, cancellationToken);
        var usage = first.Usage.Plus(second.Usage) with { Articles = 1 };
        return IsAnswer(second.Json, out fault)
            ? new ModelReply(second.Json, usage)
            : throw new ModelFailureException(ModelFailure.Malformed, $"The model's answer was not JSON of the schema, also when asked again: {fault}") { Usage = usage };
    }

    private static bool IsAnswer(string json, out string fault)
    {
        try
        {
            ModelAnswer.Parse(json);
            fault = "";
            return true;
        }
        catch (JsonException e)
        {
            fault = e.Message;
            return false;
        }
    }

    private async Task<ModelReply> SendAsync(List<ChatMessage> messages, CancellationToken cancellationToken)
    {
        ChatCompletion answer;
        try
        {
            var result = await _pipeline.ExecuteAsync(
                async token => (ClientResult)await _chat.CompleteChatAsync(
                    messages,
                    new ChatCompletionOptions { ResponseFormat = _format, MaxOutputTokenCount = _options.MaxAnswerTokens, Temperature = 0 },
                    token),
                cancellationToken);
            answer = ((ClientResult<ChatCompletion>)result).Value;
        }
        catch (BrokenCircuitException e)
        {
            throw new ModelFailureException(ModelFailure.CircuitOpen, "Most requests to the model failed of late; it is left alone for a while.", e);
        }
        catch (ClientResultException e) when (e.Status is 401 or 403)
        {
            throw new ModelFailureException(ModelFailure.Unauthorized, $"The model's endpoint answered {e.Status}: check the key, or the role Cognitive Services OpenAI User.", e);
        }
        catch (ClientResultException e) when (e.Status is 400 && e.Message.Contains("content_filter", StringComparison.OrdinalIgnoreCase))
        {
            throw new ModelFailureException(ModelFailure.ContentFilter, "The service's content filter held the article back.", e);
        }
        catch (ClientResultException e) when (!ModelResilience.IsPassing(e))
        {
            throw new ModelFailureException(ModelFailure.Rejected, $"The model's endpoint answered {e.Status}: check OpenAI:Deployment and the model's support of structured outputs.", e);
        }
        catch (Exception e) when (ModelResilience.IsPassing(e) || e is TimeoutRejectedException or Azure.Identity.AuthenticationFailedException)
        {
            throw new ModelFailureException(
                e is Azure.Identity.AuthenticationFailedException ? ModelFailure.Unauthorized : ModelFailure.Unavailable,
                "The model's endpoint gave no answer in any try.", e);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            throw new ModelFailureException(ModelFailure.Malformed, "The endpoint's response is no chat completion.", e);
        }

        return Read(answer);
    }

    private static ModelReply Read(ChatCompletion answer)
    {
        string text = string.Concat(answer.Content.Select(part => part.Text));
        var usage = new TokenUsage(
            answer.Usage?.InputTokenCount ?? 0, answer.Usage?.InputTokenDetails?.CachedTokenCount ?? 0, answer.Usage?.OutputTokenCount ?? 0, 1);
        return answer.FinishReason switch
        {
            _ when !string.IsNullOrEmpty(answer.Refusal) => throw new ModelFailureException(ModelFailure.Refused, "The model declined to answer.") { Usage = usage },
            ChatFinishReason.Length => throw new ModelFailureException(ModelFailure.Truncated, "The answer ended before it was complete: raise OpenAI:MaxAnswerTokens.") { Usage = usage },
            ChatFinishReason.ContentFilter => throw new ModelFailureException(ModelFailure.ContentFilter, "The service's content filter held the answer back.") { Usage = usage },
            _ => new ModelReply(text, usage),
        };
    }
}
