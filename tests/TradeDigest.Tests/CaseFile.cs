namespace TradeDigest.Tests;

/// <summary>A file of cases (<c>*.cases.md</c>): each case is a heading of level three and a fenced block behind it.</summary>
internal static class CaseFile
{
    /// <summary>The cases of a file, as rows for a theory: name and body.</summary>
    /// <param name="path">Path below the test project (<c>Language/sentences.cases.md</c>).</param>
    public static TheoryData<string, string> Read(string path)
    {
        var cases = new TheoryData<string, string>();
        string? name = null;
        List<string>? body = null;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, path)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (body is not null)
                {
                    cases.Add(name ?? throw new InvalidDataException($"{path}: a block without a heading."), string.Join('\n', body));
                }

                body = body is null ? [] : null;
            }
            else if (body is not null)
            {
                body.Add(line);
            }
            else if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                name = line[4..];
            }
        }

        return cases;
    }
}
