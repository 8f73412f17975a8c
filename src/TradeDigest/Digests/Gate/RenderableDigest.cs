namespace TradeDigest.Digests;

/// <summary>Makes sure that a digest can leave: whatever its renderings cannot account for is left out of it, so that one statement never holds up the others.</summary>
/// <param name="render">Renders a digest in every form, and throws <see cref="UntracedRenderingException"/> where a rendering says what the digest does not.</param>
public sealed class RenderableDigest(Func<Digest, Task> render)
{
    /// <summary>Over the renderings of <see cref="DigestRenderer"/>.</summary>
    public RenderableDigest()
        : this(RenderAsync)
    {
    }

    /// <summary>The composition with a digest that renders; what was left out is in <see cref="DigestComposition.Stopped"/> and in the digest's count.</summary>
    /// <exception cref="UntracedRenderingException">Not even the counts and the list of sources render: a template is at fault.</exception>
    public async Task<DigestComposition> OfAsync(DigestComposition composition)
    {
        ArgumentNullException.ThrowIfNull(composition);
        if (await UntracedAsync(composition.Digest).ConfigureAwait(false) is null)
        {
            return composition;
        }

        var stopped = composition.Stopped.ToList();
        var whole = composition.Digest;
        var bare = whole with
        {
            Subject = OpeningLines.PlainSubject(whole), Preheader = OpeningLines.PlainPreheader(whole), Deadlines = [], Stories = [], Briefs = [], Unreadable = [],
        };
        bare = bare with { Sources = [.. await SourcesAsync(bare, stopped).ConfigureAwait(false)] };
        var sound = bare with
        {
            Deadlines = await KeptAsync(whole.Deadlines, d => bare with { Deadlines = [d] }, "deadline", d => d.What, stopped).ConfigureAwait(false),
            Briefs = await KeptAsync(whole.Briefs, b => bare with { Briefs = [b] }, "headline", b => b.Headline.Text, stopped).ConfigureAwait(false),
            Unreadable = await KeptAsync(whole.Unreadable, u => bare with { Unreadable = [u] }, "unreadable", u => u.Name, stopped).ConfigureAwait(false),
            Stories = [.. await StoriesAsync(whole, bare, stopped).ConfigureAwait(false)],
        };
        sound = await BestAsync(sound, sound with { Subject = whole.Subject, Preheader = whole.Preheader }, "subject", whole.Subject, stopped).ConfigureAwait(false);
        sound = await BestAsync(bare, sound, "digest", whole.Subject, stopped).ConfigureAwait(false);
        sound = sound with { Figures = sound.Figures with { Stopped = stopped.Count } };
        await render(sound).ConfigureAwait(false);
        return composition with { Digest = sound, Stopped = stopped };
    }

    private static async Task RenderAsync(Digest digest)
    {
        DigestRenderer.Text(digest);
        await DigestRenderer.MailHtmlAsync(digest).ConfigureAwait(false);
        await DigestRenderer.PageHtmlAsync(digest).ConfigureAwait(false);
    }

    private async Task<string?> UntracedAsync(Digest digest)
    {
        try
        {
            await render(digest).ConfigureAwait(false);
            return null;
        }
        catch (UntracedRenderingException e)
        {
            return e.Untraced;
        }
    }

    private async Task<Digest> BestAsync(Digest fallback, Digest wanted, string stage, string text, List<StoppedStatement> stopped)
    {
        if (await UntracedAsync(wanted).ConfigureAwait(false) is not { } untraced)
        {
            return wanted;
        }

        stopped.Add(new StoppedStatement(stage, text, untraced, null));
        return fallback;
    }

    /// <summary>The sources, whose numbers must stay: one whose title does not render is named by its number alone.</summary>
    private async Task<List<DigestSource>> SourcesAsync(Digest bare, List<StoppedStatement> stopped)
    {
        var kept = new List<DigestSource>();
        foreach (var source in bare.Sources)
        {
            string? untraced = await UntracedAsync(bare with { Sources = [source] }).ConfigureAwait(false);
            if (untraced is not null)
            {
                stopped.Add(new StoppedStatement("source", source.Title, untraced, source.ArticleId));
            }

            kept.Add(untraced is null ? source : source with { Title = "title withheld", Publisher = null, Url = null, Wire = null });
        }

        return kept;
    }

    private async Task<List<DigestStory>> StoriesAsync(Digest whole, Digest bare, List<StoppedStatement> stopped)
    {
        var kept = new List<DigestStory>();
        foreach (var story in whole.Stories)
        {
            Digest With(DigestStory told) => bare with { Stories = [told] };
            var empty = story with { Sentences = [], Facts = [], Differences = [], Quotes = [], Delegations = [], Timeline = [] };
            if (await UntracedAsync(With(story)).ConfigureAwait(false) is null)
            {
                kept.Add(story);
                continue;
            }

            if (await UntracedAsync(With(empty)).ConfigureAwait(false) is { } untraced)
            {
                stopped.Add(new StoppedStatement("headline", story.Headline.Text, untraced, story.Headline.ArticleId));
                empty = empty with { Headline = story.Headline with { Text = "A story of " + Wording.Count(story.Sources.Count, "article") } };
            }

            kept.Add(empty with
            {
                Sentences = await KeptAsync(story.Sentences, s => With(empty with { Sentences = [s] }), "sentence", s => s.Text, stopped).ConfigureAwait(false),
                Facts = await KeptAsync(story.Facts, f => With(empty with { Facts = [f] }), "row", f => f.Label + ": " + f.Value, stopped).ConfigureAwait(false),
                Differences = await KeptAsync(story.Differences, d => With(empty with { Differences = [d] }), "difference", d => d.Label, stopped).ConfigureAwait(false),
                Quotes = await KeptAsync(story.Quotes, q => With(empty with { Quotes = [q] }), "quote", q => q.Text, stopped).ConfigureAwait(false),
                Delegations = await KeptAsync(story.Delegations, d => With(empty with { Delegations = [d] }), "person", d => d.Side ?? "", stopped).ConfigureAwait(false),
                Timeline = await KeptAsync(story.Timeline, e => With(empty with { Timeline = [e] }), "timeline", e => e.What, stopped).ConfigureAwait(false),
            });
        }

        return kept;
    }

    private async Task<IReadOnlyList<T>> KeptAsync<T>(
        IReadOnlyList<T> statements, Func<T, Digest> alone, string stage, Func<T, string> text, List<StoppedStatement> stopped)
    {
        var kept = new List<T>();
        foreach (var statement in statements)
        {
            if (await UntracedAsync(alone(statement)).ConfigureAwait(false) is { } untraced)
            {
                stopped.Add(new StoppedStatement(stage, text(statement), untraced, null));
            }
            else
            {
                kept.Add(statement);
            }
        }

        return kept;
    }
}
