using System.Diagnostics;
using System.Globalization;
using PyperCache.Benchmarks.Harness;

namespace PyperCache.Benchmarks.Cache;

/// <summary>Stores in the formats that keep a journal beside the file: is the last as cheap as the first?</summary>
internal static class JournalRun
{
    private const int Stores = 20_000;
    private const int Part = 1_000;

    private static readonly string[] s_extensions = [".json", ".pkl", ".manifest"];

    public static Task RunAsync(TextWriter output)
    {
        Workload workload = Workload.OfComments("1 KB", keys: Stores, comments: 3);
        Measure(".json", workload);
        var table = new MarkdownTable("20,000 stores of 1 KB", "stores/s", "first 1,000", "last 1,000", "close, folding in");
        foreach (string extension in s_extensions)
        {
            (TimeSpan[] parts, TimeSpan close) = Measure(extension, workload);
            double all = parts.Sum(part => part.TotalSeconds);
            table.Add(
                extension, (Stores / all).ToString("N0", CultureInfo.InvariantCulture), MarkdownTable.Time(parts[0].TotalNanoseconds),
                MarkdownTable.Time(parts[^1].TotalNanoseconds), MarkdownTable.Time(close.TotalNanoseconds));
        }

        table.Print(output);
        return Task.CompletedTask;
    }

    /// <returns>How long each thousand took, and closing the file.</returns>
    private static (TimeSpan[] Parts, TimeSpan Close) Measure(string extension, Workload workload)
    {
        string folder = Directory.CreateTempSubdirectory("pypercache-bench-").FullName;
        try
        {
            using var cache = new PyperCache.Cache(Path.Combine(folder, "cache" + extension));
            TimeSpan[] parts = [.. Enumerable.Range(0, Stores / Part).Select(part => Time(() => StorePart(cache, workload, part * Part)))];
            return (parts, Time(cache.Close));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void StorePart(PyperCache.Cache cache, Workload workload, int first)
    {
        for (int i = first; i < first + Part; i++)
            cache.Store(workload.Keys[i], workload.Payload(i));
    }

    private static TimeSpan Time(Action work)
    {
        long begun = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(begun);
    }
}
