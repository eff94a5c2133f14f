namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>A comment of a blog, as System.Text.Json likes it best: a class with setters.</summary>
internal sealed class CommentDto
{
    public int PostId { get; set; }

    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Body { get; set; } = "";
}
