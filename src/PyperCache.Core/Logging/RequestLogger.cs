namespace PyperCache.Logging;

/// <summary>Keeps an account of requests in a file of JSON lines, which PyperCache for Python reads and writes too. Every member is thread-safe.</summary>
/// <remarks>
/// An entry costs one write, however long the log is, and is never held in memory. Several processes may write to one file. A line that was cut
/// off or damaged is passed over when the log is read.
/// </remarks>
public sealed class RequestLogger : IDisposable
{
    private const string DefaultPath = "api_logfile.log";

    private readonly Lock _gate = new();
    private readonly RequestLoggerOptions _options;
    private AppendFile? _file;
    private bool _disposed;

    /// <summary>Prepares a log. The file is created by the first entry.</summary>
    /// <param name="path">The file; null for <c>api_logfile.log</c> in the working directory.</param>
    /// <param name="options">How; null for the defaults.</param>
    public RequestLogger(string? path = null, RequestLoggerOptions? options = null)
    {
        FilePath = Path.GetFullPath(path ?? DefaultPath);
        _options = options ?? new RequestLoggerOptions();
    }

    /// <summary>The file, as a full path.</summary>
    public string FilePath { get; }

    /// <summary>Appends an entry, stamped with the time.</summary>
    /// <param name="uri">What was asked for. Secrets in it are written as they are: take them out first.</param>
    /// <param name="status">The status of the answer.</param>
    /// <exception cref="IOException">The file could not be written.</exception>
    public void Log(string uri, int status)
    {
        ArgumentNullException.ThrowIfNull(uri);
        byte[] line = LogLine.Format(new LogRecord(_options.TimeProvider.GetUtcNow(), uri, status));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Append(line);
        }
    }

    /// <summary>The entries of the last so many seconds, oldest first, from the file and those that rotation put away.</summary>
    /// <param name="seconds">How far to look back.</param>
    public IReadOnlyList<LogRecord> GetLogsFromLastSeconds(double seconds = 60)
    {
        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        return [.. ReadAll().Where(record => (now - record.Timestamp).TotalSeconds <= seconds).OrderBy(record => record.Timestamp)];
    }

    /// <summary>All entries in the order in which they were written, from the file and those that rotation put away.</summary>
    public IReadOnlyList<LogRecord> AsList() => [.. ReadAll()];

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _file?.Dispose();
            _file = null;
        }
    }

    private IEnumerable<LogRecord> ReadAll() => LogFiles.OldestFirst(FilePath).SelectMany(LogFiles.Read);

    private void Append(byte[] line)
    {
        if (_file is null || !_file.IsStillAtItsPath())
            Reopen();
        if (_options.MaxBytes is { } most && _file!.Length > 0 && _file.Length + line.Length > most)
        {
            LogFiles.Rotate(FilePath, _options.KeptFiles, most - line.Length);
            Reopen();
        }

        _file!.Append(line);
    }

    private void Reopen()
    {
        _file?.Dispose();
        _file = AppendFile.Open(FilePath);
    }
}
