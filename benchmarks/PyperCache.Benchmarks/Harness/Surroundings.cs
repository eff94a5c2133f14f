using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Benchmarks.Harness;

/// <summary>What a figure depends on besides the code.</summary>
internal static class Surroundings
{
    public static string Describe()
    {
        string compiler = RuntimeFeature.IsDynamicCodeCompiled ? "JIT" : "NativeAOT";
        int vector = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        string collector = ServerCollector.IsUsed ? ", the collector of servers" : "";
        return $"{RuntimeInformation.FrameworkDescription} ({compiler}), {RuntimeInformation.ProcessArchitecture}, vectors of {vector} bits, {Environment.ProcessorCount} processors{collector}";
    }
}
