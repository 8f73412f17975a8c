using System.Globalization;

namespace TradeDigest.Tests.Facts;

/// <summary>A passage, the day it was published, and the facts of one kind that it holds.</summary>
/// <param name="Name">What the case shows.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="Text">The passage.</param>
/// <param name="Expected">The facts, each with the slots that matter; none for a passage that only looks alike.</param>
public sealed record FactCase(string Name, DateOnly Published, string Text, IReadOnlyList<ExpectedFact> Expected)
{
    /// <summary>The cases of <c>Facts/{kind}.cases.md</c>, whose form <c>tariff.cases.md</c> describes.</summary>
    public static IReadOnlyList<FactCase> Load(string kind)
    {
        string name = $"Facts/{kind}.cases.md";
        return Parse(name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)));
    }

    /// <summary>Reads a file of cases.</summary>
    /// <exception cref="FormatException">A line is none of those that the form knows: the message gives file and line.</exception>
    public static IReadOnlyList<FactCase> Parse(string file, string content)
    {
        var cases = new List<FactCase>();
        string? title = null;
        DateOnly published = default;
        var text = new List<string>();
        var expected = new List<ExpectedFact>();
        bool none = false;
        string[] lines = content.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Close(i);
                title = line[3..];
            }
            else if (title is null || line.Length == 0)
            {
                continue;
            }
            else if (line[0] == '>')
            {
                text.Add(line.Length > 2 ? line[2..] : "");
            }
            else if (line == "- none")
            {
                none = true;
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                expected.Add(ExpectedFact.Parse(line[2..]));
            }
            else if (DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                published = day;
            }
            else
            {
                throw new FormatException($"{file}, line {i + 1}: '{line}' is no title, date, passage or fact.");
            }
        }

        Close(lines.Length);
        return cases;

        void Close(int line)
        {
            if (title is not null)
            {
                if (text.Count == 0 || published == default || none == expected.Count > 0)
                {
                    throw new FormatException($"{file}, before line {line + 1}: '{title}' needs a date, a passage, and facts or '- none'.");
                }

                cases.Add(new FactCase(title, published, string.Join('\n', text), [.. expected]));
            }

            text.Clear();
            expected.Clear();
            (published, none) = (default, false);
        }
    }
}
