using TradeDigest.Language;

namespace TradeDigest.Facts.Reading;

/// <summary>What an item of a sentence is.</summary>
internal enum ItemKind : byte
{
    Word,
    Quantity,
    Date,
    Name,
    Goods,
}

/// <summary>A step of a sentence as the rules walk it: a mention of the language layer, a phrase of the lexicons, or a single other token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its characters.</param>
/// <param name="Term">What the lexicons know of it; <see cref="Term.None"/> for mentions.</param>
/// <param name="Mention">Index in the list of its kind in the <see cref="AnnotatedText"/>; -1 for words.</param>
/// <param name="Token">Its first token.</param>
/// <param name="EndToken">Index behind its last token.</param>
internal readonly record struct Item(ItemKind Kind, TextSpan Span, Term Term, int Mention, int Token, int EndToken)
{
    public bool Is(Role any) => (Term.Roles & any) != 0;
}
