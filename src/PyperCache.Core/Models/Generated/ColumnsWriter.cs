using System.Text.Json.Nodes;

namespace PyperCache.Models.Generated;

/// <summary>Makes parallel arrays of rows again.</summary>
internal static class ColumnsWriter
{
    /// <summary>The rows as columns. Cells that did not change keep their text, and so does what the rows do not know, while it fits their number.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="raw">The columns that they replace; empty when there are none.</param>
    public static JsonObject Write<TRow>(IEnumerable<TRow> rows, ReadOnlySpan<byte> raw)
        where TRow : IApiModel<TRow>
    {
        List<TRow> all = [.. rows];
        JsonObject old = raw.IsEmpty ? [] : (JsonObject)ModelJson.Parse(raw)!;
        HashSet<string> known = [.. TRow.Schema.Fields.SelectMany(static f => f.Keyed).Select(static keys => keys[0])];
        List<JsonObject> objects = [.. all.Select((row, index) => ModelJson.ToObject(row, CellsAt(old, known, index)))];
        JsonObject columns = [];
        foreach ((string key, JsonNode? value) in old)
        {
            if (value is JsonArray && known.Contains(key))
                columns[key] = Column(key, all, objects);
            else if (value is not JsonArray || value.AsArray().Count == all.Count)
                columns[key] = value?.DeepClone();
        }

        foreach (string key in NewKeys<TRow>(old, objects))
            columns[key] = Column(key, all, objects);
        return columns;
    }

    /// <summary>The payload that a row is compared with: its cells, or for a row that is new those of the last one. Empty without columns.</summary>
    private static ReadOnlyMemory<byte> CellsAt(JsonObject old, HashSet<string> known, int index)
    {
        JsonObject cells = [];
        foreach ((string key, JsonNode? value) in old)
        {
            if (known.Contains(key) && value is JsonArray { Count: > 0 } column)
                cells[key] = column[Math.Min(index, column.Count - 1)]?.DeepClone();
        }

        return cells.Count == 0 ? default : ApiModel.Bytes(cells);
    }

    private static IEnumerable<string> NewKeys<TRow>(JsonObject old, List<JsonObject> objects)
        where TRow : IApiModel<TRow> =>
        objects.Count > 0 ? objects.SelectMany(static o => o).Select(static p => p.Key).Distinct().Where(key => !old.ContainsKey(key))
        : old.Count > 0 ? []
        : TRow.Schema.Fields.Where(static f => f.Keyed.Length > 0).Select(static f => f.Keyed[0][0]);

    private static JsonArray Column<TRow>(string key, List<TRow> rows, List<JsonObject> objects)
        where TRow : IApiModel<TRow>
    {
        JsonArray column = [];
        for (int i = 0; i < rows.Count; i++)
        {
            // A row leaves out what it has by default; a column cannot.
            JsonObject cells = objects[i].ContainsKey(key) ? objects[i] : ModelJson.ToObject(rows[i], over: default);
            column.Add(cells[key]?.DeepClone());
        }

        return column;
    }
}
