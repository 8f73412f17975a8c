using System.Globalization;
using System.Text;

namespace TradeDigest.Benchmarks;

/// <summary>A quick look: articles a second, time against length, and hostile inputs. Times are the process's processor time, so that a busy machine does not blur them.</summary>
internal static class Ratios
{
    public static void Print()
    {
        var analysis = new WholeAnalysis();
        string article = SampleTexts.Article();
        int bytes = Encoding.UTF8.GetByteCount(article);
        Run(analysis, article, TimeSpan.FromSeconds(2));
        double seconds = Run(analysis, article, TimeSpan.FromSeconds(3));
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        analysis.Run(article);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Line($"article of 500 words: {1 / seconds:N0} a second, {bytes / seconds / 1e6:N2} MB a second, {allocated / 1024.0:N0} KB allocated each");

        var read = analysis.Read(article);
        var facts = analysis.Facts(read);
        Line($"  language {Time(() => analysis.Read(article)) * 1e6:N0} µs, facts {Time(() => analysis.Facts(read)) * 1e6:N0} µs, summary {Time(() => analysis.Summarize(read, facts)) * 1e6:N0} µs");

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
        }
    }

    private static double Best(WholeAnalysis analysis, string text) => Math.Min(Once(analysis, text), Once(analysis, text));

    private static double Once(WholeAnalysis analysis, string text)
    {
        double start = Now();
        analysis.Run(text);
        return Now() - start;
    }

    /// <summary>Seconds a run takes on average over the given time.</summary>
    private static double Run(WholeAnalysis analysis, string text, TimeSpan span)
    {
        double start = Now();
        int runs = 0;
        do
        {
            for (int i = 0; i < 100; i++)
            {
                analysis.Run(text);
            }

            runs += 100;
        }
        while (Now() - start < span.TotalSeconds);

        return (Now() - start) / runs;
    }

    private static double Time(Action action)
    {
        const int Runs = 200;
        double start = Now();
        for (int i = 0; i < Runs; i++)
        {
            action();
        }

        return (Now() - start) / Runs;
    }

    /// <summary>Processor time of this process, in seconds.</summary>
    private static double Now() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
