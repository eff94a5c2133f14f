using System.Runtime.Intrinsics;

namespace PyperCache.Storage.Sqlite;

/// <summary>The state of a WAL: another one after every commit, and after every page that was written back from it.</summary>
/// <param name="Version">What every commit changes.</param>
/// <param name="WrittenBack">How many frames of the WAL are in the database too.</param>
internal readonly record struct WalMark(StoreVersion Version, uint WrittenBack)
{
    // The second word of the version begins with the number of frames; the first ends with the page size, of which 1 stands for 65,536.
    private const int PageSizeShift = 48;
    private const ulong PageSizeOf64K = 1;

    /// <summary>Whether all of the WAL is in the database too, so that who reads now does not need it.</summary>
    public bool IsWrittenBack => Frames == WrittenBack;

    /// <summary>The bytes of the pages in the WAL.</summary>
    public long Bytes => Frames * PageSize;

    private uint Frames => (uint)Version.Mark.GetElement(1);

    private long PageSize => Version.Mark.GetElement(0) >> PageSizeShift is var size && size == PageSizeOf64K ? 65_536 : (long)size;
}
