using System.Globalization;
using System.Text.Json.Nodes;

namespace TradeDigest.Functions.Http.Api;

/// <summary>A query parameter that a route takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Hint">A sentence that says how to give it.</param>
/// <param name="Schema">Its JSON Schema.</param>
public abstract record QueryParameter(string Name, string Description, string Hint, JsonObject Schema)
{
    /// <summary>The longest value that is taken, in UTF-16 code units.</summary>
    public const int LongestText = 500;

    // Beyond these a day has no moments in every time zone.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    /// <summary>The value that a text stands for; null where it stands for none.</summary>
    internal abstract object? Read(string text);

    /// <summary>A day of the calendar.</summary>
    public static QueryParameter<DateOnly?> Day(string name, string description) => new(
        name,
        description,
        $"Give the date as year, month and day: ?{name}=2026-03-02.",
        new JsonObject { ["type"] = "string", ["format"] = "date" },
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Earliest && day <= Latest ? day : null);

    /// <summary>A whole number within limits.</summary>
    public static QueryParameter<int?> Number(string name, string description, int least, int most, int otherwise) => new(
        name,
        description,
        string.Create(CultureInfo.InvariantCulture, $"Give a whole number from {least} to {most}: ?{name}={otherwise}."),
        new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most, ["default"] = otherwise },
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : null);

    /// <summary>One of several words.</summary>
    public static QueryParameter<string?> Choice(string name, string description, IReadOnlyList<string> words) => new(
        name,
        description,
        $"It is one of {string.Join(", ", words)}.",
        new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => (JsonNode?)w)]) },
        text => words.FirstOrDefault(w => w.Equals(text, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Yes or no.</summary>
    public static QueryParameter<bool?> Flag(string name, string description, bool otherwise) => new(
        name,
        description,
        $"Give ?{name}=true or ?{name}=false.",
        new JsonObject { ["type"] = "boolean", ["default"] = otherwise },
        text => bool.TryParse(text, out bool flag) ? flag : null);

    /// <summary>Any text that is not blank and holds no control characters.</summary>
    public static QueryParameter<string?> Text(string name, string description, int longest = LongestText) => new(
        name,
        description,
        string.Create(CultureInfo.InvariantCulture, $"Give a text of 1 to {longest} characters, without control characters."),
        new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = longest },
        text => text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) && !text.Contains('\uFFFD', StringComparison.Ordinal) ? text : null);
}

/// <summary>A query parameter with values of a type.</summary>
/// <typeparam name="T">A type that takes null, which stands for a parameter that was not given.</typeparam>
public sealed record QueryParameter<T> : QueryParameter
{
    private readonly Func<string, T> _read;

    internal QueryParameter(string name, string description, string hint, JsonObject schema, Func<string, T> read)
        : base(name, description, hint, schema) => _read = read;

    /// <inheritdoc/>
    internal override object? Read(string text) => _read(text);
}
