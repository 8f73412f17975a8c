using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace TradeDigest.Functions.Http.Api;

/// <summary>Whose pages may call the API from a browser: the settings <c>Http:Cors:*</c>.</summary>
public sealed partial class CorsOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Http:Cors";

    /// <summary>The origins (<c>Http:Cors:Origins:0</c>, …), such as <c>https://desk.example.org</c>; <c>*</c> for all. With none, browsers let no other page read an answer.</summary>
    [CustomValidation(typeof(CorsOptions), nameof(AreOrigins))]
    public IList<string> Origins { get; } = [];

    /// <summary>Whether all are origins.</summary>
    public static ValidationResult? AreOrigins(IList<string> value)
    {
        for (int i = 0; i < value.Count; i++)
        {
            if (value[i] != "*" && !(Uri.TryCreate(value[i], UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && value[i] == uri.GetLeftPart(UriPartial.Authority)))
            {
                return new ValidationResult($"The setting Http:Cors:Origins:{i} is '{value[i]}', which is no origin. Give scheme, host and port alone, such as https://desk.example.org, or * for all.");
            }
        }

        return ValidationResult.Success;
    }
}

/// <summary>Checks <see cref="CorsOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class CorsOptionsValidator : IValidateOptions<CorsOptions>;
