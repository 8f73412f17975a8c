using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TradeDigest.Articles;
using TradeDigest.Storage;
using TradeDigest.Summaries;

namespace TradeDigest.Measure;

/// <summary>Commands for whole files: what article they hold, and what it says in short.</summary>
internal static class ArticleCommands
{
    /// <summary><c>extract</c>: the text and data of each file's articles.</summary>
    public static Command Extract() => Each("extract", "The articles of files (text, Markdown, HTML, JSON, mail): cleaned text and what is known of them.", [],
        (_, _, article) => JsonSerializer.Serialize(article, TradeDigestJson.Compact.Article));

    /// <summary><c>count</c>: how many articles each file holds, by reading it and nothing else, so that what reading costs can be measured.</summary>
    public static Command Count()
    {
        var files = Arguments.Files();
        var command = new Command("count", "How many articles files hold; - and the reason for one that cannot be read.") { files };
        command.SetAction(parsed =>
        {
            var reader = new ArticleReader();
            foreach (var (file, content) in Arguments.Read(parsed.GetValue(files)))
            {
                Console.Out.WriteLine($"{file} {Count(reader, file, content)}");
            }
        });
        return command;
    }

    /// <summary><c>summarize</c>: the summary of each article.</summary>
    public static Command Summarize()
    {
        var words = new Option<int?>("--words") { Description = "How many words a summary may have." };
        var sentences = new Option<int?>("--sentences") { Description = "How many sentences a summary may have; 3 where neither is given." };
        return Each("summarize", "Summaries of articles: headline and whole sentences.", [words, sentences], (analysis, parsed, article) =>
        {
            var length = parsed.GetValue(words) is { } count ? SummaryLength.OfWords(count) : SummaryLength.OfSentences(parsed.GetValue(sentences) ?? 3);
            return JsonSerializer.Serialize(analysis.Summary(article, length), TradeDigestJson.Compact.Summary);
        });
    }

    private static string Count(ArticleReader reader, string file, byte[] content)
    {
        try
        {
            return reader.Read(content, new ArticleSource(file, TimeProvider.System.GetUtcNow())).Count.ToString(CultureInfo.InvariantCulture);
        }
        catch (UnreadableArticleException unreadable)
        {
            return "- " + unreadable.Reason;
        }
    }

    private static Command Each(string name, string description, Option[] options, Func<Analysis, ParseResult, Article, string> line)
    {
        var files = Arguments.Files();
        var published = Arguments.Published("The day of publication, above what the file says of itself.");
        var command = new Command(name, description) { files, published };
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            var analysis = new Analysis();
            int status = 0;
            foreach (var (file, content) in Arguments.Read(parsed.GetValue(files)))
            {
                try
                {
                    foreach (var article in analysis.Articles(file, content, parsed.GetValue(published)?.ToString("O", CultureInfo.InvariantCulture)))
                    {
                        Console.Out.WriteLine(line(analysis, parsed, article));
                    }
                }
                catch (UnreadableArticleException unreadable)
                {
                    Console.Error.WriteLine($"{file}: {unreadable.Message}");
                    status = 1;
                }
            }

            return status;
        });
        return command;
    }
}
