namespace PyperCache.Http;

/// <summary>Which cached answers a write makes obsolete.</summary>
internal sealed class Invalidation
{
    private readonly List<string> _patterns = [];

    private Invalidation()
    {
    }

    /// <summary>Resolves the targets of a policy for one request that was made by it.</summary>
    /// <param name="targets">Path patterns and tags.</param>
    /// <param name="endpoint">The endpoint that made the request, or null.</param>
    /// <param name="path">The request's path below the origin.</param>
    /// <param name="endpoints">Where tags are looked up.</param>
    public static Invalidation Of(IReadOnlyList<string> targets, Endpoint? endpoint, string path, EndpointTable endpoints)
    {
        Invalidation invalidation = new();
        foreach (string target in targets)
        {
            if (target.StartsWith('/'))
                invalidation._patterns.Add(endpoint is null ? target : PathPattern.Fill(target, endpoint.Template, path));
            else
                invalidation._patterns.AddRange(endpoints.Endpoints.Where(e => e.Policy.Tags.Contains(target)).Select(static e => PathPattern.WithoutQuery(e.Template)));
        }

        return invalidation;
    }

    /// <summary>Whether an answer under this path, taken below the origin, is obsolete.</summary>
    public bool Covers(string path)
    {
        foreach (string pattern in _patterns)
        {
            if (PathPattern.Matches(pattern, path))
                return true;
        }

        return false;
    }
}
