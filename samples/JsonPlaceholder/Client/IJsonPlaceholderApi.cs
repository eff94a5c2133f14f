using JsonPlaceholder.Models;
using PyperCache.Http;
using Refit;

namespace JsonPlaceholder.Client;

/// <summary>What the API offers. Its GETs are answered from the cache while they are fresh.</summary>
[CacheFor(300)]
public interface IJsonPlaceholderApi
{
    [Get("/posts/{id}")]
    Task<Post> GetPostAsync(int id, CancellationToken cancellationToken = default);

    [Get("/posts/{postId}/comments")]
    Task<IReadOnlyList<Comment>> ListCommentsAsync(int postId, CancellationToken cancellationToken = default);

    [Get("/users/{id}"), CacheFor(86_400)]
    Task<User> GetUserAsync(int id, CancellationToken cancellationToken = default);

    [Get("/todos/{id}")]
    Task<Todo> GetTodoAsync(int id, CancellationToken cancellationToken = default);

    [Post("/posts")]
    Task<CreatedPost> CreatePostAsync([Body] NewPost post, CancellationToken cancellationToken = default);
}
