namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a functions app begins.</summary>
public class FunctionsApplication
{
    /// <summary>A builder with the app's settings in place: local.settings.json, then the environment.</summary>
    /// <param name="args">The host's options; see <c>--help</c>.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
