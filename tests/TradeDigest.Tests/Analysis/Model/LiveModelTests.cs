using Azure.Identity;
using TradeDigest.Analysis.Model;

namespace TradeDigest.Tests.Analysis.Model;

/// <summary>Asks a real model, where <c>TRADEDIGEST_TEST_OPENAI_ENDPOINT</c> (and <c>_DEPLOYMENT</c>, and <c>_KEY</c> or an Entra ID sign-in) names one.</summary>
public class LiveModelTests
{
    [LiveFact]
    public async Task A_real_model_answers_in_the_schema()
    {
        var options = new ModelOptions
        {
            Endpoint = new Uri(Setting("ENDPOINT")!),
            Deployment = Setting("DEPLOYMENT") ?? "gpt-4o-mini",
            Key = Setting("KEY"),
        };
        var client = new ModelClient(options, () => new DefaultAzureCredential(), new HttpClient(), TimeProvider.System, () => 0.5);
        string question = ModelPrompt.Question(ModelFixture.Article(), ModelFixture.Read().Sentences, options.MaxArticleCharacters, out _);

        var reply = await client.AskAsync(ModelPrompt.Instructions, question, CancellationToken.None);

        var grounded = ModelFixture.Gate.Check(ModelFixture.Read(), ModelAnswer.Parse(reply.Json));
        Assert.NotEmpty(grounded.Facts);
        Assert.True(reply.Usage.Total > 0);
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable($"TRADEDIGEST_TEST_OPENAI_{name}");

    /// <summary>A test that is skipped, and says why, where no endpoint is named.</summary>
    private sealed class LiveFactAttribute : FactAttribute
    {
        public LiveFactAttribute() => Skip = Setting("ENDPOINT") is null ? "TRADEDIGEST_TEST_OPENAI_ENDPOINT names no endpoint." : null;
    }
}
