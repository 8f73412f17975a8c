using System.CommandLine;
using TradeDigest.Measure;

var root = new RootCommand("Prints what each part of TradeDigest makes of text, one JSON object a line, so that it can be scored against labels.");
foreach (var command in LanguageCommands.All())
{
    root.Subcommands.Add(command);
}

root.Subcommands.Add(ArticleCommands.Extract());
root.Subcommands.Add(ArticleCommands.Count());
root.Subcommands.Add(ArticleCommands.Summarize());
root.Subcommands.Add(DocumentsCommand.Create());
root.Subcommands.Add(ClusterCommand.Create());
return await root.Parse(args).InvokeAsync();
