namespace PyperCache.Benchmarks.Harness;

/// <summary>One comparison that the program can run.</summary>
internal interface ICommand
{
    /// <summary>The word that starts it.</summary>
    string Name { get; }

    /// <summary>What it compares, in one line.</summary>
    string Summary { get; }

    /// <summary>Runs it and prints its tables.</summary>
    Task RunAsync(string[] args, TextWriter output);
}
