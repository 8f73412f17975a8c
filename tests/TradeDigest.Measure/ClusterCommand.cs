using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using TradeDigest.Articles;
using TradeDigest.Stories;

namespace TradeDigest.Measure;

/// <summary><c>cluster</c>: the stories that a folder's articles tell.</summary>
internal static class ClusterCommand
{
    public static Command Create()
    {
        var source = new Argument<DirectoryInfo>("folder") { Description = "Folder of articles, one a file." }.AcceptExistingOnly();
        var dates = DocumentsCommand.Dates();
        var command = new Command("cluster", "Groups the articles of a folder into stories: a line each, with the names of its files.") { source, dates };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(source), PublicationDates.Read(parsed.GetValue(dates))));
        return command;
    }

    private static int Write(DirectoryInfo source, PublicationDates dates)
    {
        var analysis = new Analysis();
        var articles = new List<StoryArticle>();
        int status = 0;
        foreach (var file in source.EnumerateFiles().OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            try
            {
                var article = analysis.Articles(file.Name, File.ReadAllBytes(file.FullName), dates.Of(file.Name))[0];
                bool isDated = article.PublishedBasis != PublishedBasis.Received;
                articles.Add(new StoryArticle(file.Name, article.Title, article.Text, isDated ? article.PublishedAt : null));
            }
            catch (UnreadableArticleException unreadable)
            {
                Console.Error.WriteLine($"{file.Name}: {unreadable.Message}");
                status = 1;
            }
        }

        var stories = new StoryClusterer().Cluster(articles);
        for (int i = 0; i < stories.Count; i++)
        {
            JsonLine.Write(new JsonObject { ["story"] = i.ToString(CultureInfo.InvariantCulture), ["files"] = new JsonArray([.. stories[i].Select(a => (JsonNode)a.Id)]) });
        }

        return status;
    }
}
