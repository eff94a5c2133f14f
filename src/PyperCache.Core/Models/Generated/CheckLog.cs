using System.ComponentModel;
using System.Text;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Collects what does not fit while a payload is checked. Costs nothing until the first error.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CheckLog
{
    private const int MaxErrors = 100;
    private const int MaxSnippet = 40;
    private List<ApiModelError>? _errors;

    /// <summary>The model whose value is being checked, and the number of the field in it. Names are made of them when there is something to report.</summary>
    internal ModelSchema? Model;
    internal int Field;

    /// <summary>Whether every model keeps to its own rules. Otherwise the next model is checked as if it had Validate, which is what a call of its <c>Check</c> asks for.</summary>
    internal bool ByOwnRules;

    internal readonly bool HasErrors => _errors is not null;

    internal readonly bool IsFull => _errors?.Count >= MaxErrors;

    internal readonly IReadOnlyList<ApiModelError> Errors => _errors ?? (IReadOnlyList<ApiModelError>)Array.Empty<ApiModelError>();

    private readonly string MemberName => Model is null ? "" : $"{Model.Name}.{Model.Fields[Field].Member}";

    /// <summary>Reports the value between <paramref name="start"/> and the cursor.</summary>
    public void Report(ref JsonCursor cursor, int start, string expected)
    {
        if (IsFull)
            return;
        ReadOnlySpan<byte> text = cursor.Json[start..cursor.Position].Trim(" \t\r\n"u8);
        Add(new ApiModelError(JsonPath.Locate(cursor.Json, start), MemberName, expected, Describe(text), Snippet(text)));
    }

    /// <summary>Reports that the object which starts at <paramref name="start"/> has no value for a field.</summary>
    internal void ReportMissing(ref JsonCursor cursor, int start, ModelField field, string expected)
    {
        if (!IsFull)
            Add(new ApiModelError(field.PathIn(JsonPath.Locate(cursor.Json, start)), MemberName, expected, "missing", ""));
    }

    /// <summary>Reports a fault of the value that starts at <paramref name="start"/> which is no mismatch of kinds.</summary>
    internal void ReportFault(ref JsonCursor cursor, int start, string expected, string found)
    {
        if (!IsFull)
            Add(new ApiModelError(JsonPath.Locate(cursor.Json, start), MemberName, expected, found, ""));
    }

    /// <summary>A log without errors for a value that has a text of its own.</summary>
    internal readonly CheckLog Anew() => this with { _errors = null };

    /// <summary>Takes over errors whose paths begin below <paramref name="path"/>.</summary>
    internal void AddBelow(string path, IReadOnlyList<ApiModelError> errors)
    {
        foreach (ApiModelError error in errors)
        {
            if (!IsFull)
                Add(error with { Path = path + error.Path[1..] });
        }
    }

    private void Add(ApiModelError error) => (_errors ??= []).Add(error);

    private static string Describe(ReadOnlySpan<byte> text) => text.IsEmpty ? "nothing" : text[0] switch
    {
        (byte)'"' => "string",
        (byte)'{' => "object",
        (byte)'[' => "array",
        (byte)'t' or (byte)'f' => "bool",
        (byte)'n' => "null",
        _ => "number",
    };

    private static string Snippet(ReadOnlySpan<byte> text)
    {
        if (text.Length <= MaxSnippet)
            return Encoding.UTF8.GetString(text);
        int cut = MaxSnippet;
        while (cut > 0 && (text[cut] & 0xC0) == 0x80)
            cut--;
        return Encoding.UTF8.GetString(text[..cut]) + "…";
    }
}
