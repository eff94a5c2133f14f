using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PyperCache.Storage.Files;

namespace PyperCache.Storage.Chunked;

/// <summary>
/// The <c>.manifest</c> file: which chunk holds which key, as
/// <c>{"chunk_size_in_bytes", "chunks_path", "chunks_count", "chunks_map": {key: "N-chunk.pkl"}}</c>.
/// </summary>
internal sealed class Manifest
{
    /// <summary>The size at which a chunk is full, unless the file says otherwise: that of the Python original.</summary>
    public const long DefaultChunkSize = 15L << 20;

    private const string ChunkSuffix = "-chunk.pkl";

    // What an entry of the map takes at least, with a key of some length.
    private const int BytesOfAnEntry = 48;

    private bool _hasMap;

    /// <summary>The size at which a chunk is full.</summary>
    public long ChunkSize { get; private set; } = DefaultChunkSize;

    /// <summary>The folder of the chunks, as the file has it: relative to the manifest's own.</summary>
    public string ChunksPath { get; private set; } = ".";

    /// <summary>How many chunks there are; they are numbered from zero.</summary>
    public int ChunkCount { get; set; }

    /// <summary>Which chunk counts for which key.</summary>
    public ChunkMap Map { get; } = new();

    public static string ChunkName(int number) => number.ToString(CultureInfo.InvariantCulture) + ChunkSuffix;

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It is damaged, or no manifest.</exception>
    /// <exception cref="StorageException">It names a file outside its folder.</exception>
    public static Manifest Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        var manifest = new Manifest();
        manifest.Map.EnsureCapacity((int)Math.Min(file.Length / BytesOfAnEntry, Array.MaxLength / sizeof(ulong)));
        try
        {
            ManifestReader.Read(file, (string name, string? inner, ref Utf8JsonReader value) => manifest.Take(path, name, inner, ref value));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }

        return manifest._hasMap ? manifest : throw new FormatException(StorageMessages.NotAManifest);
    }

    /// <summary>Writes the file as the Python original does: indented by two.</summary>
    /// <param name="file">The file.</param>
    /// <param name="map">Keys with the numbers of their chunks.</param>
    public void Write(SnapshotWriter file, IEnumerable<KeyValuePair<string, int>> map)
    {
        Ascii(file, string.Create(CultureInfo.InvariantCulture, $"{{\n  \"chunk_size_in_bytes\": {ChunkSize},\n  \"chunks_path\": "));
        JsonString.Write(file, ChunksPath);
        Ascii(file, string.Create(CultureInfo.InvariantCulture, $",\n  \"chunks_count\": {ChunkCount},\n  \"chunks_map\": {{"));
        bool first = true;
        foreach ((string key, int chunk) in map)
        {
            file.Write(first ? "\n    "u8 : ",\n    "u8);
            first = false;
            JsonString.Write(file, key);
            Ascii(file, $": \"{ChunkName(chunk)}\"");
        }

        Ascii(file, first ? "}\n}" : "\n  }\n}");
    }

    private static void Ascii(SnapshotWriter file, string text) => file.Write(System.Text.Encoding.ASCII.GetBytes(text));

    private static int NumberOf(string path, string name)
    {
        bool isChunk = name.EndsWith(ChunkSuffix, StringComparison.Ordinal)
            & int.TryParse(name.AsSpan(0, Math.Max(0, name.Length - ChunkSuffix.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isChunk && ChunkName(number) == name
            ? number
            : throw new StorageException(StorageMessages.BadChunkName(path, name)) { Path = path };
    }

    private void Take(string path, string name, string? inner, ref Utf8JsonReader value)
    {
        switch (name)
        {
            case "chunk_size_in_bytes" when inner is null:
                ChunkSize = Math.Max(1, value.GetInt64());
                break;
            case "chunks_path" when inner is null:
                ChunksPath = CheckedFolder(path, value.GetString() ?? ".");
                break;
            case "chunks_count" when inner is null:
                ChunkCount = Math.Max(ChunkCount, value.GetInt32());
                break;
            case "chunks_map" when inner is null:
                _hasMap = value.TokenType == JsonTokenType.StartObject;
                break;
            case "chunks_map":
                int number = NumberOf(path, value.GetString() ?? "");
                Map.Add(inner, number);
                ChunkCount = Math.Max(ChunkCount, number + 1);
                break;
        }
    }

    private static string CheckedFolder(string path, string folder)
    {
        string home = Path.GetDirectoryName(path)!;
        string relative = Path.GetRelativePath(home, Path.GetFullPath(Path.Combine(home, folder)));
        bool leaves = Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return leaves ? throw new StorageException(StorageMessages.BadChunkName(path, folder)) { Path = path } : folder;
    }
}
