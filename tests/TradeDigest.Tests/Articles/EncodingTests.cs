using System.Text;
using TradeDigest.Articles;

namespace TradeDigest.Tests.Articles;

public class EncodingTests
{
    private const string Words = "São Paulo’s “café” duty costs €5, the ministry’s spokesman said on Friday in Brasília.";

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Words) },
        { "UTF-8 with mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Words)] },
        { "UTF-16 with mark", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Words)] },
        { "UTF-16 big-endian with mark", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Words)] },
        { "UTF-16", Encoding.Unicode.GetBytes(Words) },
        { "UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes(Words) },
        { "Windows-1252, undeclared", Western.GetBytes(Words) },
        { "Windows-1252 page that declares it", [.. Encoding.ASCII.GetBytes("<html><head><meta charset=iso-8859-1></head><body><p>"), .. Western.GetBytes(Words), .. "</p></body></html>"u8] },
        { "UTF-8 page that declares another charset", [.. Encoding.ASCII.GetBytes("<html><head><meta charset=iso-8859-1></head><body><p>"), .. Encoding.UTF8.GetBytes(Words), .. "</p></body></html>"u8] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_read_in_each_encoding(string name, byte[] content)
    {
        var article = Reading.One(content);

        Assert.True(article.Text == Words, name + ": " + article.Text);
    }

    [Theory]
    [InlineData("政府は火曜日、太陽光パネルの輸入関税を四パーセントに引き下げると発表した。")]
    [InlineData("财政部星期三宣布，自八月起把太阳能电池板的进口关税降至百分之四。")]
    [InlineData("정부는 화요일에 태양광 패널의 수입 관세를 4퍼센트로 낮춘다고 발표했다.")]
    public void East_Asian_text_in_UTF16_needs_no_mark(string words)
    {
        Assert.Equal(words, Reading.One(Encoding.Unicode.GetBytes(words)).Text);
        Assert.Equal(words, Reading.One(Encoding.BigEndianUnicode.GetBytes(words)).Text);
    }

    [Fact]
    public void A_broken_character_in_UTF8_leaves_the_others_whole()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("Die Zölle für Käse fallen, sagte der Minister für Äcker und Gärten über die Einfuhr"), 0xC3, (byte)' ', .. Encoding.UTF8.GetBytes("aus Österreich.")];

        var article = Reading.One(content);

        Assert.StartsWith("Die Zölle für Käse fallen", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_an_encoding_that_cannot_be_told_is_refused()
    {
        byte[] content = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Министерство сообщило о новых пошлинах на сталь и удобрения.");

        Assert.Equal(UnreadableReasons.Encoding, Reading.Refused(content));
    }

    [Fact]
    public void Pictures_archives_and_the_like_are_refused()
    {
        byte[][] files = [[0x89, .. "PNG\r\n\u001a\n abc"u8], [0xFF, 0xD8, 0xFF, 0xE0, 1, 2], Reading.Zip(("readme.txt", "hello")), [0xD0, 0xCF, 0x11, 0xE0, 0, 0], [0x1F, 0x8B, 8, 0]];

        Assert.All(files, file => Assert.Equal(UnreadableReasons.Binary, Reading.Refused(file)));
    }
}
