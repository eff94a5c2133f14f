namespace AotCli.Server;

/// <summary>What the server sends, written for this program.</summary>
internal static class Payloads
{
    public const string Gauge = """
        {"id":7,"name":"North pier","place":{"harbour":"Skerry Point"},"installedAt":"2019-05-02T08:00:00Z",
         "levels":{"time":[1767225600,1767229200,1767232800],"level_m":[1.25,1.75,2.5]},"sensor":"radar"}
        """;

    public const string Events = "event: level\ndata: 2.25\n\nevent: level\ndata: 2.5\n\n: the end\n\n";

    /// <summary>Long enough to arrive in several pieces.</summary>
    public static ReadOnlyMemory<byte> Chart { get; } = Enumerable.Range(0, 300_000).Select(static i => (byte)(i * 31)).ToArray();
}
