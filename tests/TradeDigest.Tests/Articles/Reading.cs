using System.IO.Compression;
using System.Text;
using TradeDigest.Articles;

namespace TradeDigest.Tests.Articles;

/// <summary>Reads what a test wrote.</summary>
internal static class Reading
{
    public static readonly DateTimeOffset Received = new(2024, 3, 8, 9, 30, 0, TimeSpan.Zero);

    private static readonly ArticleReader Reader = new();

    public static IReadOnlyList<Article> All(byte[] content) => Reader.Read(content, new ArticleSource("dropped", Received));

    public static FileContent File(string content) => Reader.ReadFile(Encoding.UTF8.GetBytes(content), new ArticleSource("dropped", Received));

    public static Article One(byte[] content) => Assert.Single(All(content));

    public static Article One(string content) => One(Encoding.UTF8.GetBytes(content));

    public static string Refused(byte[] content) => Assert.Throws<UnreadableArticleException>(() => All(content)).Reason;

    public static string Refused(string content) => Refused(Encoding.UTF8.GetBytes(content));

    /// <summary>A ZIP archive of the given parts.</summary>
    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A Word document of the given body markup.</summary>
    public static byte[] Docx(string body, string? core = null) => Zip(
        ("word/document.xml", $"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"),
        ("docProps/core.xml", core ?? "<c xmlns=\"x\"/>"));
}
