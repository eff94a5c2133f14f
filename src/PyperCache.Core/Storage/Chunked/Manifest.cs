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

    /// <summary>The size at which a chunk is full.</summary>
    public long ChunkSize { get; private set; } = DefaultChunkSize;

    /// <summary>The folder of the chunks, as the file has it: relative to the manifest's own.</summary>
    public string ChunksPath { get; private set; } = ".";

    /// <summary>How many chunks there are; they are numbered from zero.</summary>
    public int ChunkCount { get; set; }

    /// <summary>The number of the chunk for each key.</summary>
    public Dictionary<string, int> Map { get; } = [];

    public static string ChunkName(int number) => number.ToString(CultureInfo.InvariantCulture) + ChunkSuffix;

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It is damaged, or no manifest.</exception>
    /// <exception cref="StorageException">It names a file outside its folder.</exception>
    public static Manifest Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            var manifest = new Manifest();
            manifest.Take(path, document.RootElement);
            return manifest;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
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

    private void Take(string path, JsonElement root)
    {
        if (root.TryGetProperty("chunk_size_in_bytes", out JsonElement size))
            ChunkSize = Math.Max(1, size.GetInt64());
        if (root.TryGetProperty("chunks_path", out JsonElement folder))
            ChunksPath = CheckedFolder(path, folder.GetString() ?? ".");
        foreach (JsonProperty entry in root.GetProperty("chunks_map").EnumerateObject())
            Map[entry.Name] = NumberOf(path, entry.Value.GetString() ?? "");
        int highest = Map.Count == 0 ? -1 : Map.Values.Max();
        int counted = root.TryGetProperty("chunks_count", out JsonElement count) ? count.GetInt32() : 0;
        ChunkCount = Math.Max(highest + 1, Math.Max(counted, 0));
    }

    private static string CheckedFolder(string path, string folder)
    {
        string home = Path.GetDirectoryName(path)!;
        string relative = Path.GetRelativePath(home, Path.GetFullPath(Path.Combine(home, folder)));
        bool leaves = Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return leaves ? throw new StorageException(StorageMessages.BadChunkName(path, folder)) { Path = path } : folder;
    }
}
