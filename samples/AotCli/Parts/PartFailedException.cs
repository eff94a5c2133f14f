namespace AotCli.Parts;

/// <summary>A part did not do what it should.</summary>
internal sealed class PartFailedException(string message) : Exception(message);
