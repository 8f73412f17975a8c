using TradeDigest.Articles.Cleaning;

namespace TradeDigest.Articles.Html;

/// <summary>Takes out the parts of a page that by their element or name surround an article, unless they hold so much of the page's prose that
/// the name must mislead (a <c>body</c> of class <c>has-sidebar</c>, a form around the whole page).</summary>
internal static class ClutterPruner
{
    /// <summary>Prose that must remain for a part to be taken out, in characters.</summary>
    private const int Enough = 250;

    /// <summary>The part of the page's prose from which on an element is not believed to be clutter.</summary>
    private const double TooMuch = 0.35;

    /// <summary>Removes what is clutter; weighs the rest.</summary>
    public static void Prune(PageTree tree, Boilerplate boilerplate)
    {
        tree.Weigh();
        int total = tree.Root.Prose;
        var gone = new bool[tree.Blocks.Count];
        Mark(tree, tree.Root, total, gone);
        TeaserFinder.Mark(tree, gone);
        OfferFinder.Mark(tree, boilerplate, gone);
        tree.Remove(gone);
        tree.Weigh();
    }

    private static void Mark(PageTree tree, PageNode node, int total, bool[] gone)
    {
        foreach (var child in node.Children)
        {
            if (child.FirstBlock == child.EndBlock && child.Children.Count == 0)
            {
                continue;
            }

            if (IsClutter(child, total))
            {
                bool headsPost = child.Name == "header" && IsPost(child.Parent);
                bool headsArticle = child.Name == "header" && IsWithinArticle(child);
                for (int i = child.FirstBlock; i < child.EndBlock; i++)
                {
                    var block = tree.Blocks[i];
                    gone[i] = !(headsPost && block is { IsHeading: true, LinkChars: 0 }) && !(headsArticle && IsStandfirst(block));
                }
            }
            else
            {
                Mark(tree, child, total, gone);
            }
        }
    }

    private static bool IsWithinArticle(PageNode node) => Closest(node, "article") is not null;

    private static PageNode? Closest(PageNode? node, string name)
    {
        while (node is not null && node.Name != name)
        {
            node = node.Parent;
        }

        return node;
    }

    /// <summary>Whether a block of an article's header is its first paragraph: a whole sentence in a paragraph of its own.</summary>
    public static bool IsStandfirst(PageBlock block) => Closest(block.Node, "header") is { } header && IsWithinArticle(header) && block is { IsProse: true, LinkChars: 0, Node.Name: "p" or "div", Text: [.., '.' or '”' or '"'] };

    /// <summary>Whether an element is one of several posts, as a live page has them: their headings are text of the page.</summary>
    public static bool IsPost(PageNode? node) => node is { Name: "article", Parent: { } parent, Class: var kind, Prose: > 0 }
        && parent.Children.Count(c => c.Name == "article" && c.Class == kind && c.Prose > 0) >= 3;

    /// <summary>Whether a block that stands before the article leads into it.</summary>
    public static bool LeadsIn(PageBlock block) => IsStandfirst(block) || (block is { IsProse: true, LinkChars: 0, Text: [.., '.' or '”' or '"'] } && block.Node.Is(Hint.Intro));

    private static bool IsClutter(PageNode node, int total)
    {
        int rest = total - node.Prose;
        if (node.Is(Hint.Body) && node.Prose > 0)
        {
            return false;
        }

        if (node.Is(Hint.Comment))
        {
            return rest >= Enough && !HoldsBody(node);
        }

        // A post of social media that an article quotes is part of it, though named after where it comes from.
        if (node.Name == "blockquote" && node.Prose > 0 && !node.Is(Hint.Hidden))
        {
            return false;
        }

        if (node.Name == "aside" && node.Is(Hint.Box) && !node.Is(Hint.Clutter | Hint.Hidden) && node.Prose > 0 && IsWithinArticle(node))
        {
            return false;
        }

        // A table of data belongs to the text, and so does what stands above or below it.
        if (!node.Is(Hint.Clutter | Hint.Hidden) && (node.Name == "caption" || node.Is(Hint.Table) || (node.Name == "figcaption" && node.Parent?.Is(Hint.Table) == true)))
        {
            return false;
        }

        bool suspect = node.Is(Hint.Clutter | Hint.Caption | Hint.Hidden)
            || node.Name is "nav" or "footer" or "aside" or "header" or "form" or "figure" or "figcaption" or "button" or "label" or "dialog" or "menu" or "address" or "fieldset";
        return suspect && (node.Prose == 0 || (rest >= Enough && node.Prose < TooMuch * total && !(HoldsBody(node) && node.Name is not "aside")));
    }

    private static bool HoldsBody(PageNode node) => node.Children.Exists(c => (c.Is(Hint.Body) && c.Prose > Enough) || HoldsBody(c));
}
