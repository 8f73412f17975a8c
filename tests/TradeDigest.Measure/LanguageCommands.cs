using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Storage;

namespace TradeDigest.Measure;

/// <summary>Commands for the parts of the language layer and for facts. The input is text, taken as it is, so that offsets are the file's own (in UTF-16 code units).</summary>
internal static class LanguageCommands
{
    private static readonly DateOnly NoDay = new(2000, 1, 1);

    public static IEnumerable<Command> All() =>
    [
        Part("sentences", "Sentences, headings and list items.", (file, text) => text.Sentences.Select(s => JsonLine.Of(file, text, s.Span)
            .And("kind", s.Kind.ToString()).And("paragraph", s.Paragraph))),
        Part("quantities", "Amounts.", (file, text) => text.Quantities.Select(q => JsonLine.Of(file, text, q.Span)
            .And("value", q.Value).And("high", q.High).And("unit", q.Unit).And("bound", q.Bound.ToString()))),
        Part("dates", "Mentions of time.", (file, text) => text.Dates.Select(d => JsonLine.Of(file, text, d.Span)
            .And("kind", d.Kind.ToString()).And("value", d.Value).And("modifier", d.Modifier).And("period", d.Period)
            .And("from", d.Start?.ToString()).And("to", d.End?.ToString()).And("days", d.Days))),
        Part("names", "People, organisations, parties and places.", (file, text) => text.Names.Select(n => JsonLine.Of(file, text, n.Span)
            .And("kind", n.Kind.ToString()).And("id", n.Id).And("form", n.Form.ToString()).And("party", n.Party).And("role", n.Role).And("organization", n.Organization))),
        Part("goods", "Goods and commodities.", (file, text) => text.Goods.Select(g => JsonLine.Of(file, text, g.Span)
            .And("id", g.Id).And("generic", g.IsGeneric))),
        Part("quotes", "Quotations and their speakers.", (file, text) => text.Quotes.Select(q => JsonLine.Of(file, text, q.Inner)
            .And("speaker", q.Speaker).And("role", q.Role).And("partial", q.IsPartial).And("utterance", q.Utterance))),
        Facts(),
    ];

    private static Command Part(string name, string description, Func<string, AnnotatedText, IEnumerable<JsonObject>> lines)
    {
        var reader = new Lazy<EnglishReader>(EnglishReader.Create);
        return Each(name, description, (file, text, day) => lines(file, reader.Value.Read(text, day)));
    }

    private static Command Facts()
    {
        var parts = new Lazy<(EnglishReader, FactExtractor)>(() =>
        {
            var vocabulary = new Vocabulary();
            return (new EnglishReader(vocabulary), new FactExtractor(vocabulary));
        });
        return Each("facts", "Facts.", (file, text, day) =>
        {
            var (reader, facts) = parts.Value;
            return facts.Extract(reader.Read(text, day)).Select(f =>
            {
                var line = JsonSerializer.SerializeToNode(f, TradeDigestJson.Compact.Fact)!.AsObject();
                line.Insert(0, "file", file);
                return line;
            });
        });
    }

    private static Command Each(string name, string description, Func<string, string, DateOnly, IEnumerable<JsonObject>> lines)
    {
        var files = Arguments.Files();
        var published = Arguments.Published("The day of publication, against which relative dates are resolved (2000-01-01 where none is given).");
        var command = new Command(name, description) { files, published };
        command.SetAction(parsed =>
        {
            foreach (var (file, content) in Arguments.Read(parsed.GetValue(files)))
            {
                foreach (var line in lines(file, Encoding.UTF8.GetString(content), parsed.GetValue(published) ?? NoDay))
                {
                    JsonLine.Write(line);
                }
            }
        });
        return command;
    }

    private static JsonObject And(this JsonObject line, string name, JsonNode? value)
    {
        line[name] = value;
        return line;
    }
}
