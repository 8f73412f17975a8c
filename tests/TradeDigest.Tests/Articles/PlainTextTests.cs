namespace TradeDigest.Tests.Articles;

public class PlainTextTests
{
    private const string Lead = "Morocco will extend its anti-dumping duty on Egyptian tomato paste for three more years, the commerce ministry said on Thursday.";

    [Theory]
    [InlineData("Source: Reuters", "Reuters")]
    [InlineData("(With inputs from PTI)", "PTI")]
    [InlineData("With agency inputs from AFP and ANI", "AFP")]
    [InlineData("– Bernama", "Bernama")]
    [InlineData("(AP)", "AP")]
    [InlineData("(With PTI inputs)", "PTI")]
    [InlineData("Yonhap", "Yonhap")]
    public void A_wire_that_is_credited_is_kept_as_data(string credit, string wire)
    {
        var article = Reading.One($"{Lead}\n{credit}");

        Assert.Equal((Lead, wire), (article.Text, article.Wire));
    }

    [Theory]
    [InlineData("Follow us on Twitter and Facebook for the latest trade news")]
    [InlineData("(Reporting by Ann Lee in Rabat; Editing by Tom Ford)")]
    [InlineData("Copyright 2024 Atlas Courier. All rights reserved.")]
    [InlineData("Sign up for our daily newsletter here")]
    [InlineData("Read more: Tomato growers protest in Agadir")]
    [InlineData("ALSO READ | Tomato growers protest in Agadir")]
    [InlineData("Share this article")]
    [InlineData("Facebook | Twitter | WhatsApp | Email")]
    [InlineData("-- \nAnn Lee\nMarket desk")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Advertisement")]
    [InlineData("Photo: Ann Lee / Atlas Courier")]
    [InlineData("Unsubscribe | Manage preferences")]
    [InlineData("ENDS")]
    [InlineData("Published on 7 March 2024")]
    public void What_is_no_part_of_the_article_goes(string line)
    {
        var article = Reading.One($"{Lead}\n\n{line}");

        Assert.Equal(Lead, article.Text);
    }

    [Theory]
    [InlineData("By Thursday evening two thirds of the cargo had been unloaded at the port.")]
    [InlineData("Share prices in Casablanca fell by two percent after the announcement was made.")]
    [InlineData("Subscribers to the wheat scheme will pay a fee of ten dirhams a tonne from May.")]
    [InlineData("Follow-up talks on the price of phosphates are planned for the spring.")]
    [InlineData("Reporting requirements for importers will be tightened, the ministry added.")]
    [InlineData("The report was written by three economists at the central bank.")]
    [InlineData("Source countries will have to register each shipment with the customs office.")]
    [InlineData("Video evidence of smuggling was shown to members of the committee.")]
    [InlineData("Read literally, the clause exempts canned goods from the duty.")]
    [InlineData("Related duties on sauces and ketchup stay as they are until next year.")]
    [InlineData("Comments by the minister moved the price of futures in Chicago.")]
    [InlineData("Updated rules of origin enter into force in June 2025 for most goods.")]
    [InlineData("Photo sensors and laser diodes were exempted from the tariff.")]
    [InlineData("Download speeds matter to exporters of services, a study found.")]
    [InlineData("Most popular among buyers were peppers, which rose by a tenth.")]
    [InlineData("End users will bear four fifths of the cost, the study found.")]
    public void Text_that_begins_like_boilerplate_stays(string sentence)
    {
        var article = Reading.One($"{Lead}\n\n{sentence}");

        Assert.Equal($"{Lead}\n\n{sentence}", article.Text);
    }

    [Fact]
    public void Headline_and_byline_are_data_and_a_repeated_headline_is_left_out()
    {
        var article = Reading.One($"Morocco extends tomato paste duty\nMorocco extends tomato paste duty\n\nBy Ann Lee, Staff Writer\n\n{Lead}");

        Assert.Equal(("Morocco extends tomato paste duty", "Ann Lee", Lead), (article.Title, article.Byline, article.Text));
    }

    [Fact]
    public void Wrapped_lines_are_joined_and_an_indent_starts_a_paragraph()
    {
        var article = Reading.One("""
            EC FARM MINISTERS DIFFER ON OILSEED LEVY
                BRUSSELS, March 4 - Farm ministers of the community failed to
            agree on a levy on oils and fats, which would have raised two
            billion European currency units a year.
                Diplomats said talks would go on in Luxembourg in the week
            after Easter.
            """);

        Assert.Equal("EC FARM MINISTERS DIFFER ON OILSEED LEVY", article.Title);
        Assert.Equal("BRUSSELS, March 4 - Farm ministers of the community failed to agree on a levy on oils and fats, which would have raised two billion European currency units a year.\n\nDiplomats said talks would go on in Luxembourg in the week after Easter.", article.Text);
        Assert.Equal(("BRUSSELS", new DateOnly(2024, 3, 4)), (article.Dateline, article.PublishedAt));
    }

    [Fact]
    public void Short_last_lines_of_indented_paragraphs_do_not_hide_that_lines_are_wrapped()
    {
        var article = Reading.One("""
                LIMA, May 8 - Peru's exports of copper fell in April, the central
            bank said.
                Imports of wheat rose to 300 mln dlrs from 250 mln in the month
            before.
                The surplus narrowed, a spokesman
            said.
            """);

        Assert.Equal("LIMA, May 8 - Peru's exports of copper fell in April, the central bank said.\n\nImports of wheat rose to 300 mln dlrs from 250 mln in the month before.\n\nThe surplus narrowed, a spokesman said.", article.Text);
    }

    [Fact]
    public void Lines_without_blank_lines_between_them_are_paragraphs()
    {
        var article = Reading.One($"{Lead}\n{Lead.Replace("three", "four", StringComparison.Ordinal)}");

        Assert.Equal($"{Lead}\n\n{Lead.Replace("three", "four", StringComparison.Ordinal)}", article.Text);
    }

    [Fact]
    public void One_text_has_one_id_however_it_is_written()
    {
        string curly = "The “spring” deal\u00a0— worth 5.5 billion — isn’t signed.\n\nTalks go on.";
        string straight = "The \"spring\" deal - worth 5.5 billion - isn't\r\nsigned.\r\n\r\n  Talks   go on.";

        Assert.Equal(Reading.One(curly).Id, Reading.One("<p>" + straight.Replace("\r\n\r\n", "</p><p>", StringComparison.Ordinal) + "</p>").Id);
        Assert.NotEqual(Reading.One(curly).Id, Reading.One(curly.Replace("5.5", "55", StringComparison.Ordinal)).Id);
    }

    [Theory]
    [InlineData("HARARE: ", "HARARE", null, null)]
    [InlineData("SÃO PAULO (AFP) — ", "SÃO PAULO", "AFP", null)]
    [InlineData("Nairobi, 17 February 2024: ", "Nairobi", null, "2024-02-17")]
    [InlineData("Berne, 05.03.2024 - ", "Berne", null, "2024-03-05")]
    [InlineData("BRUSSELS, March 3 (Reuters) - ", "BRUSSELS", "Reuters", "2024-03-03")]
    [InlineData("GENEVA, Feb. 12 (Xinhua) -- ", "GENEVA", "Xinhua", "2024-02-12")]
    [InlineData("Colombo, Jan 5 (IANS) ", "Colombo", "IANS", "2024-01-05")]
    [InlineData("HO CHI MINH CITY, Vietnam — ", "HO CHI MINH CITY, Vietnam", null, null)]
    [InlineData("Ottawa, Ontario — March 3, 2024 — ", "Ottawa, Ontario", null, "2024-03-03")]
    [InlineData("(Reuters) - ", null, "Reuters", null)]
    [InlineData("MOSCOW, January 5. /TASS/. ", "MOSCOW", "TASS", "2024-01-05")]
    [InlineData("New Delhi [India], January 5 (ANI): ", "New Delhi", "ANI", "2024-01-05")]
    [InlineData("SEOUL, Jan. 5 (Yonhap) -- ", "SEOUL", "Yonhap", "2024-01-05")]
    [InlineData("Madrid (EFE).- ", "Madrid", "EFE", null)]
    public void A_dateline_is_kept_as_data(string dateline, string? place, string? wire, string? day)
    {
        var article = Reading.One(dateline + Lead);

        Assert.Equal((place, wire, day), (article.Dateline, article.Wire, article.PublishedBasis == TradeDigest.Articles.PublishedBasis.Text ? article.PublishedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : null));
    }

    [Theory]
    [InlineData("UPDATE: ")]
    [InlineData("OPEC: ")]
    [InlineData("The result: ")]
    [InlineData("On Monday, March 4 - ")]
    [InlineData("By contrast: ")]
    public void What_only_looks_like_a_dateline_is_none(string opening) => Assert.Null(Reading.One(opening + Lead).Dateline);
}
