using System.Globalization;

namespace TradeDigest.Digests;

/// <summary>Renders a digest as plain text of 80 columns that is good to read by itself.</summary>
internal static class TextDigest
{
    /// <summary>The text of a digest.</summary>
    public static string Render(Digest digest, DigestLinks links)
    {
        var text = new TextWriter80();
        text.Wrap("TRADE DIGEST", 0);
        text.Wrap(Phrases.Dateline(digest), 0);
        text.Wrap(Phrases.Figures(digest.Figures), 0);
        if (digest.Foreword is { } foreword)
        {
            text.Blank();
            text.Wrap(foreword, 0);
        }

        if (digest.Notice is { } notice)
        {
            text.Blank();
            text.Wrap(notice, 0);
        }

        if (digest.Deadlines.Count > 0)
        {
            Heading(text, "Deadlines ahead", 0);
            foreach (var d in digest.Deadlines)
            {
                text.Row(2, (0, d.Countdown), (20, d.When), (38, (Phrases.Deadline(d) + " " + Phrases.References(d.Sources)).TrimEnd()));
            }
        }

        foreach (var (i, story) in digest.Stories.Index())
        {
            Story(text, i + 1, story);
        }

        if (digest.Briefs.Count > 0)
        {
            Heading(text, "In brief", 0);
            foreach (var brief in digest.Briefs)
            {
                text.Wrap("- " + brief.Headline.Text + " " + Phrases.References(brief.Headline.Sources), 2, 4);
            }
        }

        if (digest.Sources.Count > 0)
        {
            Heading(text, "Sources", 0);
            foreach (var source in digest.Sources)
            {
                string number = string.Create(CultureInfo.InvariantCulture, $"[{source.Number}]");
                text.Wrap(number + " " + source.Title, 2, 6);
                text.Wrap(Phrases.Imprint(source), 6);
                if (source.Url is { } url)
                {
                    text.Wrap(url, 6);
                }
            }
        }

        if (digest.Unreadable.Count > 0)
        {
            Heading(text, "Could not be read", 0);
            foreach (var file in digest.Unreadable)
            {
                text.Wrap("- " + Phrases.Unreadable(file), 2, 4);
            }
        }

        Foot(text, digest, links);
        return text.ToString();
    }

    private static void Story(TextWriter80 text, int number, DigestStory story)
    {
        text.Blank();
        text.Wrap(new string('-', 80), 0);
        text.Wrap(string.Create(CultureInfo.InvariantCulture, $"{number}. ") + story.Headline.Text, 0, 3);
        text.Wrap(Phrases.Standing(story), 3);
        if (story.Sentences.Count > 0)
        {
            text.Blank();
            foreach (var sentence in story.Sentences)
            {
                text.Wrap(sentence.Text + " " + Phrases.References(sentence.Sources), 3);
            }
        }

        if (story.Facts.Count > 0)
        {
            Heading(text, "Facts", 3);
            foreach (var fact in story.Facts)
            {
                text.Wrap(fact.Label + ": " + fact.Value + " " + Phrases.References(fact.Sources), 3, 5);
                text.Wrap(fact.Status, 7);
            }
        }

        if (story.Differences.Count > 0)
        {
            Heading(text, "Where the outlets differ", 3);
            foreach (var difference in story.Differences)
            {
                text.Wrap(difference.Label + ": " + Phrases.Verdict(difference.Verdict), 3, 5);
                foreach (var value in difference.Values)
                {
                    text.Wrap("- " + value.Value + " " + Phrases.Reported(value), 5, 7);
                }
            }
        }

        if (story.Quotes.Count > 0)
        {
            Heading(text, "Who said what", 3);
            foreach (var quote in story.Quotes)
            {
                text.Wrap("“" + quote.Text + "”", 3, 5);
                text.Wrap("- " + Phrases.Speaker(quote) + " " + Phrases.References(quote.Sources), 5, 7);
            }
        }

        if (story.Delegations.Count > 0)
        {
            Heading(text, "Who is there", 3);
            foreach (var side in story.Delegations)
            {
                text.Wrap((side.Side ?? "Others") + ":", 3);
                foreach (var person in side.People)
                {
                    text.Wrap("- " + Phrases.Person(person) + " " + Phrases.References(person.Sources), 5, 7);
                }
            }
        }

        if (story.Timeline.Count > 0)
        {
            Heading(text, "Timeline", 3);
            foreach (var (i, happening) in story.Timeline.Index())
            {
                text.Keyed(3, Phrases.When(story.Timeline, i), 22, happening.What + " " + Phrases.References(happening.Sources));
            }
        }
    }

    private static void Heading(TextWriter80 text, string heading, int indent)
    {
        text.Blank();
        text.Wrap(heading.ToUpperInvariant(), indent);
    }

    private static void Foot(TextWriter80 text, Digest digest, DigestLinks links)
    {
        text.Blank();
        text.Wrap(new string('-', 80), 0);
        text.Wrap(Phrases.Covers(digest), 0);
        text.Wrap("Numbers in brackets are the sources. Every figure, name and quotation is traced to their words.", 0);
        if (links.Page is { } page)
        {
            text.Wrap("On the web: " + page.AbsoluteUri, 0);
        }

        if (links.Unsubscribe is { } unsubscribe)
        {
            text.Wrap("Unsubscribe: " + unsubscribe.AbsoluteUri, 0);
        }
    }
}
