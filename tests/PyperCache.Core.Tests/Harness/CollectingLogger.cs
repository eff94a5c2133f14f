using Microsoft.Extensions.Logging;

namespace PyperCache.Core.Tests;

/// <summary>Remembers what was reported.</summary>
internal sealed class CollectingLogger : ILogger
{
    public List<(string? Event, string Text)> Entries { get; } = [];

    public IEnumerable<string?> Events => Entries.Select(entry => entry.Event);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Entries)
            Entries.Add((eventId.Name, formatter(state, exception)));
    }
}
