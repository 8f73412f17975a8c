using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TradeDigest.Queries;

/// <summary>The words of a text in small: says of a word that it does not occur, or that it may. About one word in a hundred that does not occur is said to be possible.</summary>
/// <remarks>A Bloom filter (Bloom, 1970) of ten bits and seven hashes a word, the hashes made from two (Kirsch and Mitzenmacher, 2006).</remarks>
public sealed class WordSketch
{
    private const int BitsOfWord = 10;
    private const int Hashes = 7;
    private const int LeastBytes = 8;

    private readonly byte[] _bits;

    private WordSketch(byte[] bits) => _bits = bits;

    /// <summary>The sketch of folded words (<see cref="SearchText.Words"/>).</summary>
    public static WordSketch Of(IEnumerable<string> words)
    {
        var distinct = words.ToHashSet(StringComparer.Ordinal);
        var sketch = new WordSketch(new byte[Math.Max(LeastBytes, ((distinct.Count * BitsOfWord) + 7) / 8)]);
        foreach (string word in distinct)
        {
            foreach (int bit in sketch.BitsOf(word))
            {
                sketch._bits[bit >> 3] |= (byte)(1 << (bit & 7));
            }
        }

        return sketch;
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; null where the text is nothing of the kind.</summary>
    public static WordSketch? Decode(string encoded)
    {
        ArgumentNullException.ThrowIfNull(encoded);
        byte[] bits = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bits, out int length) && length >= LeastBytes ? new(bits[..length]) : null;
    }

    /// <summary>The sketch in base64.</summary>
    public string Encode() => Convert.ToBase64String(_bits);

    /// <summary>False where the word certainly does not occur.</summary>
    public bool MayHold(string word) => BitsOf(word).All(bit => (_bits[bit >> 3] & (1 << (bit & 7))) != 0);

    private IEnumerable<int> BitsOf(string word)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(word));
        ulong first = BinaryPrimitives.ReadUInt64LittleEndian(hash), second = BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8)) | 1;
        for (int i = 0; i < Hashes; i++)
        {
            yield return (int)((first + ((ulong)i * second)) % ((ulong)_bits.Length * 8));
        }
    }
}
