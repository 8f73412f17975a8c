using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace TradeDigest.Stories;

/// <summary>Proposes, among the signatures added so far, the articles that may be copies; an exact look at their texts decides
/// (<see cref="CopyRelation.Between"/>). Adding and asking take time in proportion to a signature's size and the number of proposals.</summary>
/// <remarks>Not safe for several threads at once.</remarks>
public sealed class CopyIndex
{
    /// <summary>The part of the smaller sample that must be in the other for a cut copy to be proposed; the exact bound is 0.9.</summary>
    private const double SampledContainment = 0.5;

    private readonly Dictionary<ulong, List<int>> _bands = [];
    private readonly Dictionary<uint, List<int>> _samples = [];
    private readonly List<(string Id, CopySignature Signature)> _entries = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Number of articles in the index.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds an article; an id that is in the index already changes nothing.</summary>
    public void Add(string id, CopySignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (!_ids.Add(id) || signature.Count == 0)
        {
            return;
        }

        int number = _entries.Count;
        _entries.Add((id, signature));
        foreach (ulong band in Bands(signature))
        {
            (_bands.TryGetValue(band, out var list) ? list : _bands[band] = []).Add(number);
        }

        foreach (uint hash in signature.Sample)
        {
            (_samples.TryGetValue(hash, out var list) ? list : _samples[hash] = []).Add(number);
        }
    }

    /// <summary>Ids of the articles in the index that may be copies of the one with <paramref name="signature"/>, in the order in which they were added.</summary>
    public IReadOnlyList<string> Propose(CopySignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return [.. Candidates(signature).Order().Select(n => _entries[n].Id)];
    }

    internal HashSet<int> Candidates(CopySignature signature)
    {
        var candidates = new HashSet<int>();
        if (signature.Count == 0)
        {
            return candidates;
        }

        foreach (ulong band in Bands(signature))
        {
            if (_bands.TryGetValue(band, out var list))
            {
                candidates.UnionWith(list);
            }
        }

        var shared = new Dictionary<int, int>();
        foreach (uint hash in signature.Sample)
        {
            foreach (int number in _samples.GetValueOrDefault(hash) ?? [])
            {
                shared[number] = shared.GetValueOrDefault(number) + 1;
            }
        }

        foreach (var (number, count) in shared)
        {
            int smaller = Math.Min(signature.Sample.Length, _entries[number].Signature.Sample.Length);
            if (count >= SampledContainment * smaller)
            {
                candidates.Add(number);
            }
        }

        return candidates;
    }

    /// <summary>A key for each band: its number and its four minima.</summary>
    private static ulong[] Bands(CopySignature signature)
    {
        var keys = new ulong[CopySignature.Bands];
        for (int b = 0; b < keys.Length; b++)
        {
            var minima = signature.Minima.AsSpan(b * CopySignature.BandWidth, CopySignature.BandWidth);
            keys[b] = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(minima), b);
        }

        return keys;
    }

}
