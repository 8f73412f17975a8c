using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TradeDigest.Delivery;

/// <summary>Where the app is reached from outside: the settings <c>Site:*</c>.</summary>
public sealed partial class SiteOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Site";

    /// <summary>The address before <c>/api</c>, such as <c>https://news.example.org</c>; null where readers cannot reach the app.</summary>
    [CustomValidation(typeof(SiteOptions), nameof(IsBase))]
    public string? BaseUrl { get; set; }

    /// <summary>The address of a path below <c>/api/</c>; null where readers cannot reach the app.</summary>
    public Uri? Api(string path) => string.IsNullOrWhiteSpace(BaseUrl) ? null : new Uri($"{BaseUrl.TrimEnd('/')}/api/{path}");

    /// <summary>Whether an address can stand before <c>/api</c>.</summary>
    public static ValidationResult? IsBase(string? value) =>
        string.IsNullOrWhiteSpace(value)
        || (Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "", Host.Length: > 0 }
            && !uri.AbsolutePath.TrimEnd('/').EndsWith("/api", StringComparison.OrdinalIgnoreCase)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            ? ValidationResult.Success
            : new ValidationResult("The setting Site:BaseUrl is no address that mail can link. Give the app's address with https, without /api, such as https://news.example.org (http only for localhost).");
}

/// <summary>Checks <see cref="SiteOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class SiteOptionsValidator : IValidateOptions<SiteOptions>;
