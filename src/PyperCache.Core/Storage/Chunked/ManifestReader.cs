using System.Text.Json;

namespace PyperCache.Storage.Chunked;

/// <summary>Walks through a manifest part by part, since its map grows with the cache.</summary>
internal static class ManifestReader
{
    private const int FirstSize = 64 * 1024;

    /// <summary>Tells every scalar of a file, and every object at the top that begins.</summary>
    /// <param name="file">The file, from its beginning.</param>
    /// <param name="take">Called with the name at the top, the name in the object below it or null, and the reader at the value.</param>
    /// <exception cref="JsonException">It is not one JSON object.</exception>
    public static void Read(Stream file, Taking take)
    {
        byte[] buffer = new byte[FirstSize];
        int filled = 0;
        var state = default(JsonReaderState);
        var names = new Names();
        bool isLast;
        do
        {
            int read = file.Read(buffer.AsSpan(filled));
            filled += read;
            isLast = read == 0;
            var reader = new Utf8JsonReader(buffer.AsSpan(0, filled), isLast, state);
            while (reader.Read())
                names.Take(ref reader, take);
            state = reader.CurrentState;
            int consumed = (int)reader.BytesConsumed;
            Buffer.BlockCopy(buffer, consumed, buffer, 0, filled - consumed);
            filled -= consumed;
            if (filled == buffer.Length)
                Array.Resize(ref buffer, checked(2 * filled));
        }
        while (!isLast);
    }

    /// <summary>Takes a scalar, or the beginning of an object.</summary>
    internal delegate void Taking(string name, string? inner, ref Utf8JsonReader value);

    private sealed class Names
    {
        private string _name = "";
        private string? _inner;

        public void Take(ref Utf8JsonReader reader, Taking take)
        {
            if (reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                throw new JsonException(StorageMessages.NotAManifest);
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                    (_name, _inner) = (reader.GetString()!, null);
                    break;
                case JsonTokenType.PropertyName when reader.CurrentDepth == 2:
                    _inner = reader.GetString();
                    break;
                case JsonTokenType.StartObject when reader.CurrentDepth == 1:
                case JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null:
                    take(_name, _inner, ref reader);
                    break;
            }
        }
    }
}
