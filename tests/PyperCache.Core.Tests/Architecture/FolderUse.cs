namespace PyperCache.Core.Tests.Architecture;

/// <summary>A place where one folder uses a type of another.</summary>
/// <param name="From">The folder that uses.</param>
/// <param name="To">The folder that is used.</param>
/// <param name="Where">File, line and name.</param>
internal sealed record FolderUse(string From, string To, string Where);
