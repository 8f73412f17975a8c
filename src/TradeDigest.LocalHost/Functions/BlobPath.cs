using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeDigest.LocalHost.Functions;

/// <summary>A container and a pattern for blob names, in which <c>{name}</c> stands for any text.</summary>
internal sealed class BlobPath
{
    private readonly Regex pattern;

    private BlobPath(string text, string container, Regex pattern, ImmutableArray<string> names)
    {
        Text = text;
        Container = container;
        this.pattern = pattern;
        Names = names;
    }

    /// <summary>The path as written.</summary>
    public string Text { get; }

    /// <summary>The container's name.</summary>
    public string Container { get; }

    /// <summary>The names in braces, in order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Reads a path.</summary>
    /// <param name="text">Such as <c>inbox/{name}.txt</c>; a container alone takes every blob.</param>
    /// <exception cref="LocalHostException">A brace is left open, or the container's name is not plain.</exception>
    public static BlobPath Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var container = slash < 0 ? text : text[..slash];
        var names = ImmutableArray.CreateBuilder<string>();
        if (container.Length == 0 || container.Contains('{', StringComparison.Ordinal))
        {
            throw new LocalHostException($"The blob path '{text}' must begin with the name of a container, as in 'inbox/{{name}}'.");
        }

        var expression = new Regex(
            $"^{(slash < 0 ? ".*" : Expression(text, text[(slash + 1)..], names))}$",
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
        return new BlobPath(text, container, expression, names.ToImmutable());
    }

    /// <summary>The values of the names in braces; null when the blob does not match.</summary>
    /// <param name="blob">A blob's name within the container.</param>
    public IReadOnlyDictionary<string, string>? Match(string blob)
    {
        var match = pattern.Match(blob);
        return match.Success
            ? Names.ToDictionary(name => name, name => match.Groups[name].Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    private static string Expression(string path, string rest, ImmutableArray<string>.Builder names)
    {
        var expression = new StringBuilder();
        while (rest.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = rest.IndexOf('}', open);
            var name = close < 0 ? "" : rest[(open + 1)..close];
            if (name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') || char.IsDigit(name[0]) || names.Contains(name))
            {
                throw new LocalHostException($"The blob path '{path}' has a brace that does not hold a name of its own, as in 'inbox/{{name}}'.");
            }

            names.Add(name);
            expression.Append(Regex.Escape(rest[..open])).Append("(?<").Append(name).Append(">.*)");
            rest = rest[(close + 1)..];
        }

        return expression.Append(Regex.Escape(rest)).ToString();
    }
}
