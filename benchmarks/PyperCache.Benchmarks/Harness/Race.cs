using System.Diagnostics;

namespace PyperCache.Benchmarks.Harness;

/// <summary>Measures contenders side by side: in each round each of them runs once, so that a machine that slows down slows all of them.</summary>
internal static class Race
{
    private const int WarmUps = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortSample = TimeSpan.FromMilliseconds(8);

    /// <summary>Runs all contenders and compares them with the first.</summary>
    /// <param name="contenders">The base, then the others.</param>
    /// <param name="rounds">How many samples each gets.</param>
    /// <param name="countWaits">
    /// Whether time counts in which the process did not run. Contenders that only compute are better measured without: then it does not matter
    /// what else the machine does.
    /// </param>
    /// <param name="sample">How long a sample takes; null for a time that suits what costs the same each time.</param>
    /// <param name="rest">How long nothing runs before each sample, for contenders that leave something to the background.</param>
    public static async Task<IReadOnlyList<Result>> RunAsync(
        IReadOnlyList<Contender> contenders, int rounds = 31, bool countWaits = true, TimeSpan? sample = null, TimeSpan rest = default)
    {
        int count = contenders.Count;
        int[] operations = new int[count];
        for (int i = 0; i < count * WarmUps; i++)
            operations[i % count] = await WarmUpAsync(contenders[i % count], sample ?? ShortSample);

        double[][] times = contenders.Select(_ => new double[rounds]).ToArray();
        long[] bytes = new long[count];
        for (int round = 0; round < rounds; round++)
        {
            GC.Collect();
            for (int i = 0; i < count; i++)
            {
                int c = (i + round) % count;
                await Task.Delay(rest);
                (times[c][round], bytes[c]) = await SampleAsync(contenders[c], operations[c], countWaits);
            }
        }

        return contenders.Select((contender, c) => new Result(contender.Name, Median(times[c]), Median(Quotients(times[0], times[c])), bytes[c])).ToList();
    }

    /// <summary>Runs a contender for a while; done several times, with the others in between, the JIT settles in the background.</summary>
    /// <returns>How many operations make up a sample.</returns>
    private static async Task<int> WarmUpAsync(Contender contender, TimeSpan sample)
    {
        var watch = Stopwatch.StartNew();
        int operations = 1;
        double perOperation = 0;
        while (watch.Elapsed < WarmUp)
        {
            long begun = Stopwatch.GetTimestamp();
            await contender.RunAsync(operations);
            perOperation = Stopwatch.GetElapsedTime(begun).TotalNanoseconds / operations;
            operations = (int)Math.Clamp(sample.TotalNanoseconds / perOperation, 1, 10_000_000);
        }

        return operations;
    }

    private static async Task<(double Nanoseconds, long Bytes)> SampleAsync(Contender contender, int operations, bool countWaits)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan start = Now(countWaits);
        await contender.RunAsync(operations);
        double nanoseconds = (Now(countWaits) - start).TotalNanoseconds / operations;
        return (nanoseconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / operations);
    }

    private static TimeSpan Now(bool countWaits) => countWaits ? TimeSpan.FromTicks(Stopwatch.GetTimestamp() / (Stopwatch.Frequency / TimeSpan.TicksPerSecond)) : ProcessorTime();

    private static TimeSpan ProcessorTime() => Environment.CpuUsage.TotalTime;

    private static double[] Quotients(double[] first, double[] second) => first.Zip(second, (a, b) => a / b).ToArray();

    private static double Median(double[] values)
    {
        double[] sorted = values.Order().ToArray();
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
