using System.Text.Json.Nodes;

namespace PyperCache.Logging;

/// <summary>One request in a request log.</summary>
/// <param name="Timestamp">When it was made.</param>
/// <param name="Uri">What was asked for.</param>
/// <param name="Status">The status of the answer.</param>
public sealed record LogRecord(DateTimeOffset Timestamp, string Uri, int Status)
{
    /// <summary>The record as the file has it, without its time: <c>uri</c> and <c>status</c>.</summary>
    /// <returns>A new object each time.</returns>
    public JsonObject Data => new() { ["uri"] = Uri, ["status"] = Status };
}
