namespace PyperCache.Query.Evaluation;

/// <summary>What an element must have to match.</summary>
/// <param name="Node">The path that must exist.</param>
/// <param name="Test">What its value must be equal to, or null when any will do.</param>
internal sealed record PlanCondition(PlanNode Node, ValueTest? Test);
