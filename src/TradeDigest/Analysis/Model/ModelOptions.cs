using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TradeDigest.Analysis.Model;

/// <summary>Which model is asked, how, and for how much. Without <see cref="Endpoint"/> and <see cref="Deployment"/> no model is asked at all.</summary>
public sealed class ModelOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "OpenAI";

    /// <summary>Base address of an OpenAI-compatible v1 API: <c>https://RESOURCE.openai.azure.com/openai/v1/</c>, or a server of one's own.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Name of the deployment (Azure) or model.</summary>
    public string? Deployment { get; set; }

    /// <summary>API key; without one, Microsoft Entra ID is asked for a token.</summary>
    public string? Key { get; set; }

    /// <summary>Scope of the Entra ID token.</summary>
    [Required]
    public string Scope { get; set; } = "https://ai.azure.com/.default";

    /// <summary>Longest time for one try, in seconds.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How often a failed try is repeated.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 3;

    /// <summary>First pause before a repetition, in milliseconds; it doubles from one to the next. A <c>Retry-After</c> of the service goes first.</summary>
    [Range(1, 60_000)]
    public int RetryDelayMilliseconds { get; set; } = 1_000;

    /// <summary>How many requests may be under way at once.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 16;

    /// <summary>How long no request is made once most have failed, in seconds.</summary>
    [Range(0.5, 3_600)]
    public double BreakSeconds { get; set; } = 30;

    /// <summary>Tokens that may be spent in a day (UTC), read and written together; 0 for no limit.</summary>
    [Range(0, long.MaxValue)]
    public long TokensPerDay { get; set; }

    /// <summary>How many characters of an article the model gets; the rest is cut at a sentence, and told.</summary>
    [Range(500, 1_000_000)]
    public int MaxArticleCharacters { get; set; } = 24_000;

    /// <summary>Most tokens of an answer.</summary>
    [Range(256, 128_000)]
    public int MaxAnswerTokens { get; set; } = 8_000;

    /// <summary>Price of a million tokens read, in the currency of the bill; for the figures of <c>health</c>.</summary>
    [Range(0, 100_000)]
    public decimal PricePerMillionRead { get; set; }

    /// <summary>Price of a million tokens written.</summary>
    [Range(0, 100_000)]
    public decimal PricePerMillionWritten { get; set; }

    /// <summary>Whether an article that was analysed locally because the model was out of reach is given to it again later.</summary>
    public bool AskAgain { get; set; }

    /// <summary>After how many minutes it is asked again.</summary>
    [Range(1, 10_080)]
    public int AskAgainMinutes { get; set; } = 30;

    /// <summary>Whether a model is set up.</summary>
    public bool IsSet => Endpoint is not null && !string.IsNullOrWhiteSpace(Deployment);
}

/// <summary>Checks what attributes cannot say of <see cref="ModelOptions"/>.</summary>
public sealed class ModelEndpointValidator : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options) => options switch
    {
        { Endpoint: not null, Deployment: null or "" } =>
            ValidateOptionsResult.Fail("OpenAI:Endpoint is set and OpenAI:Deployment is not: name the deployment, or remove the endpoint."),
        { Endpoint: null, Deployment: not (null or "") } =>
            ValidateOptionsResult.Fail("OpenAI:Deployment is set and OpenAI:Endpoint is not: give the base address of the v1 API, or remove the deployment."),
        { Endpoint: { } uri } when !uri.IsAbsoluteUri || uri.Scheme is not ("https" or "http") =>
            ValidateOptionsResult.Fail("OpenAI:Endpoint must be an absolute http or https address, such as https://RESOURCE.openai.azure.com/openai/v1/."),
        { Endpoint: { Scheme: "http", IsLoopback: false }, Key: null or "" } =>
            ValidateOptionsResult.Fail("OpenAI:Endpoint is plain http: a token of Microsoft Entra ID is only sent over https. Use https, or set OpenAI:Key."),
        _ => ValidateOptionsResult.Success,
    };
}
