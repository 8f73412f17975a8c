using System.Text.Json;

namespace TradeDigest.EndToEndTests.Infra;

/// <summary>The workflows of continuous integration and release.</summary>
[Collection("deployment files")]
public sealed class WorkflowTests(DeploymentFiles files)
{
    [Theory]
    [InlineData("ci")]
    [InlineData("release")]
    public void A_workflow_may_do_little_and_ends_in_time(string name)
    {
        var workflow = Workflow(name);

        Assert.Equal("""{"contents":"read"}""", workflow.GetProperty("permissions").GetRawText());
        Assert.True(workflow.TryGetProperty("concurrency", out _));
        Assert.All(Jobs(name), job => Assert.InRange(job.GetProperty("timeout-minutes").GetInt32(), 1, 60));
        Assert.All(Steps(name).Where(step => Uses(step)?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true), step =>
            Assert.False(step.GetProperty("with").GetProperty("persist-credentials").GetBoolean()));
    }

    [Theory]
    [InlineData("ci")]
    [InlineData("release")]
    public void Each_action_is_of_a_fixed_major_version_and_of_a_known_owner(string name)
    {
        var actions = Steps(name).Select(Uses).OfType<string>().ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("^(actions|azure|Azure)/[a-z-]+@(v[0-9]+|[0-9a-f]{40})$", action));
    }

    [Theory]
    [InlineData("ci")]
    [InlineData("release")]
    public void No_secret_is_used(string name) => Assert.DoesNotContain("secrets.", Repository.Read($".github/workflows/{name}.yml"), StringComparison.Ordinal);

    [Theory]
    [InlineData("ci")]
    [InlineData("release")]
    public void What_a_step_runs_from_the_repository_is_there(string name)
    {
        var scripts = Steps(name).Select(Run).OfType<string>().SelectMany(run => run.Find(@"bash (?<it>\.ci/[a-z-]+)").Concat(run.Find(@"(?<it>infra/[a-z/.]+\.(?:bicep|sh|ps1|json))"))).ToList();

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.True(File.Exists(Repository.PathOf(script)), script));
    }

    [Fact]
    public void Both_builds_are_tested_and_the_one_for_Azure_runs_with_the_samples()
    {
        var jobs = Workflow("ci").GetProperty("jobs");

        Assert.Contains(".ci/run", jobs.GetProperty("local").GetRawText(), StringComparison.Ordinal);
        var worker = jobs.GetProperty("worker");
        Assert.Equal("Worker", worker.GetProperty("env").GetProperty("FunctionsHost").GetString());
        Assert.Contains(".ci/samples published func start", worker.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(worker.GetProperty("steps").EnumerateArray(), step => Uses(step)?.StartsWith("actions/upload-artifact@", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Only_the_deployment_gets_a_token_and_someone_approves_it()
    {
        var withToken = Workflow("release").GetProperty("jobs").EnumerateObject()
            .Where(job => job.Value.TryGetProperty("permissions", out var permissions) && permissions.TryGetProperty("id-token", out _)).ToList();

        var deploy = Assert.Single(withToken);
        Assert.Equal("""{"contents":"read","id-token":"write"}""", deploy.Value.GetProperty("permissions").GetRawText());
        Assert.Equal("production", deploy.Value.GetProperty("environment").GetString());
    }

    private JsonElement Workflow(string name) => files.Yaml($".github/workflows/{name}.yml");

    private IEnumerable<JsonElement> Jobs(string name) => Workflow(name).GetProperty("jobs").EnumerateObject().Select(job => job.Value);

    private IEnumerable<JsonElement> Steps(string name) => Jobs(name).SelectMany(job => job.GetProperty("steps").EnumerateArray());

    private static string? Uses(JsonElement step) => step.TryGetProperty("uses", out var uses) ? uses.GetString() : null;

    private static string? Run(JsonElement step) => step.TryGetProperty("run", out var run) ? run.GetString() : null;
}
