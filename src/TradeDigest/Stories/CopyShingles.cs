using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace TradeDigest.Stories;

/// <summary>A text as the set of its runs of five words, by which copies are recognised. Case, punctuation and spacing do not count.</summary>
public sealed class CopyShingles
{
    /// <summary>Words of a run.</summary>
    public const int Width = 5;

    private CopyShingles(ulong[] sorted) => Sorted = sorted;

    /// <summary>Number of different runs.</summary>
    public int Count => Sorted.Length;

    /// <summary>The runs' hashes (XXH3, 64 bits), ascending, each once.</summary>
    internal ulong[] Sorted { get; }

    /// <summary>The runs of a text; of a text of fewer than five words, the whole.</summary>
    public static CopyShingles Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words(text);
        int runs = words.Count == 0 ? 0 : Math.Max(1, words.Count - Width + 1);
        var hashes = new ulong[runs];
        var span = CollectionsMarshal.AsSpan(words);
        for (int i = 0; i < runs; i++)
        {
            hashes[i] = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(span.Slice(i, Math.Min(Width, span.Length - i))));
        }

        Array.Sort(hashes);
        int kept = 0;
        for (int i = 0; i < runs; i++)
        {
            if (i == 0 || hashes[i] != hashes[kept - 1])
            {
                hashes[kept++] = hashes[i];
            }
        }

        return new CopyShingles(hashes[..kept]);
    }

    /// <summary>How many runs two texts share.</summary>
    public int Shared(CopyShingles other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (a, b) = (Sorted, other.Sorted);
        int i = 0;
        int j = 0;
        int shared = 0;
        while (i < a.Length && j < b.Length)
        {
            shared += a[i] == b[j] ? 1 : 0;
            (i, j) = a[i] < b[j] ? (i + 1, j) : a[i] > b[j] ? (i, j + 1) : (i + 1, j + 1);
        }

        return shared;
    }

    /// <summary>Jaccard's measure: runs in both of runs in either; 0 for two empty texts.</summary>
    public double Jaccard(CopyShingles other)
    {
        int shared = Shared(other);
        int either = Count + other.Count - shared;
        return either == 0 ? 0 : (double)shared / either;
    }

    private static List<ulong> Words(string text)
    {
        var words = new List<ulong>(text.Length / 6);
        Span<char> buffer = stackalloc char[64];
        int at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            var word = text.AsSpan(start, at - start);
            var lower = word.Length <= buffer.Length ? buffer[..word.Length] : new char[word.Length];
            word.ToLowerInvariant(lower);
            words.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes<char>(lower)));
        }

        return words;
    }
}
