using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using TradeDigest.Articles;

namespace TradeDigest.Pipeline;

/// <summary>What is taken in: the settings <c>Articles:*</c>.</summary>
public sealed partial class ArticleOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Articles";

    /// <summary>The largest file that is read, in bytes: 1 KB to 100 MB.</summary>
    [CustomValidation(typeof(ArticleOptions), nameof(IsLimit))]
    public int MaxBytes { get; set; } = ArticleReaderOptions.DefaultMaxBytes;

    /// <summary>Whether a limit makes sense.</summary>
    public static ValidationResult? IsLimit(int value) => value is >= 1024 and <= 100 * 1024 * 1024
        ? ValidationResult.Success
        : new ValidationResult("The setting Articles:MaxBytes must be a number of bytes from 1024 to 104857600.");
}

/// <summary>Checks <see cref="ArticleOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class ArticleOptionsValidator : IValidateOptions<ArticleOptions>;
