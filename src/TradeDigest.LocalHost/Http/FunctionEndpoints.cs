using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using TradeDigest.LocalHost.Functions;
using TradeDigest.LocalHost.Invocations;

namespace TradeDigest.LocalHost.Http;

/// <summary>The routes of the HTTP functions. Keys may be sent and are not asked for: a local host lets every request through.</summary>
internal sealed class FunctionEndpoints(FunctionInvoker invoker, string routePrefix)
{
    /// <summary>Adds a route for each HTTP function that is switched on.</summary>
    /// <param name="routes">Where to add them.</param>
    /// <param name="functions">All functions.</param>
    public void Map(IEndpointRouteBuilder routes, IEnumerable<Function> functions)
    {
        foreach (var function in functions.Where(each => !each.IsDisabled))
        {
            if (function.Trigger is HttpTrigger http)
            {
                RequestDelegate handle = context => HandleAsync(function, context);
                var pattern = PathOf(http);
                _ = http.Methods.Count == 0 ? routes.Map(pattern, handle) : routes.MapMethods(pattern, http.Methods, handle);
            }
        }
    }

    /// <summary>The path of a function, as a template.</summary>
    /// <param name="http">The function's trigger.</param>
    public string PathOf(HttpTrigger http) => "/" + string.Join('/', ((string[])[routePrefix, http.Route]).Where(part => part.Length > 0));

    /// <summary>Says in words why a request that reached no function was refused.</summary>
    /// <param name="refused">The answer, which has a status and no body.</param>
    public static Task ExplainAsync(StatusCodeContext refused)
    {
        var context = refused.HttpContext;
        // A function that takes OPTIONS of any address says nothing of which addresses there are.
        string allowed = string.Join(", ", context.Response.Headers.Allow.ToString().Split(", ").Where(method => !HttpMethods.IsOptions(method)));
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed && allowed.Length == 0)
        {
            context.Response.Headers.Remove("Allow");
            return NoAddressAsync(context);
        }

        return context.Response.StatusCode switch
        {
            StatusCodes.Status405MethodNotAllowed => ProblemAsync(context, StatusCodes.Status405MethodNotAllowed, "Another method", $"Only {allowed} is answered here."),
            StatusCodes.Status404NotFound when context.GetEndpoint() is null => NoAddressAsync(context),
            _ => Task.CompletedTask,
        };
    }

    private async Task HandleAsync(Function function, HttpContext context)
    {
        var occasion = new Occasion($"{context.Request.Method} {context.Request.Path}", context, context.Request.RouteValues);
        try
        {
            await invoker.RunAsync(function, occasion, context.RequestAborted, result => AnswerAsync(context, result));
        }
        catch (BindingException wrong) when (!context.Response.HasStarted)
        {
            await ProblemAsync(context, StatusCodes.Status400BadRequest, "The request does not fit the function", wrong.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await ProblemAsync(
                context, StatusCodes.Status500InternalServerError, "The function failed", $"{function.Name} threw {failure.GetType().Name}; the host's log has the details.");
        }
    }

    private static async Task AnswerAsync(HttpContext context, object? result)
    {
        if (result is IResult minimal)
        {
            await minimal.ExecuteAsync(context);
            return;
        }

        var action = result switch
        {
            IActionResult ready => ready,
            null => new NoContentResult(),
            string text => new ContentResult { Content = text, ContentType = "text/plain; charset=utf-8" },
            _ => new ObjectResult(result),
        };
        await action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }

    private static Task NoAddressAsync(HttpContext context) => ProblemAsync(
        context, StatusCodes.Status404NotFound, "No such address", "No function answers here. The list that the host prints at its start has the addresses.");

    private static Task ProblemAsync(HttpContext context, int status, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title).ExecuteAsync(context);
}
