using System.Globalization;
using PyperCache.Benchmarks.Payloads;

namespace PyperCache.Benchmarks.Cache;

/// <summary>So many keys with payloads of one size.</summary>
internal sealed class Workload
{
    private const int Variants = 16;

    private readonly byte[][] _payloads;
    private readonly Random _random = new(1);

    private Workload(string name, int keys, byte[][] payloads)
    {
        Name = name;
        Keys = [.. Enumerable.Range(0, keys).Select(i => string.Create(CultureInfo.InvariantCulture, $"GET https://api.example.com/v1/items/{i}"))];
        _payloads = payloads;
    }

    /// <summary>How tables call it.</summary>
    public string Name { get; }

    /// <summary>All keys.</summary>
    public string[] Keys { get; }

    /// <summary>A key of no order.</summary>
    public string AnyKey => Keys[_random.Next(Keys.Length)];

    /// <summary>The payload for the n-th record.</summary>
    public byte[] Payload(int n) => _payloads[n % Variants];

    /// <summary>A payload of no order.</summary>
    public byte[] AnyPayload => _payloads[_random.Next(Variants)];

    /// <summary>Payloads of so many comments of some 350 bytes. Each is another, since SQLite does not write what has not changed.</summary>
    public static Workload OfComments(string name, int keys, int comments) =>
        new(name, keys, [.. Enumerable.Range(0, Variants).Select(seed => CommentPayloads.Many(comments, seed))]);
}
