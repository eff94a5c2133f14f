using PyperCache.Logging;

namespace PyperCache.CrashChild;

/// <summary>Writes to a request log to which others write too.</summary>
internal static class RequestLogging
{
    public static int Run(string path, string name, int lines)
    {
        using var log = new RequestLogger(path);
        for (int i = 0; i < lines; i++)
            log.Log($"/{name}/{i}", 200);
        return 0;
    }
}
