using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TradeDigest.Storage;

/// <summary>Names for the app's own blobs about a user's blob, whose name may hold anything.</summary>
public static class BlobName
{
    private const int LongestKept = 120;
    private const int LongestFit = 250;

    /// <summary>The first 32 hexadecimal digits of the SHA-256 of <paramref name="name"/>: a key for it of fixed length.</summary>
    public static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..32];

    /// <summary>A name that any tool can open: <paramref name="name"/> itself where it is short and plain (ASCII letters, digits, <c>-_.</c>, folders),
    /// else its plain characters and a piece of its <see cref="Key"/>.</summary>
    public static string Safe(string name)
    {
        if (IsPlain(name))
        {
            return name;
        }

        var readable = new StringBuilder();
        foreach (char c in name)
        {
            if (readable.Length == 60)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                readable.Append(c);
            }
            else if (readable.Length > 0 && readable[^1] != '-')
            {
                readable.Append('-');
            }
        }

        return $"{readable.ToString().Trim('-')}-{Key(name)[..16]}".TrimStart('-');
    }

    /// <summary><paramref name="name"/> itself where a blob can have it and every tool shows and finds it (also with spaces and letters of any script), else <see cref="Safe"/>.</summary>
    /// <remarks>Parts that are empty, or end in a dot, are lost in addresses (Azure Storage, “Naming and referencing containers, blobs, and metadata”); <c>\</c> is a folder to some tools, and <c>%</c> the beginning of a letter.</remarks>
    public static string Fit(string name) =>
        name.Length <= LongestFit
        && !name.Any(c => char.IsControl(c) || c is '\\' or '%' || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
        && name.Split('/').All(part => part.Length > 0 && part[^1] != '.' && part.Trim().Length == part.Length)
            ? name
            : Safe(name);

    /// <summary>Whether a blob of this name can be asked for: an address loses parts that are <c>.</c> or <c>..</c>, and then means another blob.</summary>
    public static bool IsReachable(string name) => !name.Split('/').Any(part => part is "." or "..");

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= LongestKept
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.' && part[^1] != '.');
}
