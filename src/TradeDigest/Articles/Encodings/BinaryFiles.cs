namespace TradeDigest.Articles.Encodings;

/// <summary>Recognises files that hold no text by their first bytes, and says what to do instead.</summary>
internal static class BinaryFiles
{
    /// <summary>Refuses a file of a binary kind that the app does not read.</summary>
    /// <exception cref="UnreadableArticleException">The file is of such a kind.</exception>
    public static void Refuse(ReadOnlySpan<byte> bytes)
    {
        string? kind = bytes switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, ..] => "a picture, sound or film",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "a document of an old Office version",
            [0x1F, 0x8B, ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => "an archive",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "a rich text file",
            [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', 0x90, ..] => "a program",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "a film or picture",
            _ => null,
        };
        if (kind is not null)
        {
            throw Refusal(kind);
        }
    }

    /// <summary>The error for a file of the kind.</summary>
    public static UnreadableArticleException Refusal(string kind) => new(UnreadableReasons.Binary,
        $"The file is {kind}, from which no text is read. Drop the article as plain text, Markdown, HTML, JSON, DOCX or EML.");
}
