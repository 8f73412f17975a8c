using System.Text;
using TradeDigest.Articles;

namespace TradeDigest.Tests.Articles;

public class FormatTests
{
    private const string First = "Ecuador will lower its duty on wheat to 10% from 15%, the foreign trade committee decided on Wednesday.";
    private const string Second = "Bakers had warned that bread would become dearer before the elections.";

    [Fact]
    public void A_schema_org_article_in_JSON_gives_its_text_and_data()
    {
        var article = Reading.One($$"""
            {"@context":"https://schema.org","@type":"NewsArticle","headline":"Wheat duty falls","articleBody":"{{First}}\n\n{{Second}}",
             "author":[{"@type":"Person","name":"Eva Luna"},{"name":"Juan Paz"}],"publisher":{"name":"Quito Times"},"datePublished":"2024-03-06T23:00:00-05:00","url":"https://quito.example/wheat"}
            """);

        Assert.Equal((First + "\n\n" + Second, "Wheat duty falls", "Eva Luna, Juan Paz", "Quito Times", new DateOnly(2024, 3, 6), "https://quito.example/wheat"),
            (article.Text, article.Title, article.Byline, article.Publisher, article.PublishedAt, article.Url));
    }

    [Fact]
    public void A_list_of_articles_gives_each_and_passes_over_those_without_text()
    {
        var articles = Reading.All(Encoding.UTF8.GetBytes($$"""
            {"status":"ok","totalResults":3,"articles":[
              {"source":{"id":null,"name":"Quito Times"},"author":"Eva Luna","title":"One","url":"https://q.example/1","publishedAt":"2024-03-06T10:00:00Z","content":"{{First}} … [+1204 chars]"},
              {"source":{"name":"Other"},"title":"Two","content":"<p>{{Second}}</p><p>They asked for a meeting.</p>","publishedAt":"2024-03-05"},
              {"title":"Three","url":"https://q.example/3","content":null}]}
            """));

        Assert.Equal([("One", First, "Quito Times"), ("Two", Second + "\n\nThey asked for a meeting.", "Other")], articles.Select(a => (a.Title!, a.Text, a.Publisher!)));
    }

    [Fact]
    public void JSON_lines_give_an_article_each()
    {
        var articles = Reading.All(Encoding.UTF8.GetBytes($$"""
            {"title":"A","text":"{{First}}","seendate":"20240304T101500Z","domain":"quito.example"}

            {"title":"B","text":"{{Second}}"}
            """));

        Assert.Equal([new DateOnly(2024, 3, 4), new DateOnly(2024, 3, 8)], articles.Select(a => a.PublishedAt));
    }

    [Fact]
    public void A_bad_element_of_an_array_is_told_and_the_others_are_read()
    {
        var file = Reading.File("[{\"text\":\"The duty on rice rose by 5 percent.\"},{\"title\":\"Only a title\"},7,{\"text\":\"The duty on oats fell by 2 percent.\"},{\"text\":\" 5 - 6 \"}]");

        Assert.Equal(2, file.Articles.Count);
        Assert.Equal(["Article 2 has no \"text\" (\"Only a title\").", "Article 3 is no object.", "Article 5 holds no text."], file.Faults);
    }

    [Fact]
    public void A_bad_line_of_JSON_lines_is_told_and_the_others_are_read()
    {
        var file = Reading.File("{\"text\":\n{\"text\":\"The duty on rice rose by 5 percent.\"}\n{\"text\":\"The duty on oats fell by 2 percent.\"}\n{\"url\":\"https://x.example\"}");

        Assert.Equal(2, file.Articles.Count);
        Assert.Equal(["Line 1 is no JSON.", "Line 4 holds no article with a text."], file.Faults);
    }

    [Fact]
    public void A_graph_of_linked_data_has_no_fault_for_what_is_no_article() =>
        Assert.Empty(Reading.File("{\"@graph\":[{\"@type\":\"Organization\",\"name\":\"Quay Post\"},{\"@type\":\"NewsArticle\",\"articleBody\":\"The duty on rice rose by 5 percent.\"}]}").Faults);

    [Theory]
    [InlineData("---\npublished: next Tuesday week\n---\nThe duty on rice rose by 5 percent.")]
    [InlineData("---\npublished: 2094-01-01\n---\nThe duty on rice rose by 5 percent.")]
    [InlineData("{\"date\":\"31 June\",\"text\":\"The duty on rice rose by 5 percent.\"}")]
    public void A_date_that_is_none_is_told_and_the_day_of_receipt_taken(string content)
    {
        var file = Reading.File(content);

        Assert.Equal(PublishedBasis.Received, Assert.Single(file.Articles).PublishedBasis);
        Assert.Contains("2024-03-08 was taken instead", Assert.Single(file.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"title\": \"cut off", UnreadableReasons.Damaged)]
    [InlineData("{\"text\":\"The first line is whole.\"}\n{\"text\":", UnreadableReasons.Damaged)]
    [InlineData("{\"articles\":[{\"title\":\"only a title\",\"url\":\"https://x.example\"}]}", UnreadableReasons.NoText)]
    [InlineData("[]", UnreadableReasons.NoText)]
    public void JSON_without_a_readable_article_is_refused(string json, string reason) => Assert.Equal(reason, Reading.Refused(json));

    [Fact]
    public void A_Word_document_gives_its_paragraphs_and_properties()
    {
        byte[] docx = Reading.Docx(
            $"<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Wheat duty falls</w:t></w:r></w:p><w:p><w:r><w:t>{First[..30]}</w:t></w:r><w:r><w:t xml:space=\"preserve\">{First[30..]}</w:t></w:r></w:p>"
            + "<w:p/><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>wheat and flour</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>Struck out.</w:delText></w:r></w:del><w:r><w:t>Bakers agreed.</w:t></w:r></w:p>",
            "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\"><dc:title>Wheat duty falls</dc:title><dc:creator>Eva Luna</dc:creator><dcterms:created>2024-03-05T08:00:00Z</dcterms:created></cp:coreProperties>");

        var article = Reading.One(docx);

        Assert.Equal((First + "\n\n- wheat and flour\n\nBakers agreed.", "Wheat duty falls", "Eva Luna", new DateOnly(2024, 3, 5)),
            (article.Text, article.Title, article.Byline, article.PublishedAt));
    }

    [Fact]
    public void A_Word_document_that_unfolds_to_a_thousand_times_its_size_is_refused()
    {
        byte[] bomb = Reading.Docx("<w:p><w:r><w:t>" + new string('a', 30_000_000) + "</w:t></w:r></w:p>");

        Assert.Equal(UnreadableReasons.Damaged, Reading.Refused(bomb));
    }

    [Fact]
    public void Entities_in_a_Word_document_are_refused()
    {
        byte[] docx = Reading.Zip(("word/document.xml", "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>"));

        Assert.Equal(UnreadableReasons.Damaged, Reading.Refused(docx));
    }

    [Fact]
    public void A_mail_gives_its_plain_part_with_encoded_headers_read()
    {
        var article = Reading.One($"""
            From: "Quito Times" <news@quito.example>
            To: analyst@desk.example
            Subject: =?UTF-8?B?QXJhbmNlbCBkZWwgdHJpZ28=?= =?iso-8859-1?Q?_=E1_la_baja?=
            Date: Wed, 06 Mar 2024 18:20:00 -0500
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b1"

            preamble
            --b1
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            {First} Caf=C3=A9 owners =
            agreed. {Second} A further meeting of the committee is planned for April in Guayaquil.

            --=20
            You are receiving this email because you signed up.
            --b1
            Content-Type: text/html

            <p>other</p>
            --b1--
            """);

        Assert.Equal(("Arancel del trigo á la baja", "Quito Times", new DateOnly(2024, 3, 6)), (article.Title, article.Publisher, article.PublishedAt));
        Assert.Equal($"{First} Café owners agreed. {Second} A further meeting of the committee is planned for April in Guayaquil.", article.Text);
    }

    [Fact]
    public void A_mailbox_gives_an_article_for_each_mail()
    {
        string box = $"From a@x Wed Mar  6 10:00:00 2024\nFrom: A <a@x.example>\nSubject: One\n\n{First}\n\nFrom b@x Wed Mar  6 11:00:00 2024\nFrom: B <b@x.example>\nSubject: Two\n\n{Second}\n";

        var articles = Reading.All(Encoding.UTF8.GetBytes(box));

        Assert.Equal([("One", First), ("Two", Second)], articles.Select(a => (a.Title!, a.Text)));
    }

    [Fact]
    public void Markdown_gives_its_words_without_marks()
    {
        var article = Reading.One($"# Wheat duty falls\n\n*By Eva Luna*\n\n{First}\n\n## What bakers say\n\n- [Bread](https://x.example) may become **dearer**\n- Flour, too\n\n![a picture](p.jpg)\n\n> {Second}\n");

        Assert.Equal(("Wheat duty falls", "Eva Luna", $"{First}\n\nWhat bakers say\n\n- Bread may become dearer\n- Flour, too\n\n{Second}"), (article.Title, article.Byline, article.Text));
    }

    [Theory]
    [InlineData("# Duties\n\nThe ministry published its new duties on grain on Monday, and they apply at once.\n\n| Good | Old | New |\n|---|---|---|\n| Rice | 5% | 7% |\n| Wheat | | 3% |\n")]
    [InlineData("Duties\n\nThe ministry published its new duties on grain on Monday, and they apply at once.\n\nGood\tOld\tNew\nRice\t5%\t7%\nWheat\t\t3%\n")]
    [InlineData("<html><body><h1>Duties</h1><article><p>The ministry published its new duties on grain on Monday, and they apply at once.</p><table><tr><th>Good<th>Old<th>New<tr><td>Rice<td>5%<td>7%<tr><td>Wheat<td><td>3%</table></article></body></html>")]
    public void Rows_of_a_table_are_lines_of_cells(string file)
    {
        string text = Reading.One(file).Text;

        Assert.EndsWith("at once.\n\nGood | Old | New\nRice | 5% | 7%\nWheat | | 3%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_table_in_a_Word_document_are_lines_of_cells()
    {
        string paragraph = "<w:p><w:r><w:t>The ministry published its new duties on grain on Monday, and they apply at once.</w:t></w:r></w:p>";
        string Cell(string text) => $"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";

        string text = Reading.One(Reading.Docx($"{paragraph}<w:tbl><w:tr>{Cell("Good")}{Cell("New")}</w:tr><w:tr>{Cell("Rice")}{Cell("7%")}</w:tr></w:tbl>{paragraph}")).Text;

        Assert.Contains("at once.\n\nGood | New\nRice | 7%\n\nThe ministry", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_rows_reads_as_the_same_rows_again()
    {
        const string Text = "The ministry published its new duties on grain on Monday, and they apply at once.\n\nGood and variety | Old rate of duty\nRice in the husk | five percent, bound\nWheat for sowing | free of all duties";

        Assert.Equal(Text, Reading.One(Text).Text);
    }

    [Fact]
    public void A_link_that_never_ends_is_words_of_Markdown()
    {
        string text = Reading.One("# Duties\n\nThe **ministry** published [its](new [duties](on grain on Monday, and they apply at once.").Text;

        Assert.StartsWith("The ministry published", text, StringComparison.Ordinal);
        Assert.EndsWith("apply at once.", text, StringComparison.Ordinal);
    }
}
