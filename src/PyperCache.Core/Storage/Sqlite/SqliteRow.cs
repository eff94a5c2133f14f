namespace PyperCache.Storage.Sqlite;

/// <summary>A row under the cursor of a statement; disposing it lets the statement be used again.</summary>
internal readonly ref struct SqliteRow(SqliteSession session, SqliteStatement statement, bool isThere)
{
    private const int Data = 0;
    private const int Timestamp = 1;
    private const int Expiry = 2;
    private const int Cast = 3;

    public bool IsThere => isThere;

    public ReadOnlySpan<byte> Payload => statement.Blob(Data);

    public RecordTimes Times => new(UnixTime.FromSeconds(statement.Double(Timestamp)), ReadExpiry());

    public StoredRecord ToRecord()
    {
        ReadOnlySpan<byte> payload = Payload;
        byte[] copy = GC.AllocateUninitializedArray<byte>(payload.Length);
        payload.CopyTo(copy);
        return new StoredRecord(copy, UnixTime.FromSeconds(statement.Double(Timestamp)), ReadExpiry(), statement.Text(Cast));
    }

    public string? WhyUnreadable() => PayloadCheck.WhyUnreadable(Payload);

    public void Dispose()
    {
        if (isThere)
            session.Release(statement);
    }

    private TimeSpan ReadExpiry() =>
        statement.IsNumber(Expiry) ? UnixTime.FromExpirySeconds(statement.Double(Expiry)) : Timeout.InfiniteTimeSpan;
}
