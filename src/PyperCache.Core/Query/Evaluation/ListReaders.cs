using System.Diagnostics.CodeAnalysis;
using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Readers of lists of the scalars that payloads are made of. Lists of models are registered with their models.</summary>
internal static class ListReaders
{
    private static readonly Dictionary<Type, object> s_all = Collect();

    public static PayloadReader<T>? Find<T>() => s_all.TryGetValue(typeof(T), out object? reader) ? (PayloadReader<T>)reader : null;

    private static Dictionary<Type, object> Collect()
    {
        var all = new Dictionary<Type, object>();
        Add(all, ScalarReaders.String);
        Add(all, ScalarReaders.Boolean);
        Add(all, ScalarReaders.Int32);
        Add(all, ScalarReaders.Int64);
        Add(all, ScalarReaders.Double);
        Add(all, ScalarReaders.Decimal);
        Add(all, ScalarReaders.Guid);
        Add(all, ScalarReaders.DateTime);
        Add(all, ScalarReaders.DateTimeOffset);
        Add(all, ScalarReaders.DateOnly);
        Add(all, ScalarReaders.JsonElement);
        return all;
    }

    private static void Add<T>(Dictionary<Type, object> all, PayloadReader<T> reader)
    {
        all.Add(typeof(List<T>), new ListReader<T, List<T>>(reader));
        all.Add(typeof(IList<T>), new ListReader<T, IList<T>>(reader));
        all.Add(typeof(IReadOnlyList<T>), new ListReader<T, IReadOnlyList<T>>(reader));
        all.Add(typeof(IEnumerable<T>), new ListReader<T, IEnumerable<T>>(reader));
        all.Add(typeof(T[]), new ArrayReader<T>(reader));
    }

    private static List<T>? ReadAll<T>(ref JsonCursor cursor, PayloadReader<T> reader)
    {
        if (!cursor.BeginArray())
        {
            cursor.Skip();
            return null;
        }

        var list = new List<T>();
        bool fits = true;
        bool started = false;
        while (cursor.NextElement(ref started))
        {
            if (reader.TryRead(ref cursor, out T? value))
                list.Add(value);
            else
                fits = false;
        }

        return fits ? list : null;
    }

    private sealed class ListReader<T, TList>(PayloadReader<T> reader) : PayloadReader<TList>
        where TList : class, IEnumerable<T>
    {
        public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out TList value)
        {
            value = ReadAll(ref cursor, reader) as TList;
            return value is not null;
        }
    }

    private sealed class ArrayReader<T>(PayloadReader<T> reader) : PayloadReader<T[]>
    {
        public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T[] value)
        {
            value = ReadAll(ref cursor, reader)?.ToArray();
            return value is not null;
        }
    }
}
