namespace TradeDigest.Language;

/// <summary>How a number is written.</summary>
internal enum NumeralForm : byte
{
    Digits,
    Words,
    Fraction,
}

/// <summary>A number as written, with its magnitude.</summary>
/// <param name="End">Index behind its last token.</param>
/// <param name="Value">What it comes to.</param>
/// <param name="Magnitude">The magnitude behind it, already in <paramref name="Value"/>; 1 where there is none.</param>
/// <param name="Form">How it is written.</param>
internal readonly record struct Numeral(int End, decimal Value, decimal Magnitude, NumeralForm Form);
