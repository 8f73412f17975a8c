namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts a function for an HTTP request. The parameter is usually the ASP.NET Core HttpRequest.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : Attribute
{
    /// <summary>Any method, with a function key.</summary>
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    /// <summary>The given methods, for anyone.</summary>
    /// <param name="methods">HTTP methods in any case; none means all.</param>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>Any method, for callers of the given level.</summary>
    /// <param name="authLevel">What a caller has to show.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>The given methods, for callers of the given level.</summary>
    /// <param name="authLevel">What a caller has to show.</param>
    /// <param name="methods">HTTP methods in any case; none means all.</param>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route under the route prefix, as an ASP.NET Core template; the function's name when null.</summary>
    public string? Route { get; set; }

    /// <summary>The methods answered; null or empty means all.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>What a caller has to show. A local host lets every request through.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }
}
