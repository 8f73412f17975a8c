using TradeDigest.Articles.Formats;

namespace TradeDigest.Articles.Cleaning;

/// <summary>Takes out of an article's blocks what is not its text, and keeps as data what it says of the article: title, byline, wire, dateline.</summary>
internal sealed class BlockCleaner(Boilerplate boilerplate)
{
    /// <summary>How many blocks at either end may be its title, byline or credit.</summary>
    private const int Edge = 6;

    /// <summary>The cleaned article.</summary>
    /// <param name="draft">The article as its format gave it.</param>
    /// <param name="givenTitle">The title that stands above the draft's own.</param>
    public CleanArticle Clean(Draft draft, string? givenTitle)
    {
        string? title = ArticleText.Line(draft.Title);
        string? byline = Name(ArticleText.Line(draft.Byline));
        string? wire = null;
        var blocks = new List<Block>(draft.Blocks.Count);
        int leading = 0;
        bool leads = true;
        for (int i = 0; i < draft.Blocks.Count; i++)
        {
            var block = draft.Blocks[i];
            if (block.Kind == BlockKind.Row)
            {
                leads = false;
                blocks.Add(block);
                continue;
            }

            if (boilerplate.EndsArticle(block.Text) && blocks.Count > 0)
            {
                break;
            }

            if (leads && leading < Edge && (Same(block.Text, title) || Same(block.Text, givenTitle)))
            {
                leading++;
                continue;
            }

            if (leads && title is null && givenTitle is null && draft.TitleMayLead && leading == 0 && IsTitleLine(draft.Blocks, i))
            {
                title = block.Text;
                leading++;
                continue;
            }

            if (boilerplate.Bylines.NamesIn(block.Text) is { } author)
            {
                byline ??= author;
                leading++;
                continue;
            }

            if (boilerplate.CreditIn(block.Text) is { } credit)
            {
                wire ??= credit;
                continue;
            }

            if (boilerplate.IsNoise(block.Text))
            {
                continue;
            }

            leads = leads && block.Text.Length < 80;
            blocks.Add(block);
        }

        var dateline = FirstDateline(blocks);
        wire ??= dateline?.Credit is { } words ? boilerplate.Wire(words) : null;
        return new CleanArticle(blocks, title, byline, wire, dateline);
    }

    private static Dateline? FirstDateline(List<Block> blocks)
    {
        foreach (var block in blocks.Take(3))
        {
            if (Dateline.In(block.Text) is { } dateline)
            {
                return dateline;
            }
        }

        return null;
    }

    /// <summary>A short first line without a full stop, before a longer paragraph.</summary>
    private static bool IsTitleLine(IReadOnlyList<Block> blocks, int at)
    {
        string line = blocks[at].Text;
        return blocks[at].Kind != BlockKind.ListItem && line.Length is >= 8 and <= 200 && line[^1] is not ('.' or ':' or ';' or ',' or '"' or '”')
            && at + 1 < blocks.Count && blocks.Skip(at + 1).Take(4).Any(b => b.Text.Length > line.Length && b.Text.Length > 60) && Dateline.In(line) is null;
    }

    private static bool Same(string text, string? title) =>
        title is not null && Math.Abs(text.Length - title.Length) <= 6 + (title.Length / 4) && Letters(text).Equals(Letters(title), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>A byline without its <c>By</c>.</summary>
    private string? Name(string? byline) => byline is null ? null : boilerplate.Bylines.NamesIn(byline) ?? byline;
}
