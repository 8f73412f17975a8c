using System.Globalization;
using System.Text;

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

    private static double Best(WholeAnalysis analysis, string text) => Math.Min(Once(analysis, text), Once(analysis, text));

    private static double Once(WholeAnalysis analysis, string text)
    {
        double start = Now();
        analysis.Run(text);
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
