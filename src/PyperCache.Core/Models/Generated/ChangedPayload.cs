using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PyperCache.Models.Generated;

/// <summary>Writes a payload with some of its values replaced.</summary>
internal static class ChangedPayload
{
    /// <summary>The payload of a model that was made by hand, before its members are written into it: nothing but the discriminator, if it has one.</summary>
    public static ReadOnlySpan<byte> Empty(IModelVariants? variants, object? model)
    {
        if (variants is null || model is null)
            return "{}"u8;
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, ModelJson.WriterOptions))
        {
            writer.WriteStartObject();
            variants.WriteTag(writer, model);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    public static void Write(Utf8JsonWriter output, ReadOnlySpan<byte> raw, List<MemberChange> changes)
    {
        if (changes.TrueForAll(static c => c.IsReplacement || c.IsFlatAddition))
            output.WriteRawValue(Splice(raw, changes), skipInputValidation: true);
        else
            Rebuild(raw, changes).WriteTo(output);
    }

    /// <summary>Puts the new values in the places of the old ones, byte for byte; new keys go to the end of the object.</summary>
    private static ReadOnlySpan<byte> Splice(ReadOnlySpan<byte> raw, List<MemberChange> changes)
    {
        ArrayBufferWriter<byte> result = new(raw.Length + 64);
        int copied = 0;
        foreach (MemberChange change in changes.Where(static c => c.IsReplacement).OrderBy(static c => c.Replaces.Start))
        {
            // Inside a value that was replaced as a whole.
            if (change.Replaces.Start < copied)
                continue;
            result.Write(raw[copied..change.Replaces.Start]);
            result.Write(change.Json.Span);
            copied = change.Replaces.End;
        }

        int end = raw.LastIndexOf((byte)'}');
        result.Write(raw[copied..end]);
        bool isEmpty = raw[..end].Trim(" \t\r\n"u8).Length == 1;
        foreach (MemberChange change in changes.Where(static c => c.IsFlatAddition && !c.Json.IsEmpty))
        {
            if (!isEmpty)
                result.Write(","u8);
            isEmpty = false;
            WriteKey(result, change.Path[0]);
            result.Write(change.Json.Span);
        }

        result.Write(raw[end..]);
        return result.WrittenSpan;
    }

    private static void WriteKey(ArrayBufferWriter<byte> result, string key)
    {
        using (Utf8JsonWriter writer = new(result, ModelJson.WriterOptions))
            writer.WriteStringValue(key);
        result.Write(":"u8);
    }

    /// <summary>The way for changes that are more than replaced values: keys that go, and paths that are new.</summary>
    private static JsonObject Rebuild(ReadOnlySpan<byte> raw, List<MemberChange> changes)
    {
        JsonObject root = (JsonObject)ModelJson.Parse(raw)!;
        foreach (MemberChange change in changes)
        {
            JsonObject parent = root;
            foreach (string key in change.Path.AsSpan(..^1))
            {
                if (parent[key] is not JsonObject child)
                    parent[key] = child = [];
                parent = child;
            }

            if (change.Json.IsEmpty)
                parent.Remove(change.Path[^1]);
            else
                parent[change.Path[^1]] = ModelJson.Parse(change.Json.Span);
        }

        return root;
    }
}
