namespace PyperCache.Generators.Model.Models;

/// <summary>How values of a type stand in JSON.</summary>
/// <param name="TypeName">The type, with its nullable annotation.</param>
/// <param name="Expression">The expression that makes the shape at run time.</param>
/// <param name="Call">By what name the cursor reads and the writer takes such a value: <c>cursor.ReadInt32</c>, <c>writer.Int32</c>; null when it takes the shape.</param>
/// <param name="IsStructural">Whether equality of two values must be asked of the shape: the type itself compares references.</param>
/// <param name="IsShared">Whether <paramref name="Expression"/> names an object that is there already, so that it needs no field of its own.</param>
/// <param name="HasOperator">Whether <c>==</c> says the same as <c>Equals</c>.</param>
/// <param name="CanBeImmutable">Whether there may be no way to change such a value; of models inside it, and of what stands for a type parameter, only the run time knows.</param>
internal sealed record ShapeSpec(
    string TypeName, string Expression, string? Call = null, bool IsStructural = false, bool IsShared = false, bool HasOperator = false,
    bool CanBeImmutable = false);
