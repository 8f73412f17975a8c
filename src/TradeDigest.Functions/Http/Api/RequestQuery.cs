using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace TradeDigest.Functions.Http.Api;

/// <summary>The query of a request, held against what the route takes.</summary>
public sealed class RequestQuery
{
    /// <summary>The longest query that is read, in characters as sent.</summary>
    public const int Longest = 4096;

    /// <summary>Name of the parameter that may carry the function key, which the host looks at.</summary>
    public const string Key = "code";

    private readonly Dictionary<string, object> _values;

    private RequestQuery(Dictionary<string, object> values) => _values = values;

    /// <summary>How many parameters were given.</summary>
    public int Count => _values.Count;

    /// <summary>The value of a parameter; null where it was not given.</summary>
    public T? Of<T>(QueryParameter<T> parameter) => _values.TryGetValue(parameter.Name, out object? value) ? (T)value : default;

    /// <summary>Reads the query of <paramref name="request"/>.</summary>
    /// <exception cref="ProblemException">It has a parameter that the route does not take, one that is given twice, or a value that cannot be read.</exception>
    public static RequestQuery Read(HttpRequest request, ApiOperation operation)
    {
        if (request.QueryString.Value is { Length: > Longest } sent)
        {
            throw new ProblemException(
                StatusCodes.Status414UriTooLong,
                "The query is too long",
                string.Create(CultureInfo.InvariantCulture, $"It has {sent.Length:N0} characters; the limit is {Longest:N0}. Ask for less at once."));
        }

        var known = operation.AllQuery.ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);
        var values = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, given) in request.Query)
        {
            if (name == Key)
            {
                continue;
            }

            if (!known.TryGetValue(name, out var parameter))
            {
                if (operation.PassesOverOtherQuery)
                {
                    continue;
                }

                throw Bad("No such parameter", $"There is no parameter ‘{Shown(name)}’; {Taken(operation)}.");
            }

            if (given.Count > 1)
            {
                throw Bad("A parameter stands twice", $"The parameter ‘{parameter.Name}’ is given {given.Count} times. Give it once.");
            }

            values[parameter.Name] = parameter.Read(given.ToString()) ?? throw Bad($"‘{parameter.Name}’ cannot be read", $"The parameter ‘{parameter.Name}’ is ‘{Shown(given.ToString())}’. {parameter.Hint}");
        }

        return new(values);
    }

    private static string Taken(ApiOperation operation) => operation.AllQuery.Count == 0
        ? "this route takes none"
        : $"this route takes {string.Join(", ", operation.AllQuery.Select(p => p.Name))}";

    /// <summary>What was given, cut, and without characters that would not show.</summary>
    private static string Shown(string given)
    {
        const int longest = 40;
        string plain = new([.. given.Select(c => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c).Take(longest)]);
        return given.Length > longest ? plain + "…" : plain;
    }

    private static ProblemException Bad(string title, string detail) => new(StatusCodes.Status400BadRequest, title, detail);
}
