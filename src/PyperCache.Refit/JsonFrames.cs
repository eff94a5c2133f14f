using System.Buffers;
using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PyperCache.Http;

/// <summary>Reads sequences of JSON values while their stream arrives.</summary>
internal static class JsonFrames
{
    /// <summary>One value per line; empty lines are passed over.</summary>
    public static async IAsyncEnumerable<T?> ReadLinesAsync<T>(Stream stream, JsonBodySerializer serializer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ReadOnlyMemory<byte> line in FramesAsync(stream, static (ref s, isLast) => NextLine(ref s, isLast), cancellationToken).ConfigureAwait(false))
            yield return serializer.Read<T>(line);
    }

    /// <summary>The data of server-sent events.</summary>
    public static async IAsyncEnumerable<T?> ReadEventsAsync<T>(Stream stream, JsonBodySerializer serializer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SseParser<T?> parser = SseParser.Create(stream, (_, data) => serializer.Read<T>(data.ToArray()));
        await foreach (SseItem<T?> item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
            yield return item.Data;
    }

    /// <summary>The elements of one array, each as soon as it is there.</summary>
    public static async IAsyncEnumerable<T?> ReadArrayAsync<T>(Stream stream, JsonBodySerializer serializer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArraySplitter splitter = new();
        await foreach (ReadOnlyMemory<byte> element in FramesAsync(stream, splitter.Next, cancellationToken).ConfigureAwait(false))
            yield return serializer.Read<T>(element);
    }

    /// <summary>Takes the next frame off the start of what has arrived. Null: there is none yet; what was passed over is off all the same.</summary>
    private delegate ReadOnlyMemory<byte>? Splitter(ref ReadOnlySequence<byte> arrived, bool isLast);

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> FramesAsync(Stream stream, Splitter next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                ReadResult result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                ReadOnlySequence<byte> arrived = result.Buffer;
                while (next(ref arrived, result.IsCompleted) is { } frame)
                    yield return frame;
                reader.AdvanceTo(arrived.Start, arrived.End);
                if (result.IsCompleted)
                    yield break;
            }
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static ReadOnlyMemory<byte>? NextLine(ref ReadOnlySequence<byte> arrived, bool isLast)
    {
        while (!arrived.IsEmpty)
        {
            SequencePosition? end = arrived.PositionOf((byte)'\n');
            if (end is null && !isLast)
                return null;
            byte[] line = (end is { } at ? arrived.Slice(0, at) : arrived).ToArray();
            arrived = end is { } newline ? arrived.Slice(arrived.GetPosition(1, newline)) : arrived.Slice(arrived.End);
            if (!line.AsSpan().Trim(" \t\r"u8).IsEmpty)
                return line;
        }

        return null;
    }

    /// <summary>Finds the elements of an array that arrives in pieces.</summary>
    private sealed class ArraySplitter
    {
        private JsonReaderState _state;
        private bool _isOpen;
        private bool _isClosed;

        public ReadOnlyMemory<byte>? Next(ref ReadOnlySequence<byte> arrived, bool isLast)
        {
            Utf8JsonReader reader = new(arrived, isFinalBlock: false, _state);
            if (!_isOpen && !Open(ref reader, isLast))
                return null;
            JsonReaderState before = reader.CurrentState;
            long consumed = reader.BytesConsumed;
            if (_isClosed || !reader.Read())
                return Wait(ref arrived, before, consumed, isLast && !_isClosed);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                _isClosed = true;
                return Wait(ref arrived, reader.CurrentState, reader.BytesConsumed, isCut: false);
            }

            long start = reader.TokenStartIndex;

            // A number could go on in the next piece; the reader itself waits for what ends it.
            if (!reader.TrySkip())
                return Wait(ref arrived, before, consumed, isLast);
            byte[] element = arrived.Slice(start, reader.BytesConsumed - start).ToArray();
            Wait(ref arrived, reader.CurrentState, reader.BytesConsumed, isCut: false);
            return element;
        }

        private bool Open(ref Utf8JsonReader reader, bool isLast)
        {
            if (!reader.Read())
                return isLast ? throw new JsonException("The body ended before its array began.") : false;
            if (reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException($"The body is no array, so it has no elements to read one by one: it begins with {reader.TokenType}.");
            _isOpen = true;
            return true;
        }

        private ReadOnlyMemory<byte>? Wait(ref ReadOnlySequence<byte> arrived, JsonReaderState state, long consumed, bool isCut)
        {
            if (isCut)
                throw new JsonException("The body ended inside its array.");
            _state = state;
            arrived = arrived.Slice(consumed);
            return null;
        }
    }
}
