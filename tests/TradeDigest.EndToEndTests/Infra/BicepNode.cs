namespace TradeDigest.EndToEndTests.Infra;

/// <summary>A node of the tree of a Bicep file. Types are those of the grammar; <c>ERROR</c> and <c>MISSING</c> are what does not parse.</summary>
internal sealed record BicepNode(string Type, string Text, int Line, IReadOnlyList<BicepNode> Children)
{
    /// <summary>This node and all beneath it, from the top.</summary>
    public IEnumerable<BicepNode> All()
    {
        var next = new Queue<BicepNode>([this]);
        while (next.TryDequeue(out var node))
        {
            yield return node;
            foreach (var child in node.Children)
            {
                next.Enqueue(child);
            }
        }
    }

    /// <summary>The text of a string without its quotation marks; of anything else, its text.</summary>
    public string Value => Type == "string" ? Text.Trim('\'') : Text;

    /// <summary>The properties of an object.</summary>
    public IEnumerable<(string Name, BicepNode Value)> Properties() =>
        Children.Where(child => child is { Type: "object_property", Children.Count: >= 2 }).Select(child => (child.Children[0].Value, child.Children[1]));

    /// <summary>The value of a property of the first object beneath this node that has it.</summary>
    public BicepNode? Property(string name) =>
        All().Where(node => node.Type == "object").SelectMany(node => node.Properties()).FirstOrDefault(property => property.Name == name).Value;
}

/// <summary>A Bicep file.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="Root">Its tree.</param>
internal sealed record BicepFile(string Path, BicepNode Root)
{
    /// <summary>What it takes: each name, and whether a default stands beside it.</summary>
    public IEnumerable<(string Name, bool HasDefault)> Parameters() =>
        Declarations("parameter_declaration").Select(node => (node.Children[0].Text, node.Children.Count > 2));

    /// <summary>The names of what it gives.</summary>
    public IEnumerable<string> Outputs() => Declarations("output_declaration").Select(node => node.Children[0].Text);

    /// <summary>The files that it calls, with the parameters that it hands over.</summary>
    public IEnumerable<(string Symbol, string File, IReadOnlyList<string> Parameters)> Modules() => Declarations("module_declaration").Select(node => (
        node.Children[0].Text,
        node.Children[1].Value,
        (IReadOnlyList<string>)[.. (node.Property("params")?.Properties() ?? []).Select(property => property.Name)]));

    /// <summary>Type and API version of each resource, made here or found.</summary>
    public IEnumerable<(string Type, string Version)> Resources() => Declarations("resource_declaration")
        .Select(node => node.Children[1].Value.Split('@'))
        .Where(parts => parts.Length == 2)
        .Select(parts => (parts[0], parts[1]));

    /// <summary>The value of a variable.</summary>
    public BicepNode Variable(string name) => Declarations("variable_declaration").Single(node => node.Children[0].Text == name).Children[1];

    /// <summary>Declarations of a kind.</summary>
    public IEnumerable<BicepNode> Declarations(string type) => Root.All().Where(node => node.Type == type);
}
