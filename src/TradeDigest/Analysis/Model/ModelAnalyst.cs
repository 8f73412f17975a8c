using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TradeDigest.Articles;
using TradeDigest.Language;
using TradeDigest.Summaries;

namespace TradeDigest.Analysis.Model;

/// <summary>Asks a model for facts and summary, lets through what the article bears out, and puts it together with what the rules found.</summary>
/// <remarks>Never waits for the model in vain: whatever goes wrong, the local analyst's document stands, and says why.</remarks>
public sealed partial class ModelAnalyst(
    ModelClient client,
    LocalAnalyst local,
    EnglishReader reader,
    GroundingGate gate,
    ITokenLedger ledger,
    IAnswerCache cache,
    ModelMetrics metrics,
    IOptions<ModelOptions> settings,
    TimeProvider time,
    ILogger<ModelAnalyst> logger) : IAnalyst
{
    /// <summary>How many characters of English make a token, at the least; for the reservation before a request.</summary>
    private const int CharactersPerToken = 3;

    private const string Name = "azure-openai";

    /// <summary>Of the wording of the request, and of the rules beside it.</summary>
    private const string Version = $"{ModelPrompt.Version}.{LocalAnalyst.Version}";

    private readonly ModelOptions _options = settings.Value;

    /// <inheritdoc/>
    /// <remarks>What the rules did alone is not current: the model may be asked by now.</remarks>
    public bool IsCurrent(AnalystInfo made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return made is { Name: Name, Version: Version } && made.Model == _options.Deployment;
    }

    /// <inheritdoc/>
    public async Task<ArticleDocument> AnalyzeAsync(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        cancellationToken.ThrowIfCancellationRequested();
        var text = reader.Read(article.Text, article.PublishedAt);
        var document = local.Analyze(article, text);
        if (article.Language != "en" || article.CopyOf is not null)
        {
            return document;
        }

        string question = ModelPrompt.Question(article, text.Sentences, _options.MaxArticleCharacters, out int? cutAt);
        try
        {
            var answer = await AnswerAsync(article.Id, question, cancellationToken);
            return Ground(document, text, answer, cutAt);
        }
        catch (ModelFailureException e)
        {
            metrics.FellBack(e.Reason, e.Usage);
            LogFallback(article.Id, e.Failure, e.Message);
            return document with { Analyst = document.Analyst with { Fallback = e.Reason } };
        }
    }

    private async Task<ModelAnswer> AnswerAsync(string id, string question, CancellationToken cancellationToken)
    {
        // Under the article, so that its answers go when it is erased.
        string key = id + "/" + ModelPrompt.CacheKey(_options, question);
        if (await cache.FindAsync(key, cancellationToken) is { } kept)
        {
            metrics.Cached();
            LogCached(id);
            return ModelAnswer.Parse(kept);
        }

        // Reserved before the request, corrected after it: a crash in between counts too much, never too little.
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var reserved = new TokenUsage(
            (ModelPrompt.Instructions.Length + question.Length) / CharactersPerToken, 0, _options.MaxAnswerTokens, 0);
        if (!await ledger.TryAddAsync(day, reserved, _options.TokensPerDay, cancellationToken))
        {
            throw new ModelFailureException(ModelFailure.Budget, "The day's tokens are spent (OpenAI:TokensPerDay).");
        }

        var spent = TokenUsage.None;
        try
        {
            var reply = await client.AskAsync(ModelPrompt.Instructions, question, cancellationToken);
            spent = reply.Usage;
            var answer = ModelAnswer.Parse(reply.Json);
            await cache.KeepAsync(key, reply.Json, cancellationToken);
            metrics.Answered(spent);
            decimal cost = spent.Cost(_options);
            LogSpent(id, spent.Read, spent.Cached, spent.Written, cost);
            return answer;
        }
        catch (ModelFailureException e)
        {
            spent = e.Usage;
            throw;
        }
        finally
        {
            await ledger.TryAddAsync(
                day,
                new TokenUsage(spent.Read - reserved.Read, spent.Cached, spent.Written - reserved.Written, spent.Articles),
                limit: 0,
                CancellationToken.None);
        }
    }

    private ArticleDocument Ground(ArticleDocument document, AnnotatedText text, ModelAnswer answer, int? cutAt)
    {
        var grounded = gate.Check(text, answer);
        var (facts, contradicted) = FactMerge.Merge(document.Facts, grounded.Facts);
        var dropped = new SortedDictionary<string, int>(grounded.Dropped.ToDictionary(), StringComparer.Ordinal);
        if (contradicted > 0)
        {
            dropped["contradicted"] = contradicted;
        }

        metrics.Dropped(dropped);
        return document with
        {
            Analyst = new AnalystInfo(Name, _options.Deployment, Version, dropped.Values.Sum())
            {
                DroppedBy = dropped.Count > 0 ? dropped : null,
                CutAt = cutAt,
            },
            Summary = new Summary(
                gate.BearsOutHeadline(text, answer.Headline) ? answer.Headline.Trim() : document.Summary.Headline,
                FillUp(grounded.Sentences, answer.Summary.Count, document.Summary.Sentences)),
            Facts = facts,
        };
    }

    /// <summary>The model's sentences that passed; for each that did not, the next local one that says something else.</summary>
    private static IReadOnlyList<SummarySentence> FillUp(IReadOnlyList<SummarySentence> passed, int wanted, IReadOnlyList<SummarySentence> local)
    {
        if (passed.Count == 0)
        {
            return local;
        }

        var sentences = passed.ToList();
        foreach (var sentence in local)
        {
            if (sentences.Count < wanted && !sentences.Exists(s => s.Start < sentence.End && sentence.Start < s.End))
            {
                sentences.Add(sentence);
            }
        }

        return [.. sentences.OrderBy(s => s.Start).ThenBy(s => s.End)];
    }

    [LoggerMessage(EventId = 801, Level = LogLevel.Warning, Message = "Article {Id} was analysed by the rules alone ({Failure}): {Reason}")]
    private partial void LogFallback(string id, ModelFailure failure, string reason);

    [LoggerMessage(EventId = 802, Level = LogLevel.Information, Message = "Article {Id}: {Read} tokens read ({Cached} from the cache), {Written} written, cost {Cost}")]
    private partial void LogSpent(string id, long read, long cached, long written, decimal cost);

    [LoggerMessage(EventId = 803, Level = LogLevel.Information, Message = "Article {Id}: the answer of an earlier request stands")]
    private partial void LogCached(string id);
}
