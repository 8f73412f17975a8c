using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace TradeDigest.Functions.Http.Api;

/// <summary>Answers every request alike: it reads the query as the route describes it, settles the form, and answers in words whatever goes wrong.</summary>
public sealed partial class ApiEndpoint(CorsPolicy cors, ILogger<ApiEndpoint> logger)
{
    /// <summary>The answer of <paramref name="handle"/> to a request that fits <paramref name="operation"/>; a problem for any other.</summary>
    public async Task<IActionResult> AnswerAsync(ApiOperation operation, HttpRequest request, Func<ApiRequest, Task<ApiAnswer>> handle)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(handle);
        return new ApiResult(await OfAsync(operation, request, handle), cors, variesByAccept: operation.Forms.Count > 1);
    }

    private async Task<ApiAnswer> OfAsync(ApiOperation operation, HttpRequest request, Func<ApiRequest, Task<ApiAnswer>> handle)
    {
        try
        {
            var query = RequestQuery.Read(request, operation);
            return await handle(new(request, query, RequestForm.Of(request, operation)));
        }
        catch (ProblemException e)
        {
            return ApiAnswer.Problem(e.Status, e.Title, e.Message);
        }
        catch (BadHttpRequestException e)
        {
            return ApiAnswer.Problem(
                e.StatusCode, "The request cannot be read", $"The server took only part of it ({e.Message.TrimEnd('.')}). Send it again whole; where it is too large, drop the file into the articles container.");
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            StorageFailed(operation.Id, e);
            return ApiAnswer.Problem(
                StatusCodes.Status503ServiceUnavailable,
                "Storage does not answer",
                "Nothing is lost: repeat the request in a while. GET /api/health says whether storage answers, and the app's log why not.")
                .With("Retry-After", "30");
        }
        catch (Exception e) when (e is not OperationCanceledException || !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Failed(operation.Id, e);
            return ApiAnswer.Problem(
                StatusCodes.Status500InternalServerError,
                "The request failed",
                "This is a fault of the app. Its log has the details under this route's name; please report it with the request.");
        }
    }

    [LoggerMessage(EventId = 301, Level = LogLevel.Error, Message = "{Operation} failed because storage did not answer as it should.")]
    private partial void StorageFailed(string operation, Exception why);

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "{Operation} failed.")]
    private partial void Failed(string operation, Exception why);
}
