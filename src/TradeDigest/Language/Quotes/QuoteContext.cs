namespace TradeDigest.Language;

/// <summary>Finds whose a quotation is where no verb of saying tells: by a colon, by the sentence before or around it, by the fragment that it goes on from.</summary>
internal sealed class QuoteContext(NameScan scan, SpeakerReader speakers, QuoteShape shape, QuoteCues cues, List<QuoteSpan> spans)
{
    private const int LongestIntroduction = 100;
    private const int FarthestPredicate = 40;
    private const int FarthestCoordinate = 25;
    private readonly NameScan _scan = scan;
    private readonly SpeakerReader _speakers = speakers;
    private readonly QuoteShape _shape = shape;
    private readonly QuoteCues _cues = cues;
    private readonly List<QuoteSpan> _spans = spans;

    /// <summary>A fragment that goes on from the one before in its sentence: <c>said that X was “dead” and Y “useless”</c>.</summary>
    public bool IsCoordinated(int s)
    {
        var (before, span) = (_spans[s - 1], _spans[s]);
        bool joined = false;
        if (!_scan.SameSentence(before.Open, span.Open) || span.Open - before.Close > FarthestCoordinate || (_shape.Words(span) == 1 && !_shape.TakesOneWord(span)))
        {
            return false;
        }

        for (int i = before.Close; i < span.Open; i++)
        {
            if ((_scan.Has(i, NameWord.StrongSaying) && _cues.IsVerb(i)) || _speakers.Names.At(i) is { Kind: NameKind.Person })
            {
                return false;
            }

            joined |= _scan.Is(i, "and") || _scan.Is(i, "but") || _scan.Is(i, "that");
        }

        return joined;
    }

    /// <summary>Whose words a sentence says they were: <c>“Too late” was the verdict of X</c>; no one's where it names nobody.</summary>
    public SpeechSource? Predicated(int s)
    {
        int copula = _spans[s].Close;
        if (!_scan.Has(copula, NameWord.Copula) || !_scan.SameSentence(copula, copula - 1))
        {
            return null;
        }

        for (int i = copula; i < copula + FarthestPredicate && _scan.SameSentence(i, copula); i++)
        {
            if (_speakers.Names.At(i) is { Kind: NameKind.Person } person)
            {
                return _speakers.Names.Source(person) with { First = copula };
            }
        }

        return new SpeechSource(null, null, copula, copula + 1, null);
    }

    /// <summary>Whoever stands before a colon, or acts in the sentence that it ends: <c>Mr Kerr was blunt: “No.”</c></summary>
    public SpeechSource? Colon(QuoteSpan span)
    {
        if (!_scan.IsMark(span.Open - 1, ':'))
        {
            return null;
        }

        return _speakers.Names.At(span.Open - 2) is { Kind: not NameKind.Place } name ? _speakers.Names.Source(name) : ActorUpTo(span.Open - 2);
    }

    /// <summary>The person whose act the sentence before tells: <c>X was unmoved. “We will wait.”</c></summary>
    public SpeechSource? Introduced(QuoteSpan span)
    {
        int before = span.Open - 1;
        return before < 0 || _scan.ParagraphOf(before) < _scan.ParagraphOf(span.Open) - 1 ? null : ActorUpTo(before);
    }

    /// <summary>Whether another person is named between two places.</summary>
    public bool NamesAnother(int from, int to, string? than)
    {
        for (int i = Math.Max(from, to - LongestIntroduction); i < to; i++)
        {
            if (_speakers.Names.At(i) is { Kind: NameKind.Person } person && person.Id != than)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first person of the sentence that no preposition governs; the first of all where there is none.</summary>
    private SpeechSource? ActorUpTo(int last)
    {
        int sentence = _scan.SentenceOf(last);
        NameMention? subject = null, first = null;
        for (int i = last; i >= 0 && last - i < LongestIntroduction && _scan.SentenceOf(i) == sentence; i--)
        {
            if (_speakers.Names.At(i) is { Kind: NameKind.Person } person)
            {
                i = person.FirstToken;
                first = person;
                subject = _speakers.Names.IsGoverned(i) ? subject : person;
            }
        }

        return (subject ?? first) is { } actor ? _speakers.Names.Source(actor) : null;
    }
}
