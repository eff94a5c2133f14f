using PyperCache;
using PyperCache.CrashChild;
using PyperCache.Storage;

// The other process of the storage tests: it stores until it is killed, or shares a cache with its likes.
return args switch
{
    ["store", var path, var seed] => Storing.UntilKilled(path, int.Parse(seed)),
    ["erase", var path, var seed] => Erasing.UntilKilled(path, int.Parse(seed)),
    ["put", var path, var key, var json] => Putting.Run(path, key, json),
    ["size", var path] => Sizing.Run(path),
    ["share", var path, var name, var rounds] => Sharing.Run(path, name, int.Parse(rounds)),
    ["answer", var path] => Answering.Run(path),
    ["churn", var path, var stores] => Churning.Run(path, int.Parse(stores)),
    ["open", var path] => Opening.Run(path),
    ["fill", var path] => Filling.Run(path, new CacheOptions()),
    ["fill", var path, "checkpoints"] => Filling.Run(path, Checkpoints.Every(Checkpoints.Often)),
    ["sync", var path, var durability] => Syncing.Run(path, Enum.Parse<Durability>(durability)),
    ["log", var path, var name, var lines] => RequestLogging.Run(path, name, int.Parse(lines)),
    _ => throw new ArgumentException("unknown command: " + string.Join(' ', args)),
};
