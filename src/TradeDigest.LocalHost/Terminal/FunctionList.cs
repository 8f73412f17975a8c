using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Http;

namespace TradeDigest.LocalHost.Terminal;

/// <summary>The list of functions that <c>func</c> prints at start.</summary>
internal static class FunctionList
{
    /// <summary>One line for each function, with its address or its trigger's kind.</summary>
    /// <param name="functions">All functions.</param>
    /// <param name="endpoints">Knows the paths.</param>
    /// <param name="address">Where the host answers.</param>
    public static IEnumerable<string> Lines(IEnumerable<Function> functions, FunctionEndpoints endpoints, Uri address)
    {
        foreach (var function in functions)
        {
            var how = function.Trigger is HttpTrigger http
                ? $"[{(http.Methods.Count == 0 ? "any method" : string.Join(',', http.Methods))}] {address.ToString().TrimEnd('/')}{endpoints.PathOf(http)}"
                : function.Trigger.Kind;
            yield return $"    {function.Name}: {how}{(function.IsDisabled ? " (disabled)" : "")}";
        }
    }
}
