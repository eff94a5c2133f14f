namespace PyperCache.Models;

/// <summary>How a raw key is made from a member name.</summary>
public enum KeyNaming
{
    /// <summary>The default: what the assembly says, else <see cref="CamelCase"/>.</summary>
    Unspecified,

    /// <summary><c>UserId</c> is read from <c>userId</c>.</summary>
    CamelCase,

    /// <summary><c>UserId</c> is read from <c>user_id</c>.</summary>
    SnakeCaseLower,

    /// <summary><c>UserId</c> is read from <c>USER_ID</c>.</summary>
    SnakeCaseUpper,

    /// <summary><c>UserId</c> is read from <c>user-id</c>.</summary>
    KebabCaseLower,

    /// <summary><c>UserId</c> is read from <c>USER-ID</c>.</summary>
    KebabCaseUpper,

    /// <summary>The member name as it stands.</summary>
    Exact,
}
