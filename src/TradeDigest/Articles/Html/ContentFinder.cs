namespace TradeDigest.Articles.Html;

/// <summary>Finds the nodes of a pruned page that together hold the article.</summary>
/// <remarks>Elements that name themselves an article's body are believed where they hold enough prose. Else containers are scored by the
/// paragraphs under them (after Arc90's Readability), the best is widened by siblings of its kind, and never beyond its <c>article</c>.</remarks>
internal static class ContentFinder
{
    private const double NamedShare = 0.4;

    /// <summary>The nodes, in the order of the page; none for a page without prose.</summary>
    public static List<PageNode> Find(PageTree tree)
    {
        var best = Best(tree.Root);
        if (best is null)
        {
            return [];
        }

        var scope = Scope(best);
        if (Named(scope) is { Count: > 0 } named)
        {
            int prose = named.Sum(n => n.Prose);
            if (prose >= NamedShare * Math.Max(best.Prose, 1) && prose >= NamedShare * scope.Prose)
            {
                return named;
            }
        }

        return Widen(best, scope);
    }

    private static PageNode? Best(PageNode root)
    {
        PageNode? best = null;
        double highest = 0;
        var open = new Stack<PageNode>([root]);
        while (open.TryPop(out var node))
        {
            if (node.Prose == 0)
            {
                continue;
            }

            double score = node.Score * Trust(node);
            if (score > highest)
            {
                (best, highest) = (node, score);
            }

            foreach (var child in node.Children)
            {
                open.Push(child);
            }
        }

        return best;
    }

    private static double Trust(PageNode node)
    {
        double trust = node.Name switch
        {
            "article" => 1.3,
            "main" => 1.1,
            "aside" or "footer" or "header" or "nav" or "form" or "ul" or "ol" => 0.6,
            "body" => 0.8,
            _ => 1,
        };
        trust *= node.Is(Hint.Body) ? 1.5 : node.Is(Hint.Positive) ? 1.1 : 1;
        return trust * (node.Is(Hint.Clutter | Hint.Caption) && !node.Is(Hint.Body) ? 0.7 : 1) * (node.Is(Hint.Comment | Hint.Hidden) ? 0.4 : 1);
    }

    /// <summary>The outermost element that is one article and holds the node: beyond it nothing belongs to the article.</summary>
    private static PageNode Scope(PageNode node)
    {
        PageNode scope = node;
        PageNode? article = null;
        for (var at = node; at is not null; at = at.Parent)
        {
            article = at.Name == "article" ? at : article;
            scope = at;
            if (at.Name == "main")
            {
                break;
            }
        }

        // Several articles in one page are teasers or posts of a live page: the article is then no boundary.
        return article is not null && article.Prose * 2 > scope.Prose ? article : scope;
    }

    private static List<PageNode> Named(PageNode scope)
    {
        var named = new List<PageNode>();
        Collect(scope, named);
        if (named.Count <= 1)
        {
            return named;
        }

        // Bodies of one class are parts of one article, others are kept where they are large.
        int most = named.Max(n => n.Prose);
        var main = named.First(n => n.Prose == most);
        var parts = named.Where(n => ReferenceEquals(n, main) || (n.Class.Length > 0 && n.Class == main.Class) || (n.Prose * 5 >= most && ReferenceEquals(n.Parent, main.Parent)));
        // The heading of a live page's post stands beside its body.
        parts = parts.Select(n => ClutterPruner.IsPost(n.Parent) ? n.Parent! : n).Distinct();
        return [.. parts.GroupBy(n => n.Parent).SelectMany(p => p.Key is null ? p : Range(p.Key, [.. p]))];
    }

    private static void Collect(PageNode node, List<PageNode> named)
    {
        foreach (var child in node.Children)
        {
            if (child.Prose == 0)
            {
                continue;
            }

            if (child.Is(Hint.Body) && !child.Is(Hint.Comment) && child.Name is not ("p" or "body"))
            {
                named.Add(Innermost(child));
            }
            else
            {
                Collect(child, named);
            }
        }
    }

    /// <summary>A named body within a named body, where it holds nearly all of it.</summary>
    private static PageNode Innermost(PageNode body)
    {
        var inner = new List<PageNode>();
        Collect(body, inner);
        return inner is [var only] && only.Prose * 10 >= body.Prose * 9 ? only : body;
    }

    /// <summary>At each level above the best node its siblings of the same kind belong to it, and what stands between them.</summary>
    private static List<PageNode> Widen(PageNode best, PageNode scope)
    {
        var nodes = new List<PageNode> { best };
        for (var at = best; at.Parent is { } parent && !ReferenceEquals(at, scope); at = parent)
        {
            var belonging = parent.Children.FindAll(c => ReferenceEquals(c, at) || Belongs(c, at));
            nodes = belonging.Count > 1 ? [.. Range(parent, belonging).Where(c => !ReferenceEquals(c, at)), .. nodes] : nodes;
        }

        return nodes;
    }

    /// <summary>Children of a node, and what stands between them: subheadings and lists that hold no prose themselves.</summary>
    private static IEnumerable<PageNode> Range(PageNode parent, List<PageNode> children)
    {
        int first = parent.Children.IndexOf(children[0]);
        int last = parent.Children.IndexOf(children[^1]);
        var within = children.ToHashSet();
        return parent.Children.GetRange(first, last - first + 1)
            .Where(c => within.Contains(c) || !c.Is(Hint.Clutter | Hint.Comment | Hint.Caption | Hint.Hidden));
    }

    private static bool Belongs(PageNode sibling, PageNode best)
    {
        if (sibling.Prose == 0 || sibling.Is(Hint.Clutter | Hint.Comment | Hint.Caption | Hint.Hidden))
        {
            return false;
        }

        bool sameKind = sibling.Class == best.Class && sibling.Name == best.Name;
        double dense = (double)sibling.Prose / Math.Max(1, sibling.EndBlock - sibling.FirstBlock);
        return sibling.Name is "p" or "blockquote" ? sibling.Prose >= 80
            : sameKind && sibling.Name == "article" && sibling.Class.Length > 0 ? dense >= 25
            : sameKind && sibling.Name is not ("tr" or "td" or "table" or "tbody") ? dense >= 50 && sibling.Prose * 20 >= best.Prose
            : dense >= 100 && sibling.Prose * 4 >= best.Prose;
    }
}
