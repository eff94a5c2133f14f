namespace PyperCache.Http;

/// <summary>A file to upload in a multipart form.</summary>
/// <param name="Name">The name of the form field.</param>
/// <param name="Content">The content; it is disposed when the request has been sent, whether or not it succeeded.</param>
/// <param name="FileName">The name that the server sees.</param>
/// <param name="ContentType">The type that the server sees. Default: application/octet-stream.</param>
public sealed record ApiFile(string Name, Stream Content, string FileName, string ContentType = "application/octet-stream");
