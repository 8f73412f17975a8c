namespace TradeDigest.Language;

/// <summary>Who a quotation is from.</summary>
/// <param name="Speaker">Full name, or the words for an organisation or party; null for someone whom the text leaves unnamed.</param>
/// <param name="Role">What the text says that he or she is.</param>
/// <param name="First">First token of the words that attribute it.</param>
/// <param name="End">Token behind those words.</param>
/// <param name="Mention">The name that the speaker was taken from; null where there is none.</param>
internal sealed record SpeechSource(string? Speaker, string? Role, int First, int End, NameMention? Mention);
