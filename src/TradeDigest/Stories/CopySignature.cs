using System.Buffers.Binary;

namespace TradeDigest.Stories;

/// <summary>A small digest of a text's shingles that can be stored with an article (a few hundred bytes) and proposes its copies.</summary>
/// <remarks>Two parts. The minima of 64 hash functions (Broder's MinHash, 1997), banded by four: two texts of Jaccard J share a band with
/// probability 1 - (1 - J^4)^16, 0.9998 at 0.8. And the shingles whose hash falls under a fixed bound, one in sixteen, for copies that
/// were cut: what a text shares with a longer one is in both samples.</remarks>
public sealed class CopySignature
{
    internal const int Hashes = 64;
    internal const int BandWidth = 4;
    internal const int Bands = Hashes / BandWidth;
    private const ulong SampleBound = ulong.MaxValue / 16;

    private CopySignature(uint[] minima, uint[] sample, int count) => (Minima, Sample, Count) = (minima, sample, count);

    /// <summary>Number of the text's shingles.</summary>
    public int Count { get; }

    internal uint[] Minima { get; }

    /// <summary>The sampled shingles, ascending.</summary>
    internal uint[] Sample { get; }

    /// <summary>The signature of a text's shingles.</summary>
    public static CopySignature Of(CopyShingles shingles)
    {
        ArgumentNullException.ThrowIfNull(shingles);
        var minima = new uint[Hashes];
        Array.Fill(minima, uint.MaxValue);
        var sample = new List<uint>();
        foreach (ulong shingle in shingles.Sorted)
        {
            if (shingle <= SampleBound)
            {
                sample.Add((uint)shingle);
            }

            ulong state = shingle;
            for (int h = 0; h < Hashes; h++)
            {
                // SplitMix64 (Steele, Lea, Flood 2014) seeded by the shingle: an independent number for each hash function.
                state += 0x9E3779B97F4A7C15;
                ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                minima[h] = Math.Min(minima[h], (uint)(mixed >> 32));
            }
        }

        sample.Sort();
        return new CopySignature(minima, [.. sample], shingles.Count);
    }

    /// <summary>The signature in base64, to be stored.</summary>
    public string Encode()
    {
        var bytes = new byte[4 * (1 + Hashes + Sample.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Count);
        int at = 4;
        foreach (uint value in Minima.Concat(Sample))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
            at += 4;
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>The signature that <see cref="Encode"/> wrote.</summary>
    /// <exception cref="FormatException">The words are none.</exception>
    public static CopySignature Decode(string encoded)
    {
        byte[] bytes = Convert.FromBase64String(encoded);
        if (bytes.Length < 4 * (1 + Hashes) || bytes.Length % 4 != 0)
        {
            throw new FormatException("A copy signature has a count, 64 minima and a sample of four bytes each. Compute it anew from the article's text.");
        }

        var values = new uint[(bytes.Length / 4) - 1];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4 * (i + 1)));
        }

        return new CopySignature(values[..Hashes], values[Hashes..], BinaryPrimitives.ReadInt32LittleEndian(bytes));
    }
}
