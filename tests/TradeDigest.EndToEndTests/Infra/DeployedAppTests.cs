using Microsoft.Azure.Functions.Worker;

namespace TradeDigest.EndToEndTests.Infra;

/// <summary>The Bicep files against the app that they make a place for.</summary>
[Collection("deployment files")]
public sealed class DeployedAppTests(DeploymentFiles files)
{
    // learn.microsoft.com/azure/role-based-access-control/built-in-roles
    private static readonly Dictionary<string, string[]> Roles = new(StringComparer.Ordinal)
    {
        ["infra/core/roles.bicep"] =
        [
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
            "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
            "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
            "ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor, for people
        ],
        ["infra/events/topic.bicep"] = ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"],
        ["infra/core/model.bicep"] = ["5e0bd9bd-7b93-4f28-af87-19fc36ad61bd"], // Cognitive Services OpenAI User
        ["infra/core/mail.bicep"] = ["09976791-48a7-449e-bb21-39d1a415f350"], // Communication and Email Service Owner
    };

    // learn.microsoft.com/azure/azure-functions/functions-app-settings: not taken, or without effect, on Flex Consumption.
    private static readonly string[] RefusedOnFlex =
    [
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_PROCESS_COUNT", "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTSHARE", "WEBSITE_CONTENTOVERVNET", "WEBSITE_DNS_SERVER", "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_SKIP_CONTENTSHARE_VALIDATION", "WEBSITE_TIME_ZONE", "WEBSITE_USE_PLACEHOLDER", "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED", "WEBSITE_VNET_ROUTE_ALL", "ENABLE_ORYX_BUILD",
        "SCM_DO_BUILD_DURING_DEPLOYMENT",
    ];

    private BicepNode App => files.File("infra/main.bicep").Declarations("module_declaration").Single(node => node.Children[0].Text == "app");

    [Fact]
    public void Each_container_and_queue_of_the_app_is_made()
    {
        var storage = files.File("infra/core/storage.bicep");

        Assert.Empty(AppModel.Containers().Except(storage.Variable("containers").Children.Select(child => child.Value)));
        Assert.Equal(
            AppModel.Queues().Distinct().Order(StringComparer.Ordinal),
            storage.Variable("queues").Children.Select(child => child.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_setting_that_the_app_reads_is_set_or_told_in_a_readme()
    {
        var set = Settings().Select(Colons).ToList();
        string told = Repository.Read("README.md") + Repository.Read("infra/README.md");

        var unknown = AppModel.Settings().Where(name => !set.Any(s => s == name || s.StartsWith($"{name}:", StringComparison.Ordinal)) && !told.Contains($"`{name}", StringComparison.Ordinal)
            && !told.Contains(name.Replace(":", "__", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.True(AppModel.Settings().Count() > 20);
        Assert.Empty(unknown);
    }

    [Fact]
    public void Each_setting_of_a_section_of_the_app_is_one_that_it_reads()
    {
        var known = AppModel.Settings().ToList();
        var sections = known.Where(name => name.Contains(':', StringComparison.Ordinal)).Select(name => name.Split(':')[0]).ToHashSet(StringComparer.Ordinal);

        var ours = Settings().Select(Colons).Where(name => sections.Contains(name.Split(':')[0])).ToList();

        Assert.NotEmpty(ours);
        Assert.All(ours, name => Assert.Contains(known, k => name == k || name.StartsWith($"{k}:", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_host_needs_without_keys_is_set()
    {
        string[] needed =
        [
            "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri",
            "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "DigestSchedule", "AZURE_CLIENT_ID",
        ];

        Assert.Empty(needed.Except(Settings()));
        Assert.Empty(RefusedOnFlex.Intersect(Settings(), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_function_that_is_switched_off_exists_and_polls()
    {
        var off = Settings().Where(name => name.EndsWith(".Disabled", StringComparison.Ordinal)).Select(name => name.Split('.')[1]).ToList();

        var polling = AppModel.Functions.Where(f => f.Value.GetParameters().Any(p => p.GetCustomAttributes(typeof(BlobTriggerAttribute), false) is [BlobTriggerAttribute { Source: BlobTriggerSource.LogsAndContainerScan }]))
            .Select(f => f.Key);
        Assert.Equal(polling.Order(StringComparer.Ordinal), off.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_subscription_calls_the_function_of_events_for_its_container_alone()
    {
        string subscription = files.File("infra/events/subscription.bicep").Root.Text;

        string called = subscription.Find(@"functionName=Host\.Functions\.(?<it>\w+)&").Single();
        var trigger = AppModel.Functions[called].GetParameters().Select(p => p.GetCustomAttributes(typeof(BlobTriggerAttribute), false).OfType<BlobTriggerAttribute>().FirstOrDefault()).OfType<BlobTriggerAttribute>().Single();
        Assert.Equal(BlobTriggerSource.EventGrid, trigger.Source);
        Assert.Contains($"subjectBeginsWith: '/blobServices/default/containers/{trigger.BlobPath.Split('/')[0]}/blobs/'", subscription, StringComparison.Ordinal);
        Assert.Contains("deadLetterWithResourceIdentity", subscription, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_that_alerts_name_exist()
    {
        var named = files.File("infra/core/alerts.bicep").Root.Text.Find(@"name in \((?<it>[^)]*)\)")
            .SelectMany(names => names.Split(',')).Select(name => name.Trim().Trim('"')).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(AppModel.Functions.ContainsKey(name), name));
        Assert.All(
            AppModel.Functions.Where(f => f.Value.GetParameters().Any(p => p.GetCustomAttributes(typeof(QueueTriggerAttribute), false) is [QueueTriggerAttribute q] && q.QueueName.EndsWith("-poison", StringComparison.Ordinal))),
            poison => Assert.Contains(poison.Key, named));
    }

    [Fact]
    public void Words_that_alerts_look_for_are_those_of_the_log()
    {
        var templates = Repository.Sources().SelectMany(source => source.Find(@"LoggerMessage\([^\n]*Message = ""(?<it>[^\n]*)""\)\]")).ToList();
        string alerts = files.File("infra/core/alerts.bicep").Root.Text;

        var begins = alerts.Matches(@"message startswith ""(?<start>[^""]+)""(?: and message endswith ""(?<end>[^""]+)"")?").ToList();

        Assert.NotEmpty(begins);
        Assert.All(begins, words => Assert.Contains(templates, t => t.StartsWith(words.Groups["start"].Value, StringComparison.Ordinal) && t.EndsWith(words.Groups["end"].Value, StringComparison.Ordinal)));
        Assert.All(alerts.Find(@"message contains ""(?<it>[^""]+)"""), words => Assert.Contains(templates, t => t.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public void Exactly_these_roles_are_given()
    {
        var given = files.Bicep
            .Select(file => (file.Path, Roles: file.Root.Text.Find("(?<it>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})").Order(StringComparer.Ordinal)))
            .Where(file => file.Roles.Any())
            .ToDictionary(file => file.Path, file => file.Roles.ToArray(), StringComparer.Ordinal);

        Assert.Equal(Roles.Keys.Order(StringComparer.Ordinal), given.Keys.Order(StringComparer.Ordinal));
        Assert.All(given, file => Assert.Equal(Roles[file.Key].Order(StringComparer.Ordinal), file.Value));
    }

    [Fact]
    public void No_key_leaves_the_resource_manager()
    {
        var all = files.Bicep.ToDictionary(file => file.Path, file => file.Root.Text, StringComparer.Ordinal);

        Assert.Equal(["infra/events/subscription.bicep"], all.Where(file => file.Value.Find(@"\b(?<it>list[A-Z]\w*)\(").Any()).Select(file => file.Key));
        Assert.Empty(files.File("infra/events/subscription.bicep").Outputs());
        Assert.DoesNotContain(all.Values, text => text.Contains("AccountKey", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Settings(), name => name.EndsWith("Key", StringComparison.Ordinal) || name.EndsWith("__Password", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("infra/core/storage.bicep", "allowSharedKeyAccess", "false")]
    [InlineData("infra/core/storage.bicep", "allowBlobPublicAccess", "false")]
    [InlineData("infra/core/storage.bicep", "minimumTlsVersion", "TLS1_2")]
    [InlineData("infra/core/storage.bicep", "bypass", "AzureServices")]
    [InlineData("infra/core/monitoring.bicep", "DisableLocalAuth", "true")]
    [InlineData("infra/core/model.bicep", "disableLocalAuth", "true")]
    [InlineData("infra/core/mail.bicep", "disableLocalAuth", "true")]
    [InlineData("infra/core/app.bicep", "httpsOnly", "true")]
    [InlineData("infra/core/app.bicep", "runtime", "{ name: 'dotnet-isolated', version: '10.0' }")]
    public void Doors_are_shut(string file, string property, string value) => Assert.Equal(value, files.File(file).Root.Property(property)?.Value);

    [Fact]
    public void The_tool_that_deploys_finds_the_app_and_its_scripts()
    {
        var azd = files.Yaml("azure.yaml");
        var service = azd.GetProperty("services").EnumerateObject().Single();

        Assert.True(Directory.Exists(Repository.PathOf(service.Value.GetProperty("project").GetString()!)));
        Assert.Contains($"'azd-service-name': '{service.Name}'", files.File("infra/core/app.bicep").Root.Text, StringComparison.Ordinal);
        Assert.Contains("'azd-env-name': environmentName", files.File("infra/main.bicep").Root.Text, StringComparison.Ordinal);
        Assert.All(azd.GetProperty("hooks").GetProperty("postdeploy").EnumerateObject(), hook => Assert.True(File.Exists(Repository.PathOf(hook.Value.GetProperty("run").GetString()!))));
    }

    [Theory]
    [InlineData("subscribe.sh")]
    [InlineData("subscribe.ps1")]
    public void Names_that_a_script_needs_are_outputs(string script)
    {
        string text = Repository.Read($"infra/events/{script}");
        string[] known = [.. files.File("infra/main.bicep").Outputs(), "AZURE_SUBSCRIPTION_ID"];

        Assert.All(text.Find(@"\b(?<it>AZURE_\w+)").Distinct(), name => Assert.Contains(name, known));
        Assert.All(files.File("infra/events/subscription.bicep").Parameters().Where(p => !p.HasDefault), p => Assert.Contains($"{p.Name}=", text, StringComparison.Ordinal));
    }

    private IEnumerable<string> Settings()
    {
        var given = App.Property("settings")!;
        return given.All().Where(node => node.Type == "object").SelectMany(node => node.Properties()).Select(p => p.Name)
            .Concat(given.All().Where(node => node.Type == "string" && node.Value.Contains("__${", StringComparison.Ordinal)).Select(node => node.Value))
            .Concat(files.File("infra/core/app.bicep").Variable("connections").Properties().Select(p => p.Name));
    }

    private static string Colons(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
