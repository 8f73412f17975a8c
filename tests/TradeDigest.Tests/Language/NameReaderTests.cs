using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public class NameReaderTests
{
    private static readonly EnglishReader Reader = EnglishReader.Create();

    public static TheoryData<string, string> Names => CaseFile.Read("Language/names.cases.md");

    public static TheoryData<string, string> Parties => CaseFile.Read("Language/parties.cases.md");

    /// <summary>A case ends in lines of a kind, the words, and what they stand for: <c>person Yeutter = Clayton Yeutter, Trade Representative, US</c>.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void People_organisations_and_places_are_found(string name, string body) =>
        Check(name, body, (a, n) => n.Kind == NameKind.Party ? null
            : $"{n.Kind.ToString().ToLowerInvariant()} {Line(a, n.Span)} = {Describe(n)}");

    /// <summary>A case ends in lines of a party's words, its code and form: <c>Commerce Ministry = CN agency</c>.</summary>
    [Theory]
    [MemberData(nameof(Parties))]
    public void Parties_are_found_by_all_their_names(string name, string body) =>
        Check(name, body, (a, n) => n.Kind != NameKind.Party ? null : $"{Line(a, n.Span)} = {n.Id} {n.Form.ToString().ToLowerInvariant()}");

    private static string Describe(NameMention name) =>
        string.Join(", ", new[] { name.Id, name.Role, name.Organization, name.Party }.Where(p => p is not null));

    private static string Line(AnnotatedText text, TextSpan span) => text.Words(span).Replace('\n', ' ');

    private static void Check(string name, string body, Func<AnnotatedText, NameMention, string?> line)
    {
        string[] halves = (body + "\n").Split("\n---\n");
        string[] expected = [.. halves[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)];

        var read = Reader.Read(halves[0], new DateOnly(2025, 6, 9));

        var found = read.Names.Select(n => line(read, n)).OfType<string>().ToArray();
        Assert.True(expected.SequenceEqual(found, StringComparer.Ordinal),
            $"{name}\nexpected:\n  {string.Join("\n  ", expected)}\nfound:\n  {string.Join("\n  ", found)}");
    }
}
