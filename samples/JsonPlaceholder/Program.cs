using JsonPlaceholder;
using JsonPlaceholder.Client;
using JsonPlaceholder.Server;
using PyperCache.Http;
using PyperCache.Samples;

if (!Options.TryParse(args, out Options options, out string? fault))
{
    Console.Error.WriteLine($"{fault}\n\n{Options.Help}");
    return 2;
}

if (options.WantsHelp)
{
    Console.WriteLine(Options.Help);
    return 0;
}

try
{
    await using PlaceholderServer? server = options.IsLive ? null : await PlaceholderServer.StartAsync();
    await using JsonPlaceholderClient client = new(options.CachePath, options.RequestLogPath, server?.Address);
    await new Tour(Terminal.ForConsole(), client, server).RunAsync(options);
    return 0;
}
catch (NotSupportedException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (ApiWrapperException e)
{
    Console.Error.WriteLine(options.IsLive ? $"{e.Message}\nWithout --live the sample needs no internet." : e.Message);
    return 1;
}
