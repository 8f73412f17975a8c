using System.Globalization;
using System.Text.Json;

namespace TradeDigest.EndToEndTests.ReadingRoom;

/// <summary>Three days of made-up news for the pages: a story that goes on, a figure on which two outlets contradict each other, a deadline that moves, and files that mean harm.</summary>
internal static class RoomArticles
{
    /// <summary>The deadline as the first two days have it.</summary>
    public static DateOnly FirstDeadline(DateOnly today) => today.AddDays(40);

    /// <summary>The deadline as the third day has it.</summary>
    public static DateOnly MovedDeadline(DateOnly today) => today.AddDays(75);

    /// <summary>The files of a day: name and content.</summary>
    /// <param name="day">1 to 3; the third is today.</param>
    /// <param name="today">The day on which the tests run.</param>
    public static IEnumerable<(string Name, string Content)> Of(int day, DateOnly today) => day switch
    {
        1 =>
        [
            ("day-1/andes.md", Article("Vietnam raises duty on Chilean salmon as talks open in Hanoi", "Andes Courier", today.AddDays(-2),
                $"""
                Vietnam raised its tariffs on Chilean salmon from 5% to 18% on {Date(today.AddDays(-3))}, as talks between Chile and Vietnam opened in Hanoi.

                Chile's exports of salmon to Vietnam fell 12.4% year-on-year in January, customs data showed.

                "We came to find a price that both sides can live with," said Carmen Araya, Chile's deputy trade minister.

                The salmon quota arrangement between Chile and Vietnam expires on {Date(FirstDeadline(today))}.
                """)),
            ("day-1/harbour.md", Article("Salmon shipments slump before Hanoi talks of Chile and Vietnam", "Harbour Finance", today.AddDays(-2),
                """
                Chile's exports of salmon to Vietnam fell 9.8% year-on-year in January, according to a port survey, as the two countries met for salmon talks in Hanoi.

                Vietnam raised its tariffs on Chilean salmon from 5% to 18% last week. Farmers near Puerto Montt want the duty on salmon gone before the season ends.
                """)),
        ],
        2 =>
        [
            ("day-2/andes.md", Article("Vietnam offers to lower salmon duty in Hanoi talks with Chile", "Andes Courier", today.AddDays(-1),
                $"""
                Vietnam will cut its tariffs on Chilean salmon from 18% to 11% under an offer made to Chile in the Hanoi salmon talks, officials of both sides said.

                "It is a fair offer, and we will weigh it with care," said Carmen Araya, Chile's deputy trade minister.

                Chile and Vietnam hope to finish before the salmon quota arrangement expires on {Date(FirstDeadline(today))}.
                """)),
            ("day-2/coffee.md", Article("Kenya to inspect every bag of tea", "Rift Valley Post", today.AddDays(-1),
                """
                Kenya will require exporters of tea to register every bag, the agriculture ministry in Nairobi said.

                Kenya's exports of tea to Pakistan rose 7.2% year-on-year in January to 95,000 tonnes, the tea directorate said.
                """)),
        ],
        _ =>
        [
            ("day-3/andes.md", Article("Chile and Vietnam give their salmon talks more time", "Andes Courier", today,
                $"""
                Chile and Vietnam gave their salmon talks in Hanoi more time. The salmon quota arrangement between Chile and Vietnam now expires on {Date(MovedDeadline(today))}, after both sides extended it.

                Vietnam will cut its tariffs on Chilean salmon to 9% first, officials of Chile and Vietnam said in Hanoi.
                """)),
            ("day-3/hostile.json", Hostile(today)),
        ],
    };

    /// <summary>An article that tries to be more than text.</summary>
    private static string Hostile(DateOnly today) => JsonSerializer.Serialize(new
    {
        title = "<script>document.title='owned'</script> India's \"palm oil\" duty & more",
        publisher = "Mirror \u202Eerom\u202C <b>Daily</b>",
        url = "javascript:document.title='owned'",
        published = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        text = $"""
            India raised its tariffs on refined palm oil from 12% to 27% on {Date(today.AddDays(-1))}, it said.{'\0'} </mark></p><script>document.title='owned'</script> & more <img src=x onerror="document.title='owned'">

            The word was {new string('w', 10_000)} and nothing else, {'\u202E'}said the trader in reverse{'\u202C'}.

            India's imports of palm oil rose 22% year-on-year in January, according to the refiners' association of India.
            """,
    });

    private static string Article(string title, string publisher, DateOnly published, string text) =>
        $"---\ntitle: {title}\npublisher: {publisher}\nurl: https://outlet.example/{published.DayNumber}\npublished: {published:yyyy-MM-dd}\n---\n\n{text.ReplaceLineEndings("\n")}\n";

    private static string Date(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
}
