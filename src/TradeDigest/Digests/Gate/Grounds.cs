using System.Globalization;
using TradeDigest.Facts;
using TradeDigest.Language;
using TradeDigest.Stories;

namespace TradeDigest.Digests;

/// <summary>What may be claimed: the numbers and words of facts and of quoted text.</summary>
internal sealed class Grounds
{
    private readonly HashSet<decimal> _numbers = [];
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Allows what a fact's slots hold.</summary>
    public Grounds Fact(Fact fact)
    {
        foreach (object? slot in FactSlots.Of(fact))
        {
            switch (slot)
            {
                case decimal number:
                    _numbers.Add(Math.Abs(number));
                    break;
                case int number:
                    _numbers.Add(Math.Abs(number));
                    break;
                case PartialDate date:
                    Date(date);
                    break;
                case string text:
                    Slot(text);
                    break;
                case IReadOnlyList<string> names:
                    foreach (string name in names)
                    {
                        Slot(name);
                    }

                    break;
                default:
                    break;
            }
        }

        if (Days(fact) is { } days)
        {
            Text(EventWording.Duration(days, fact.Evidence.Text));
        }

        if (fact is StatisticFact { Period: { } period })
        {
            Text(Wording.Period(period));
        }

        if (fact is ForecastFact { Horizon: { } horizon })
        {
            Text(Wording.Period(horizon));
        }

        return this;
    }

    /// <summary>Allows the facts of evidence.</summary>
    public Grounds Facts(IEnumerable<DigestEvidence> evidence)
    {
        foreach (var piece in evidence)
        {
            Fact(piece.Fact);
        }

        return this;
    }

    /// <summary>Allows what a text says.</summary>
    public Grounds Text(string text)
    {
        _numbers.UnionWith(NumbersInText.Of(text).Select(n => n.Value));
        _words.UnionWith(Claims.Words(text));
        return this;
    }

    /// <summary>Allows a number.</summary>
    public Grounds Number(decimal number)
    {
        _numbers.Add(Math.Abs(number));
        return this;
    }

    /// <summary>Allows a date.</summary>
    public Grounds Date(PartialDate date)
    {
        _numbers.Add(date.Year);
        if (date.Month > 0)
        {
            _words.Add(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month));
        }

        if (date.Day > 0)
        {
            _numbers.Add(date.Day);
        }

        return this;
    }

    /// <summary>The first number or name of <paramref name="text"/> that nothing supports; null where all is supported.</summary>
    /// <param name="ownWords">Words with a capital that are the digest's own.</param>
    public string? Untraced(string text, params ReadOnlySpan<string> ownWords)
    {
        foreach (var (value, words) in Claims.Numbers(text))
        {
            if (!_numbers.Contains(value))
            {
                return words;
            }
        }

        foreach (string name in Claims.Names(text))
        {
            if (!_words.Contains(name) && !ownWords.Contains(name))
            {
                return name;
            }
        }

        return null;
    }

    private static int? Days(Fact fact) => fact switch
    {
        TariffFact f => f.DurationDays,
        MeasureFact f => f.DurationDays,
        AgreementFact f => f.DurationDays,
        DeadlineFact f => f.DurationDays,
        _ => null,
    };

    private void Slot(string text)
    {
        Text(text);
        Text(PartyLabels.Of(text));
        Text(PartyLabels.Adjective(text));
        Text(text.ToUpperInvariant());
    }
}
