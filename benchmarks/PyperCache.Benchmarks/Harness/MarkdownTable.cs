using System.Globalization;

namespace PyperCache.Benchmarks.Harness;

/// <summary>Prints rows as a markdown table whose columns line up.</summary>
/// <param name="headers">The heads of the columns; the first is aligned to the left, the others to the right.</param>
internal sealed class MarkdownTable(params string[] headers)
{
    private readonly List<string[]> _rows = [];

    /// <summary>A time, in the unit that suits it.</summary>
    public static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0} ns"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:0.0} µs"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:0.00} ms"),
    };

    /// <summary>A number of bytes, with thousands apart.</summary>
    public static string Bytes(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>How many times as fast.</summary>
    public static string Ratio(double ratio) => string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}x");

    /// <summary>Adds a row; one cell for each head.</summary>
    public MarkdownTable Add(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>Adds a row for each contender of a race: what was done, who did it, time, speed, bytes.</summary>
    public MarkdownTable AddRace(string work, IEnumerable<Result> results)
    {
        foreach (Result result in results)
            Add(work, result.Name, Time(result.Nanoseconds), Ratio(result.Speed), Bytes(result.Bytes));
        return this;
    }

    /// <summary>A table for <see cref="AddRace"/>.</summary>
    public static MarkdownTable ForRaces() => new("what", "who", "time", "speed", "bytes");

    /// <summary>Prints the table and an empty line.</summary>
    public void Print(TextWriter output)
    {
        int[] widths = headers.Select((head, i) => Math.Max(3, _rows.Append(headers).Max(row => row[i].Length))).ToArray();
        output.WriteLine(Line(headers, widths));
        output.WriteLine($"|{string.Join('|', widths.Select((w, i) => i == 0 ? new string('-', w + 2) : new string('-', w + 1) + ":"))}|");
        foreach (string[] row in _rows)
            output.WriteLine(Line(row, widths));
        output.WriteLine();
    }

    private static string Line(string[] cells, int[] widths) =>
        $"| {string.Join(" | ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))} |";
}
