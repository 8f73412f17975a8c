using System.Globalization;
using System.Text;
using TradeDigest.Articles;

namespace TradeDigest.Benchmarks;

/// <summary>A quick look: articles a second, time against length, and hostile inputs. Times are the process's processor time, so that a busy machine does not blur them.</summary>
internal static class Ratios
{
    public static void Print()
    {
        var reading = new ReadingBenchmarks { Articles = 1 };
        reading.Build();
        double page = Time(() => reading.ReadPage(), 20);
        Line($"A page of {reading.PageBytes / 1024.0:N0} KB: {page * 1e3:N2} ms, {1 / page:N0} a second");
        Copies();
        Pages();
        var analysis = new WholeAnalysis();
        string article = SampleTexts.Article();
        int bytes = Encoding.UTF8.GetByteCount(article);
        Line($"An article of 500 words:");
        var read = analysis.Read(article);
        var facts = analysis.Facts(read);
        Part("language", () => analysis.Read(article));
        Part("facts", () => analysis.Facts(read));
        Part("summary", () => analysis.Summarize(read, facts));
        foreach (var (name, run) in LanguageParts.Of(article, read.Published))
        {
            Part("  " + name, run);
        }

        double seconds = Time(() => analysis.Run(article));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        analysis.Run(article);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Line($"  whole: {seconds * 1e6:N0} µs, {1 / seconds:N0} a second, {bytes / seconds / 1e6:N2} MB a second, {allocated / 1024.0:N0} KB allocated each");

        double before = 0;
        for (int length = 62_500; length <= 1_000_000; length *= 2)
        {
            string text = SampleTexts.Long(length);
            double time = Once(analysis, text);
            Line($"{length,9:N0} characters: {time * 1000,8:N1} ms{(before > 0 ? $", {time / before:N2} times the half" : "")}");
            before = time;
        }

        foreach (var (name, text) in SampleTexts.Hostile(10_000))
        {
            double small = Best(analysis, text);
            var (_, large) = SampleTexts.Hostile(100_000).First(h => h.Name == name);
            double tenfold = Best(analysis, large) / 10;
            string mark = small > 0.05 || tenfold > 0.05 ? "  <-- over 50 ms" : tenfold > 3 * small && tenfold > 0.001 ? "  <-- grows" : "";
            Line($"{name,-24} {small * 1000,8:N2} ms per 10 KB at 10 KB, {tenfold * 1000,8:N2} at 100 KB{mark}");
            if (mark.Length > 0)
            {
                var hostile = analysis.Read(large);
                var found = analysis.Facts(hostile);
                foreach (var (part, run) in LanguageParts.Of(large, hostile.Published)
                    .Append(("facts", () => analysis.Facts(hostile))).Append(("summary", () => analysis.Summarize(hostile, found))))
                {
                    double start = Now();
                    run();
                    Line($"    {part,-14} {(Now() - start) * 100,8:N2} ms per 10 KB at 100 KB");
                }
            }
        }
    }

    /// <summary>The search for copies among an amount of articles, and among twice as many.</summary>
    private static void Copies()
    {
        double before = 0;
        foreach (int articles in (int[])[10_000, 10_000, 20_000])
        {
            var reading = new ReadingBenchmarks { Articles = articles };
            reading.Build();
            double time = Once(() => reading.FindCopies());
            Line($"Copies among {articles:N0} articles: {time:N2} s{(articles == 20_000 ? $", {time / before:N2} times the half" : "")}");
            before = time;
        }
    }

    /// <summary>Hostile files of 0.25 to 2 MB: reading may take at most 2.5 times as long for twice the size, on average over three doublings, since one may fall into a garbage collection.</summary>
    private static void Pages()
    {
        var reader = new ArticleReader();
        var source = new ArticleSource("page", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        foreach (var (name, head, unit, tail) in SampleTexts.HostilePages)
        {
            var times = new List<double>();
            for (int size = 250_000; size <= 2_000_000; size *= 2)
            {
                byte[] page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, size / unit.Length).Prepend(head).Append(tail)));
                times.Add(Enumerable.Range(0, 3).Min(_ => Once(() => Read(page))));
            }

            double growth = Math.Pow(times[^1] / times[0], 1.0 / (times.Count - 1));
            Line($"{name,-24} {string.Join(" ", times.Select(t => (t * 1000).ToString("N0", CultureInfo.InvariantCulture))),-20} ms, {growth:N2} times for each doubling{(growth > 2.5 && times[^1] > 0.05 ? "  <-- grows" : "")}");
        }

        void Read(byte[] page)
        {
            try
            {
                reader.Read(page, source);
            }
            catch (UnreadableArticleException)
            {
                // Refusing costs too.
            }
        }
    }

    private static double Best(WholeAnalysis analysis, string text) => Math.Min(Once(analysis, text), Once(analysis, text));

    private static double Once(WholeAnalysis analysis, string text) => Once(() => analysis.Run(text));

    private static double Once(Action action)
    {
        double start = Now();
        action();
        return Now() - start;
    }

    private static void Part(string name, Action action) => Line($"  {name,-14} {Time(action) * 1e6,6:N0} µs");

    /// <summary>Seconds a run takes, warm: the best of several rounds, because the compiler improves the code while it runs.</summary>
    private static double Time(Action action, int runs = 200)
    {
        double best = double.MaxValue;
        for (int round = 0; round < 15; round++)
        {
            double start = Now();
            for (int i = 0; i < runs; i++)
            {
                action();
            }

            best = Math.Min(best, (Now() - start) / runs);
        }

        return best;
    }

    /// <summary>Processor time of this process, in seconds.</summary>
    private static double Now() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
