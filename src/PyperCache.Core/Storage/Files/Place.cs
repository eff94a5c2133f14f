namespace PyperCache.Storage.Files;

/// <summary>Where a record lies.</summary>
/// <param name="File">Which of the store's files: <see cref="Journal"/>, <see cref="Spool"/>, or one of the snapshot from <see cref="FirstSnapshot"/> on.</param>
/// <param name="Offset">Where in the file it begins.</param>
/// <param name="Length">How many bytes it has there.</param>
internal readonly record struct Place(int File, long Offset, int Length) : IComparable<Place>
{
    public const int Journal = 0;
    public const int Spool = 1;
    public const int FirstSnapshot = 2;

    public bool IsInSnapshot => File >= FirstSnapshot;

    /// <summary>Orders places as they are best read: the snapshot first, each file from its beginning.</summary>
    public int CompareTo(Place other)
    {
        int bySnapshot = other.IsInSnapshot.CompareTo(IsInSnapshot);
        if (bySnapshot != 0)
            return bySnapshot;
        int byFile = File.CompareTo(other.File);
        return byFile != 0 ? byFile : Offset.CompareTo(other.Offset);
    }
}
