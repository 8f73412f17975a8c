namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>HTTP functions over ASP.NET Core.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Lets functions take ASP.NET Core's requests and return its results. Without it no HTTP function runs.</summary>
    /// <param name="builder">The app.</param>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.UseAspNetCore();
        return builder;
    }
}
