using System.Runtime.Intrinsics;

namespace PyperCache.Storage;

/// <summary>A mark of a store that is another one after every change of any record.</summary>
/// <param name="Mark">What is compared.</param>
internal readonly record struct StoreVersion(Vector256<ulong> Mark)
{
    /// <summary>The mark of a store that counts its changes.</summary>
    public static StoreVersion Of(ulong changes) => new(Vector256.CreateScalar(changes));
}
