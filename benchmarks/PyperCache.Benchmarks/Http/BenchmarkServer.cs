using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PyperCache.Benchmarks.Payloads;

namespace PyperCache.Benchmarks.Http;

/// <summary>Kestrel on loopback in a process of its own, so that its work and its allocations are not counted as the client's.</summary>
internal sealed class BenchmarkServer : IDisposable
{
    /// <summary>The argument that makes the program the server.</summary>
    public const string Argument = "--serve";

    private readonly Process _process;

    private BenchmarkServer(Process process, string url)
    {
        _process = process;
        Url = url;
    }

    public string Url { get; }

    /// <summary>Starts the server process and waits until it listens.</summary>
    public static async Task<BenchmarkServer> StartAsync()
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["http", Argument]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        Process process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http://", StringComparison.Ordinal))
                return new BenchmarkServer(process, line);
        }

        throw new InvalidOperationException("The server process ended before it listened.");
    }

    /// <summary>Serves until the standard input ends.</summary>
    public static async Task ServeAsync(TextWriter output)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(static k => k.Listen(System.Net.IPAddress.Loopback, 0));
        await using WebApplication app = builder.Build();
        byte[] small = CommentPayloads.Many(6);
        byte[] large = CommentPayloads.Many(290);
        app.Run(context =>
        {
            byte[] body = context.Request.Path == "/small" ? small : large;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.StartAsync();
        await output.WriteLineAsync(app.Urls.Single());
        await output.FlushAsync();
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
