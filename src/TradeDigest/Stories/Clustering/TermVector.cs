namespace TradeDigest.Stories;

/// <summary>Terms, by number in ascending order, and their weights.</summary>
/// <param name="Terms">Numbers of the terms, ascending.</param>
/// <param name="Weights">Their weights, in the same order.</param>
internal sealed record TermVector(int[] Terms, float[] Weights)
{
    /// <summary>The scalar product: the cosine, where both have unit length.</summary>
    public double Dot(TermVector other)
    {
        double sum = 0;
        int i = 0, j = 0;
        var (a, b) = (Terms, other.Terms);
        while (i < a.Length && j < b.Length)
        {
            int left = a[i], right = b[j];
            if (left == right)
            {
                sum += (double)Weights[i++] * other.Weights[j++];
            }
            else if (left < right)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    /// <summary>The sum of both, of which the <paramref name="keep"/> heaviest terms stay.</summary>
    public TermVector Add(TermVector other, int keep)
    {
        var terms = new List<int>(Terms.Length + other.Terms.Length);
        var weights = new List<float>(terms.Capacity);
        int i = 0, j = 0;
        while (i < Terms.Length || j < other.Terms.Length)
        {
            if (j >= other.Terms.Length || (i < Terms.Length && Terms[i] < other.Terms[j]))
            {
                terms.Add(Terms[i]);
                weights.Add(Weights[i++]);
            }
            else if (i >= Terms.Length || other.Terms[j] < Terms[i])
            {
                terms.Add(other.Terms[j]);
                weights.Add(other.Weights[j++]);
            }
            else
            {
                terms.Add(Terms[i]);
                weights.Add(Weights[i++] + other.Weights[j++]);
            }
        }

        return Heaviest([.. terms], [.. weights], keep);
    }

    /// <summary>The heaviest terms, <paramref name="keep"/> at most; of equal weights the lower number stays.</summary>
    public static TermVector Heaviest(int[] terms, float[] weights, int keep)
    {
        if (terms.Length <= keep)
        {
            return new TermVector(terms, weights);
        }

        int[] order = [.. Enumerable.Range(0, terms.Length)];
        Array.Sort(order, (x, y) => weights[x] != weights[y] ? weights[y].CompareTo(weights[x]) : terms[x].CompareTo(terms[y]));
        Array.Sort(order, 0, keep);
        return new TermVector([.. order.Take(keep).Select(x => terms[x])], [.. order.Take(keep).Select(x => weights[x])]);
    }

    /// <summary>The vector at a given length; the empty vector stays empty.</summary>
    public TermVector OfLength(double length)
    {
        double square = 0;
        foreach (float weight in Weights)
        {
            square += (double)weight * weight;
        }

        float scale = (float)(length / Math.Sqrt(square));
        return square == 0 ? this : new TermVector(Terms, Array.ConvertAll(Weights, weight => weight * scale));
    }
}
