namespace TradeDigest.Tests.Articles;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "The ministry said exports of wool rose in the second quarter, but that prices had not followed.")]
    [InlineData("de", "Die Ausfuhren von Maschinen sind im zweiten Quartal gestiegen, wie das Amt am Montag mitteilte.")]
    [InlineData("fr", "Les exportations de vin ont baissé au deuxième trimestre, selon les chiffres publiés par la douane.")]
    [InlineData("es", "Las exportaciones de carne subieron en el segundo trimestre, según los datos que publicó el ministerio.")]
    [InlineData("pt", "As exportações de soja subiram no segundo trimestre, segundo os dados que o ministério não comentou.")]
    [InlineData("it", "Le esportazioni di vino sono salite nel secondo trimestre, secondo i dati della camera di commercio.")]
    [InlineData("nl", "De uitvoer van bloemen is in het tweede kwartaal gestegen, maar de prijzen zijn niet hoger dan vorig jaar.")]
    [InlineData("pl", "Eksport mebli wzrósł w drugim kwartale, ale ceny nie są wyższe niż przed rokiem, podał urząd.")]
    [InlineData("sv", "Exporten av stål ökade under andra kvartalet, men priserna är inte högre än för ett år sedan.")]
    [InlineData("tr", "İkinci çeyrekte çelik ihracatı arttı, ancak fiyatlar geçen yıla göre daha yüksek değil ve talep zayıf olarak kaldı.")]
    [InlineData("id", "Ekspor minyak sawit naik pada kuartal kedua, tetapi harga tidak lebih tinggi dari tahun lalu, kata para pedagang.")]
    [InlineData("vi", "Xuất khẩu gạo của Việt Nam tăng trong quý hai, nhưng giá không cao hơn so với năm trước, theo số liệu của bộ.")]
    [InlineData("cs", "Vývoz automobilů ve druhém čtvrtletí vzrostl, ale ceny nejsou vyšší než před rokem, uvedl úřad, který je zveřejnil.")]
    [InlineData("ru", "Экспорт пшеницы вырос во втором квартале, но цены не выше, чем год назад, сообщили в министерстве.")]
    [InlineData("uk", "Експорт пшениці зріс у другому кварталі, але ціни не вищі, ніж рік тому, повідомили в міністерстві.")]
    [InlineData("zh", "商务部星期四表示，中国将对进口大豆征收新的关税，并与有关各方继续谈判。")]
    [InlineData("ja", "経済産業省は木曜日、鉄鋼の輸出が前年同期比で増加したと発表した。")]
    [InlineData("ko", "산업통상자원부는 목요일 반도체 수출이 증가했다고 발표했다.")]
    [InlineData("ar", "قالت الوزارة إن صادرات النفط ارتفعت في الربع الثاني من هذا العام")]
    [InlineData("hi", "मंत्रालय ने कहा कि दूसरी तिमाही में चावल के निर्यात में वृद्धि हुई है।")]
    [InlineData("und", "Xyzzy plugh.")]
    public void The_language_of_a_text_is_told(string code, string text) => Assert.Equal(code, Reading.One(text).Language);
}
