using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace TradeDigest.Functions.Http;

/// <summary>Answers in words where storage does not answer.</summary>
public sealed partial class StorageGuard(ILogger<StorageGuard> logger)
{
    /// <summary>The answer of <paramref name="work"/>; 503 and what to do where storage failed it, which is logged.</summary>
    public async Task<IActionResult> AnswerAsync(Func<Task<IActionResult>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            Failed(e);
            return Answers.Problem(
                StatusCodes.Status503ServiceUnavailable,
                "Storage does not answer",
                "Nothing is lost: repeat the request in a while. GET /api/health says whether storage answers, and the app's log why not.");
        }
    }

    [LoggerMessage(EventId = 301, Level = LogLevel.Error, Message = "A request failed because storage did not answer as it should.")]
    private partial void Failed(Exception why);
}
