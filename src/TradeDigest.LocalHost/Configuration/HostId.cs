using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace TradeDigest.LocalHost.Configuration;

/// <summary>
/// Under which name a host keeps its receipts, positions, schedules and locks. The setting <c>AzureFunctionsWebHost__hostid</c>,
/// or made from machine and folder, so that a second start finds what the first one left.
/// </summary>
internal static class HostId
{
    // The real host's limit; the id becomes part of a queue's name.
    private const int MaxLength = 32;

    public static string From(IConfiguration configuration, string folder)
    {
        if (configuration["AzureFunctionsWebHost:hostid"] is { Length: > 0 } set)
        {
            return IsUsable(set) ? set : throw new LocalHostException(
                $"AzureFunctionsWebHost__hostid is '{set}'; a host id has 1 to {MaxLength} lower-case letters, digits and single hyphens, with no hyphen at its ends.");
        }

        var machine = string.Concat(Environment.MachineName.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(16));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName}|{Path.GetFullPath(folder)}")));
        return $"{(machine.Length == 0 ? "local" : machine)}-{hash[..10]}";
    }

    private static bool IsUsable(string id) =>
        id.Length <= MaxLength && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && !id.StartsWith('-') && !id.EndsWith('-') && !id.Contains("--", StringComparison.Ordinal);
}
