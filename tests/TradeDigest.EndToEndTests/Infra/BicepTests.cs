using System.Text.Json;

namespace TradeDigest.EndToEndTests.Infra;

/// <summary>The Bicep files for themselves. What no test here can do is compile them: the compiler checks types of resources, and CI runs it.</summary>
[Collection("deployment files")]
public sealed class BicepTests(DeploymentFiles files)
{
    [Fact]
    public void Every_file_parses()
    {
        var broken = files.Bicep.SelectMany(file => file.Root.All().Where(node => node.Type is "ERROR" or "MISSING").Select(node => $"{file.Path}:{node.Line}: {node.Text}"));

        Assert.True(files.Bicep.Count > 10);
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_parameter_and_output_says_what_it_means()
    {
        var silent = files.Bicep.SelectMany(file => Silent(file).Select(name => $"{file.Path}: {name}"));

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_module_gets_the_parameters_that_it_has_and_all_that_it_needs()
    {
        var wrong = new List<string>();
        foreach (var file in files.Bicep)
        {
            foreach (var (symbol, path, given) in file.Modules())
            {
                var called = files.File($"{Path.GetDirectoryName(file.Path)!.Replace('\\', '/')}/{path}");
                wrong.AddRange(given.Except(called.Parameters().Select(p => p.Name)).Select(name => $"{file.Path}, {symbol}: {path} has no {name}"));
                wrong.AddRange(called.Parameters().Where(p => !p.HasDefault).Select(p => p.Name).Except(given).Select(name => $"{file.Path}, {symbol}: {path} needs {name}"));
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_output_that_is_asked_for_exists()
    {
        var main = files.File("infra/main.bicep");
        var modules = main.Modules().ToDictionary(m => m.Symbol, m => files.File($"infra/{m.File}"), StringComparer.Ordinal);

        var asked = main.Root.Text.Matches(@"\b(?<module>\w+)!?\.outputs\.(?<output>\w+)").ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, m => Assert.Contains(m.Groups["output"].Value, modules[m.Groups["module"].Value].Outputs()));
    }

    [Fact]
    public void The_parameters_file_names_each_parameter_of_the_main_file_and_no_other()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));

        var named = json.RootElement.GetProperty("parameters").EnumerateObject().Select(p => p.Name);

        Assert.Equal(files.File("infra/main.bicep").Parameters().Select(p => p.Name).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_defaults_of_the_parameters_file_are_those_of_the_main_file()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var defaults = files.File("infra/main.bicep").Declarations("parameter_declaration")
            .Where(node => node.Children.Count > 2)
            .ToDictionary(node => node.Children[0].Text, node => node.Children[2].Value, StringComparer.Ordinal);

        foreach (var parameter in json.RootElement.GetProperty("parameters").EnumerateObject().Where(p => defaults.ContainsKey(p.Name)))
        {
            var given = parameter.Value.GetProperty("value");
            string value = given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim('$', '{', '}').Split('=', 2).ElementAtOrDefault(1) ?? "" : given.GetRawText();
            Assert.Equal((parameter.Name, defaults[parameter.Name]), (parameter.Name, value));
        }
    }

    [Fact]
    public void The_readme_tells_each_parameter_with_its_variable()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        string readme = Repository.Read("infra/README.md");

        Assert.All(json.RootElement.GetProperty("parameters").EnumerateObject(), parameter =>
        {
            var given = parameter.Value.GetProperty("value");
            string name = given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim('$', '{', '}').Split('=')[0] : parameter.Name;
            Assert.Contains($"`{name}`", readme, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_resource_is_of_a_preview_version()
    {
        var resources = files.Bicep.SelectMany(file => file.Resources()).ToList();

        Assert.NotEmpty(resources);
        Assert.All(resources, resource => Assert.Matches(@"^\d{4}-\d\d-\d\d$", resource.Version));
    }

    [Fact]
    public void A_type_has_one_version_everywhere()
    {
        var several = files.Bicep.SelectMany(file => file.Resources()).Distinct().GroupBy(r => r.Type, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1);

        Assert.Empty(several);
    }

    [Fact]
    public void Every_abbreviation_is_used_and_every_one_used_exists()
    {
        using var json = JsonDocument.Parse(Repository.Read("infra/abbreviations.json"));

        var used = files.File("infra/main.bicep").Root.Text.Find(@"abbreviations\.(?<it>\w+)").Where(name => name != "json").Distinct();

        Assert.Equal(json.RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Silent(BicepFile file)
    {
        for (int i = 0; i < file.Root.Children.Count; i++)
        {
            var node = file.Root.Children[i];
            if (node.Type is "parameter_declaration" or "output_declaration"
                && (i == 0 || file.Root.Children[i - 1].Type != "decorators" || !file.Root.Children[i - 1].Text.Contains("@description('", StringComparison.Ordinal)))
            {
                yield return node.Children[0].Text;
            }
        }
    }
}
