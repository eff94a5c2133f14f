using PyperCache.Query.Syntax;

namespace PyperCache.Query.Evaluation;

/// <summary>A parsed selector made ready to be applied. Safe to share between threads: what is added later is the same whoever adds it.</summary>
internal sealed class SelectorPlan
{
    private readonly SelectorStep[] _steps;
    private readonly ElementPlan?[] _ofElements;
    private readonly ElementPlan?[] _ofMembers;

    public SelectorPlan(SelectorSyntax syntax)
    {
        Path = Patterns(syntax.Path);
        _steps = [.. syntax.Steps];
        StepPaths = Array.ConvertAll(_steps, step => Patterns(step.Path));
        _ofElements = new ElementPlan?[_steps.Length];
        _ofMembers = new ElementPlan?[_steps.Length];
    }

    public KeyPattern[] Path { get; }

    public ReadOnlySpan<SelectorStep> Steps => _steps;

    public KeyPattern[][] StepPaths { get; }

    /// <summary>The plan for all steps from one on, applied to an array.</summary>
    public ElementPlan OfElements(int step) => _ofElements[step] ??= ElementPlan.Create(_steps.AsSpan(step), ofMembers: false);

    /// <summary>The plan for all steps from a filter on, applied to an object.</summary>
    public ElementPlan OfMembers(int step) => _ofMembers[step] ??= ElementPlan.Create(_steps.AsSpan(step), ofMembers: true);

    private static KeyPattern[] Patterns(SelectorPath? path) => path is null ? [] : path.Keys.Select(key => new KeyPattern(key.Text)).ToArray();
}
