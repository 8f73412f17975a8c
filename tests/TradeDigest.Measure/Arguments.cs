using System.CommandLine;
using System.Globalization;

namespace TradeDigest.Measure;

/// <summary>Arguments and options that several commands share.</summary>
internal static class Arguments
{
    /// <summary>The files to read; none means the standard input.</summary>
    public static Argument<FileInfo[]> Files() => new Argument<FileInfo[]>("files")
    {
        Description = "Files to read; none: the standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    }.AcceptExistingOnly();

    /// <summary>The day of publication, an ISO date.</summary>
    public static Option<DateOnly?> Published(string description) => new("--published")
    {
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"'{result.Tokens[0].Value}' is no date: write it as 2025-06-09.");
            return null;
        },
    };

    /// <summary>Each input: its name and its bytes.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Read(FileInfo[]? files)
    {
        if (files is not { Length: > 0 })
        {
            using var input = Console.OpenStandardInput();
            using var all = new MemoryStream();
            input.CopyTo(all);
            yield return ("-", all.ToArray());
            yield break;
        }

        foreach (var file in files)
        {
            yield return (file.Name, File.ReadAllBytes(file.FullName));
        }
    }
}
