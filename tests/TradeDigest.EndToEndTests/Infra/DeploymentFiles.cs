using System.Text.Json;
using TradeDigest.EndToEndTests.Support;

namespace TradeDigest.EndToEndTests.Infra;

/// <summary>The files that deploy the app, read by parsers of their languages.</summary>
public sealed class DeploymentFiles : IAsyncLifetime
{
    private static readonly string[] Packages = ["web-tree-sitter@0.27.1", "tree-sitter-bicep@1.1.0", "yaml@2.9.1"];
    private readonly Dictionary<string, JsonElement> yaml = [];

    internal List<BicepFile> Bicep { get; } = [];

    /// <summary>A YAML file.</summary>
    /// <param name="path">From the root of the repository.</param>
    public JsonElement Yaml(string path) => yaml[path];

    internal BicepFile File(string path) => Bicep.Single(file => file.Path == path);

    public async Task InitializeAsync()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
            .. Directory.EnumerateFiles(Repository.PathOf(".github/workflows"), "*.yml"),
            Repository.PathOf("azure.yaml"),
        ];
        string modules = await NodePackages.FindAsync(Packages);
        string script = Repository.PathOf("tests/TradeDigest.EndToEndTests/Infra/parse-files.mjs");
        using var trees = JsonDocument.Parse(
            await ShellProgram.RunAsync("node", [script, modules, .. files]), new JsonDocumentOptions { MaxDepth = 1024 });
        foreach (var tree in trees.RootElement.EnumerateObject())
        {
            string path = Path.GetRelativePath(Repository.Root, tree.Name).Replace('\\', '/');
            if (tree.Value.TryGetProperty("bicep", out var root))
            {
                Bicep.Add(new(path, ReadNode(root)));
            }
            else
            {
                yaml[path] = tree.Value.GetProperty("yaml").Clone();
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static BicepNode ReadNode(JsonElement node) => new(
        node.GetProperty("type").GetString()!,
        node.GetProperty("text").GetString()!,
        node.GetProperty("line").GetInt32(),
        [.. node.GetProperty("children").EnumerateArray().Select(ReadNode)]);
}

[CollectionDefinition("deployment files")]
public sealed class DeploymentFilesShare : ICollectionFixture<DeploymentFiles>;
