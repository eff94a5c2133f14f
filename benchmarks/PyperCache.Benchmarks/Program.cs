#if !NATIVE
using PyperCache.Benchmarks.Bdn;
using PyperCache.Benchmarks.Cache;
using PyperCache.Benchmarks.Generator;
using PyperCache.Benchmarks.Http;
using PyperCache.Benchmarks.Query;
#endif
using PyperCache.Benchmarks.Harness;
using PyperCache.Benchmarks.Hydrate;

// Each command has a folder of its own and one line here.
ICommand[] commands =
[
    new HydrateCommand(),
#if !NATIVE
    new GeneratorCommand(),
    new QueryCommand(),
    new CacheCommand(),
    new HttpCommand(),
    new BdnCommand(),
#endif
];

ICommand? command = Array.Find(commands, c => args.Length > 0 && c.Name == args[0]);
if (command is null)
{
    Console.Error.WriteLine("usage: PyperCache.Benchmarks <command> [options]");
    foreach (ICommand known in commands)
        Console.Error.WriteLine($"  {known.Name,-12}{known.Summary}");
    return 2;
}

Console.WriteLine(Surroundings.Describe());
Console.WriteLine();
await command.RunAsync(args[1..], Console.Out);
return 0;
