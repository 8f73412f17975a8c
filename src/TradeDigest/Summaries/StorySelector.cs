using TradeDigest.Language;

namespace TradeDigest.Summaries;

/// <summary>Chooses sentences from several accounts: those whose words most accounts share, each thing once.</summary>
internal sealed class StorySelector(SummaryWeights weights)
{
    private const double Same = 0.6;

    /// <summary>The chosen sentences: the one that most accounts support leads, the others follow by their place in their accounts.</summary>
    public List<StorySentence> Choose(IReadOnlyList<Account> accounts, SummaryLength length)
    {
        var all = new List<(int Account, SentenceCandidate Candidate)>();
        for (int a = 0; a < accounts.Count; a++)
        {
            for (int s = 0; s < accounts[a].Sentences.Count; s++)
            {
                var sentence = accounts[a].Sentences[s];
                all.Add((a, SentenceCandidate.Of(sentence.Text, new TextSpan(sentence.Start, sentence.End), s, 0, isQuoted: false)));
            }
        }

        var accountsOf = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var (account, candidate) in all)
        {
            foreach (string word in candidate.Content)
            {
                (accountsOf.TryGetValue(word, out var set) ? set : accountsOf[word] = []).Add(account);
            }
        }

        var pool = all.Where(c => c.Candidate.StandsAlone).ToList();
        pool = pool.Count > 0 ? pool : [.. all.Take(1)];
        var chosen = new List<(int Account, SentenceCandidate Candidate)>();
        int words = 0;
        foreach (var next in pool.OrderByDescending(c => Score(c.Candidate, accountsOf, accounts.Count)).ThenBy(c => c.Account).ThenBy(c => c.Candidate.Index))
        {
            if (length.Sentences <= chosen.Count || (length.Words is { } most && chosen.Count > 0 && Math.Abs(words + next.Candidate.Words - most) >= Math.Abs(most - words)))
            {
                continue;
            }

            if (!chosen.Exists(c => SentenceSelector.Overlap(c.Candidate, next.Candidate) >= weights.Repetition))
            {
                chosen.Add(next);
                words += next.Candidate.Words;
            }
        }

        return [.. chosen.OrderBy(c => c.Candidate.Index).ThenBy(c => c.Account).Select(c => new StorySentence(
            accounts[c.Account].ArticleId, accounts[c.Account].Sentences[c.Candidate.Index],
            [.. all.Where(o => o.Account != c.Account && SentenceSelector.Overlap(o.Candidate, c.Candidate) >= Same).Select(o => accounts[o.Account].ArticleId).Distinct(StringComparer.Ordinal)]))];
    }

    private static double Score(SentenceCandidate candidate, Dictionary<string, HashSet<int>> accountsOf, int accounts)
    {
        double shared = candidate.Content.Count == 0 ? 0 : candidate.Content.Sum(w => (accountsOf[w].Count - 1.0) / Math.Max(1, accounts - 1)) / Math.Sqrt(candidate.Content.Count + 4.0);
        return shared + (0.8 / Math.Sqrt(1 + candidate.Index));
    }
}
