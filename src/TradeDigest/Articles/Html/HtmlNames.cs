using System.Collections.Frozen;

namespace TradeDigest.Articles.Html;

/// <summary>Elements by how they are treated.</summary>
internal static class HtmlNames
{
    /// <summary>Left out with all that they hold.</summary>
    public static readonly FrozenSet<string> Raw = Set("script style svg math canvas video audio object applet select textarea noscript template iframe noembed noframes map");

    /// <summary>Left out, while what they hold is kept.</summary>
    public static readonly FrozenSet<string> Formatting = Set("b i u s em strong small big tt strike nobr font code mark ins abbr acronym cite kbd samp var dfn q bdi bdo wbr del sub sup");

    /// <summary>Elements without content that neither break a line nor tell of the article.</summary>
    public static readonly FrozenSet<string> Empty = Set("area base col embed img input param source track frame");

    /// <summary>Without content.</summary>
    public static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track");

    /// <summary>Ended by the next of their kind.</summary>
    public static readonly FrozenSet<string> SelfClosing = Set("p li td th tr dt dd option optgroup thead tbody tfoot colgroup html head body");

    /// <summary>Elements that begin a block of text of their own.</summary>
    public static readonly FrozenSet<string> Block = Set("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form frameset "
        + "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul amp-img button label");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Set(string.Join(' ',
        [.. Raw, .. Formatting, .. Void, .. SelfClosing, .. Block, "a", "span", "title", "time"])).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name in lower case.</summary>
    public static string Intern(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[40];
        int length = name.ToLowerInvariant(lower);
        return Known.TryGetValue(lower[..length], out string? known) ? known : new string(lower[..length]);
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes =
        Set("id rel role href name lang class hidden content itemprop itemtype property datetime data-hint").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name of an attribute.</summary>
    public static string Attribute(ReadOnlySpan<char> name) => Attributes.TryGetValue(name, out string? known) ? known : new string(name);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
