using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using TradeDigest.Digests;
using TradeDigest.Functions.Http.Api;
using TradeDigest.Pipeline;

namespace TradeDigest.Functions.Http;

/// <summary><c>GET /api/stories/{id}</c>: a story over its days.</summary>
public sealed class GetStory(ApiEndpoint endpoint, StoryArchives stories)
{
    internal static ApiOperation Operation { get; } = new("GetStory", "GET", "stories/{id}", "A story over its days: its ledger, its timeline, its sources")
    {
        Description = "Digests name their stories by these ids, which stay from day to day.",
        Path = [new("id", "The story's id.", "story-0123456789abcdef")],
        Answers = [new(StatusCodes.Status200OK, "The story.") { Schema = ApiSchema.Of("Story", DigestJson.StoryType) }],
        Errors = [new(StatusCodes.Status404NotFound, "No digest has told a story of this id.")],
    };

    /// <summary>Answers with the story of <paramref name="id"/>.</summary>
    [Function("GetStory")]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "stories/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(Operation, request, async _ => await stories.FindAsync(id, cancellationToken) is { } story
            ? ApiAnswer.Json(StoryHistory.Of(story), DigestJson.StoryType)
            : throw new ProblemException(
                StatusCodes.Status404NotFound, "No such story", "No digest has told a story of this id. GET /api/digests/latest has the ids of the stories that it tells."));
}
