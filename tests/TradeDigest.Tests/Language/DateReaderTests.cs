using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using TradeDigest.Language;

namespace TradeDigest.Tests.Language;

public partial class DateReaderTests
{
    private static readonly EnglishReader Reader = EnglishReader.Create();

    private static readonly string[] Words =
    [
        "the", "a", "last", "next", "this", "previous", "following", "year", "years", "quarter", "month", "weeks", "day", "days", "decade", "century", "weekend",
        "ago", "earlier", "later", "before", "from", "to", "through", "and", "between", "of", "in", "on", "by", "May", "may", "March", "Dec.", "Feb.", "Monday",
        "Sat.", "yesterday", "tonight", "morning", "summer", "winter", "first", "fourth", "half", "fiscal", "FY25", "Q4", "H1", "1", "31", "12", "30", "1989",
        "2025", "2199", "9999", "999999", "1990s", "'97", "'90s", "19th", "3rd", "-", "–", "/", ",", ".", ":", "\n\n", "31/02/2025", "2025-02-30", "2024-25",
        "12.05.2025", "9:30", "a.m.", "24", "GMT", "noon", "every", "each", "annually", "two", "twenty", "several", "dozen", "hundred", "-day", "-old", "-end",
        "mid-", "early", "late", "end", "more", "than", "over", "about", "the past", "now", "will", "fell", "said", "ended", "period", "same", "most", "recent",
        "\ud83d", "“", "”", "é", "$",
    ];

    [Fact]
    public void Any_words_give_mentions_in_order_within_the_text_with_values_of_the_grammar()
    {
        var texts = from words in Gen.Elements(Words).ArrayOf()
                    from glue in Gen.Elements(" ", "", " ")
                    from day in Gen.OneOf(Gen.Choose(0, 3652058), Gen.Choose(0, 400), Gen.Choose(3651600, 3652058))
                    select (Text: string.Join(glue, words), Day: DateOnly.FromDayNumber(day));

        Prop.ForAll(texts.ToArbitrary(), sample => IsSound(sample.Text, Reader.Read(sample.Text, sample.Day).Dates))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));
    }

    [Fact]
    public void Any_characters_give_sound_mentions() =>
        Prop.ForAll<string>(text => text is null || IsSound(text, Reader.Read(text, new DateOnly(2025, 6, 9)).Dates)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_without_sentences_is_read_as_one()
    {
        var vocabulary = new Vocabulary();
        var reader = new DateReader(vocabulary);
        const string text = "Exports rose in May. They fell last year.";

        var dates = reader.Read(text, new Tokenizer(vocabulary).Tokenize(text), [], [], new DateOnly(2025, 6, 9));

        Assert.Equal(["2025-05", "2024"], dates.Select(d => d.Value));
    }

    [Theory]
    [InlineData("last week", "2025-06-02", "2025-06-08")]
    [InlineData("last month", "2025-05", "2025-05")]
    [InlineData("in the first quarter", "2025-01", "2025-03")]
    [InlineData("in the 1990s", "1990", "1999")]
    [InlineData("from June 8 to 13", "2025-06-08", "2025-06-13")]
    [InlineData("early August 2024", "2024-08", "2024-08")]
    public void A_date_has_a_first_and_a_last_day_to_its_precision(string text, string start, string end)
    {
        var date = Assert.Single(Reader.Read(text, new DateOnly(2025, 6, 9)).Dates);

        Assert.Equal((start, end), (date.Start.ToString(), date.End.ToString()));
    }

    [Theory]
    [InlineData("90 days", 90)]
    [InlineData("for six months", 180)]
    [InlineData("for two years", 730)]
    [InlineData("for several weeks", null)]
    public void A_duration_has_its_length_in_days(string text, int? days) =>
        Assert.Equal(days, Assert.Single(Reader.Read(text, new DateOnly(2025, 6, 9)).Dates).Days);

    private static bool IsSound(string text, IReadOnlyList<DateMention> dates)
    {
        int end = 0;
        foreach (var date in dates)
        {
            if (date.Span.Start < end || date.Span.End > text.Length || date.Span.Length == 0 || !Value().IsMatch(date.Value)
                || (date.Start is { } first && date.End is { } last && last < first))
            {
                throw new InvalidOperationException($"'{text}': {date}");
            }

            end = date.Span.End;
        }

        return true;
    }

    // value    = point [ "/" point ] | duration | set | "PAST_REF" | "PRESENT_REF" | "FUTURE_REF"
    // point    = ["FY"] year [ part ] [ "T" time ] | decade | century
    // duration = "P" count unit | "PT" count unit      set = "XXXX" …
    [GeneratedRegex(
        @"^((FY)?\d{4}(-Q[1-4]|-H[12]|-(SP|SU|FA|WI)|-W\d\d(-WE)?|-\d\d(-\d\d)?)?(/\d{4}(-Q[1-4]|-H[12]|-(SP|SU|FA|WI)|-W\d\d(-WE)?|-\d\d(-\d\d)?)?|/FY\d{4}(-Q[1-4])?|/\d\d\d?)?(T(\d\d:\d\d|MO|AF|EV|NI))?|\d\d\d?(/\d\d\d?)?|PT?[\dX.]+(S|M|H|D|W|WE|Q|Y|DE|CE)|XXXX[-XWQT\dA-Z]*|(PAST|PRESENT|FUTURE)_REF)$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}
