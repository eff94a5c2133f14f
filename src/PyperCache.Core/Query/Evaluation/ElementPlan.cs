using PyperCache.Query.Syntax;

namespace PyperCache.Query.Evaluation;

/// <summary>All that a chain of steps asks of one element of an array (or member of an object), decided in one pass over the element.</summary>
/// <remarks>
/// Every step maps an element to itself, to a value inside it, or to nothing. So a chain of them comes to some conditions on paths from the
/// element, and one path to the value that is taken. Immutable.
/// </remarks>
internal sealed class ElementPlan
{
    private readonly List<string> _taken = [];

    private ElementPlan(bool ofMembers) => OfMembers = ofMembers;

    /// <summary>Whether the members of an object are tested, rather than the elements of an array.</summary>
    public bool OfMembers { get; }

    /// <summary>Whether the matches are pairs of a key and a value.</summary>
    public bool YieldsPairs => OfMembers && _taken.Count == 0;

    /// <summary>Whether no element can match, whatever it is: pairs are no objects, so that nothing but a pluck applies to them.</summary>
    public bool MatchesNothing { get; private set; }

    public PlanNode Root { get; } = PlanNode.CreateRoot();

    public PlanCondition[] Conditions { get; private set; } = [];

    /// <summary>The value taken from each match, or null for the element itself.</summary>
    public PlanNode? Output { get; private set; }

    public int SlotCount { get; private set; }

    /// <summary>Plans the steps from one on.</summary>
    /// <param name="steps">The steps; on the members of an object, the first is a filter.</param>
    /// <param name="ofMembers">Whether they are applied to an object.</param>
    public static ElementPlan Create(ReadOnlySpan<SelectorStep> steps, bool ofMembers)
    {
        var plan = new ElementPlan(ofMembers);
        var conditions = new List<PlanCondition>();
        for (int i = 0; i < steps.Length; i++)
        {
            if (i > 0 && plan.YieldsPairs && steps[i] is not PluckStep)
                plan.MatchesNothing = true;
            plan.Add(steps[i], conditions);
        }

        plan.Conditions = [.. conditions];
        if (plan._taken.Count > 0)
            plan.Output = plan.Root.Add([.. plan._taken]);
        plan.SlotCount = plan.Root.Seal(0);
        return plan;
    }

    private void Add(SelectorStep step, List<PlanCondition> conditions)
    {
        string[] path = step.Path.ToTexts();
        switch (step)
        {
            case PluckStep:
                _taken.AddRange(path);
                break;
            case FilterStep filter:
                conditions.Add(new PlanCondition(Root.Add([.. _taken, .. path]), new ValueTest(filter.Value)));
                _taken.AddRange(filter.Tail?.ToTexts() ?? []);
                break;
            default:
                conditions.Add(new PlanCondition(Root.Add([.. _taken, .. path]), null));
                break;
        }
    }
}
