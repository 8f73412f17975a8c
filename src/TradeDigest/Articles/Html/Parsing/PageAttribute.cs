using AngleSharp.Common;
using AngleSharp.Html.Construction;

namespace TradeDigest.Articles.Html.Parsing;

/// <summary>An attribute as the parser asks for it.</summary>
internal sealed class PageAttribute(StringOrMemory name, StringOrMemory value) : IConstructableAttr
{
    public StringOrMemory Name { get; } = name;

    public StringOrMemory Value { get; set; } = value;
}
