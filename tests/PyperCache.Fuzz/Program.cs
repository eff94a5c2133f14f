using System.Diagnostics;
using System.Text;
using PyperCache.Core.Tests.Json.Differential;
using PyperCache.Fuzz;

// Sets the cursor against System.Text.Json on random documents until time is up or they disagree:
//   dotnet run -c Release --project tests/PyperCache.Fuzz -- --seconds 3600 --seed 42
int seconds = Options.Number(args, "--seconds", 60);
int seed = Options.Number(args, "--seed", Environment.TickCount);
Console.WriteLine($"seed {seed}, {seconds} seconds");

using var memory = new GuardedMemory(1 << 20);
var watch = Stopwatch.StartNew();
long count = 0;
var documents = new RandomDocuments(seed);
while (watch.Elapsed.TotalSeconds < seconds)
{
    byte[] json = documents.Next();
    count++;
    if (Failure.Find(memory, json) is not { } failure)
        continue;
    byte[] smallest = Failure.Shrink(memory, json);
    Console.WriteLine($"seed {seed}, document {count}: {failure}");
    Console.WriteLine($"smallest failing document ({smallest.Length} bytes): {Failure.Find(memory, smallest)}");
    Console.WriteLine(Encoding.UTF8.GetString(smallest));
    Console.WriteLine(Convert.ToHexString(smallest));
    return 1;
}

Console.WriteLine($"{count} documents, no difference");
return 0;
