using AotCli.Client;
using AotCli.Server;

namespace AotCli.Parts;

/// <summary>What a part may use.</summary>
/// <param name="Folder">An empty folder for files.</param>
/// <param name="Server">The server.</param>
/// <param name="Client">A client of it, whose cache is in the folder.</param>
internal sealed record PartContext(string Folder, GaugeServer Server, GaugeClient Client)
{
    /// <summary>Ends the part as failed unless a condition holds.</summary>
    public static void Require(bool condition, string what)
    {
        if (!condition)
            throw new PartFailedException($"not so: {what}");
    }
}
