using System.Text;

namespace TradeDigest.Articles.Encodings;

/// <summary>Turns bytes into text: by byte order mark, by what the document declares, by what the bytes can be.</summary>
internal static class TextDecoder
{
    private const int Probe = 4096;

    /// <summary>The fewest characters from which East Asian text in UTF-16 is told.</summary>
    private const int FewestWide = 16;

    /// <summary>The text of a file.</summary>
    /// <param name="bytes">The file, with or without a byte order mark.</param>
    /// <param name="declared">The charset that an envelope declares (a mail's header); null to look into the text itself.</param>
    /// <exception cref="UnreadableArticleException">The bytes are no text, or text in an encoding that cannot be told.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (Marked(bytes) is { } marked)
        {
            return marked;
        }

        if (Utf16Without(bytes) is { } wide)
        {
            return wide.GetString(bytes);
        }

        if (bytes.Contains((byte)0))
        {
            throw BinaryFiles.Refusal("a binary file");
        }

        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        bool validUtf8 = System.Text.Unicode.Utf8.IsValid(bytes);
        if (declared is not null || !validUtf8)
        {
            string? name = declared ?? DeclaredCharset.In(bytes);
            if (Named(name) is { } encoding && encoding.CodePage != Encoding.UTF8.CodePage && !(validUtf8 && HasMultibyte(bytes)))
            {
                return encoding.GetString(bytes);
            }
        }
        else if (IsIso2022Jp(bytes))
        {
            return Named("iso-2022-jp")!.GetString(bytes);
        }

        return validUtf8 ? strict.GetString(bytes) : Damaged(bytes);
    }

    /// <summary>The encoding of a name that documents use; null for none that is known.</summary>
    public static Encoding? Named(string? name)
    {
        name = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        // The Encoding Standard (encoding.spec.whatwg.org) reads these labels as windows-1252, as browsers do.
        name = name is "iso-8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "iso8859-1" or "cp1252" or "x-cp1252" ? "windows-1252" : name;
        name = name is "utf8" or "unicode-1-1-utf-8" or "x-user-defined" ? "utf-8" : name;
        name = name is "gb2312" or "gbk" or "x-gbk" ? "gb18030" : name;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? (name == "utf-7" ? null : Encoding.GetEncoding(name));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => null,
    };

    /// <summary>UTF-16 without a mark shows by zero bytes at every other place: Western text has its high bytes zero.</summary>
    private static Encoding? Utf16Without(ReadOnlySpan<byte> bytes)
    {
        var probe = bytes[..Math.Min(bytes.Length & ~1, Probe)];
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < probe.Length; i += 2)
        {
            even += probe[i] == 0 ? 1 : 0;
            odd += probe[i + 1] == 0 ? 1 : 0;
        }

        int pairs = probe.Length / 2;
        return pairs < 2 ? null
            : odd * 10 >= 3 * pairs && even * 50 <= pairs ? Encoding.Unicode
            : even * 10 >= 3 * pairs && odd * 50 <= pairs ? Encoding.BigEndianUnicode
            : pairs >= FewestWide && bytes.Length % 2 == 0 && !System.Text.Unicode.Utf8.IsValid(bytes) ? EastAsian(probe)
            : null;
    }

    /// <summary>UTF-16 of East Asian text has hardly a zero byte; read in the right order nearly all of it is of those scripts, and in the wrong one much is not.</summary>
    private static Encoding? EastAsian(ReadOnlySpan<byte> probe)
    {
        int little = 0;
        int big = 0;
        for (int i = 0; i + 1 < probe.Length; i += 2)
        {
            little += IsEastAsian((char)(probe[i] | (probe[i + 1] << 8))) ? 1 : 0;
            big += IsEastAsian((char)((probe[i] << 8) | probe[i + 1])) ? 1 : 0;
        }

        int most = Math.Max(little, big);
        return most * 40 < probe.Length / 2 * 39 || Math.Min(little, big) * 10 > most * 9 ? null : little > big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static bool IsEastAsian(char c) => c is (>= ' ' and <= '~') or '\n' or '\r' or '\t' or (>= '\u2010' and <= '\u2026') or (>= '\u3000' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFFEE');

    private static bool HasMultibyte(ReadOnlySpan<byte> bytes) => !Ascii.IsValid(bytes);

    private static bool IsIso2022Jp(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\u001B$B"u8) >= 0;

    /// <summary>Bytes that are not UTF-8: a UTF-8 text with a few broken characters, a text of windows-1252, or neither.</summary>
    private static string Damaged(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = CountMultibyte(bytes);
        if (good > 4 * bad)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        if (ReadsAsWindows1252(bytes))
        {
            return Named("windows-1252")!.GetString(bytes);
        }

        throw new UnreadableArticleException(UnreadableReasons.Encoding,
            "The file is text in an encoding that cannot be told: neither UTF-8 nor UTF-16 nor Windows-1252. Save it as UTF-8 and drop it again.");
    }

    private static (int Good, int Bad) CountMultibyte(ReadOnlySpan<byte> bytes)
    {
        int good = 0;
        int bad = 0;
        while (!bytes.IsEmpty)
        {
            bool ascii = bytes[0] < 0x80;
            if (ascii)
            {
                bytes = bytes[1..];
                continue;
            }

            bool whole = Rune.DecodeFromUtf8(bytes, out _, out int length) == System.Buffers.OperationStatus.Done;
            good += whole ? 1 : 0;
            bad += whole ? 0 : 1;
            bytes = bytes[length..];
        }

        return (good, bad);
    }

    /// <summary>A Western text: hardly a control character, no code that Windows-1252 leaves undefined, and accented letters far fewer than plain ones.</summary>
    private static bool ReadsAsWindows1252(ReadOnlySpan<byte> bytes)
    {
        int plain = 0;
        int control = 0;
        int undefined = 0;
        int accented = 0;
        foreach (byte b in bytes)
        {
            plain += char.IsAsciiLetter((char)b) ? 1 : 0;
            control += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') ? 1 : 0;
            undefined += b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? 1 : 0;
            accented += b >= 0xC0 ? 1 : 0;
        }

        return undefined == 0 && control * 500 <= bytes.Length && plain > 0 && accented * 4 <= plain;
    }
}
