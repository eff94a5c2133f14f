using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>Memory between two pages that cannot be touched: a read out of bounds ends the process instead of going unnoticed.</summary>
/// <remarks>On systems other than Linux it is an ordinary array between bytes that are no part of the document.</remarks>
internal sealed partial class GuardedMemory : IDisposable
{
    private const int PageSize = 4096;
    private const int NoAccess = 0;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;
    private readonly nint _pages;
    private readonly int _size;
    private readonly byte[] _array = [];

    public GuardedMemory(int capacity)
    {
        _size = (capacity + PageSize - 1) / PageSize * PageSize;
        if (!OperatingSystem.IsLinux())
        {
            _array = new byte[_size + 128];
            _array.AsSpan().Fill((byte)'"');
            return;
        }

        _pages = Map(0, (nuint)(_size + (2 * PageSize)), ReadWrite, PrivateAnonymous, -1, 0);
        if (_pages == -1 || Protect(_pages, PageSize, NoAccess) != 0 || Protect(_pages + PageSize + _size, PageSize, NoAccess) != 0)
            throw new InvalidOperationException($"The pages could not be had: error {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>The most that <see cref="Place"/> takes.</summary>
    public int Capacity => _size;

    /// <summary>Copies a document so that it ends (or starts) where the guarded page starts (or ends).</summary>
    public ReadOnlySpan<byte> Place(ReadOnlySpan<byte> json, bool atEnd)
    {
        Span<byte> all = _array.Length > 0
            ? _array.AsSpan(64, _size)
            : MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), _pages + PageSize), _size);
        Span<byte> place = atEnd ? all[(_size - json.Length)..] : all[..json.Length];
        json.CopyTo(place);
        return place;
    }

    public void Dispose()
    {
        if (_pages != 0)
            _ = Unmap(_pages, (nuint)(_size + (2 * PageSize)));
    }

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Protect(nint address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static extern int Unmap(nint address, nuint length);
}
