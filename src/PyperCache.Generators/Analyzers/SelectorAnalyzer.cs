using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using PyperCache.Generators.Diagnostics;
using PyperCache.Query.Syntax;

namespace PyperCache.Generators.Analyzers;

/// <summary>Reads every selector that is written as a literal, with the parser that reads it at run time.</summary>
/// <remarks>A selector is what is passed to a parameter marked <c>[StringSyntax("PyperSelector")]</c>, of our methods and of anybody's.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SelectorAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the selector that was probably meant.</summary>
    public const string Replacement = nameof(Replacement);

    /// <summary>The property that is there when the replacement gives a list of which only the first was meant.</summary>
    public const string WantsFirst = nameof(WantsFirst);

    private const string Syntax = "PyperSelector";
    private const string SyntaxAttribute = "System.Diagnostics.CodeAnalysis.StringSyntaxAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [SelectorDiagnostics.NotASelector, SelectorDiagnostics.AliasIsLiteralKey, SelectorDiagnostics.IntegerIsNoIndex];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Argument);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Parameter is not { } parameter || !IsSelector(parameter))
            return;
        bool isAlias = parameter.ContainingType.ToDisplayString() == Names.AliasAttribute;
        foreach (IOperation value in Values(argument.Value))
        {
            if (value.ConstantValue is { HasValue: true, Value: string text })
                Check(context, value, text, isAlias);
        }
    }

    private static bool IsSelector(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            // The name is asked first: of other attributes the arguments may be arrays, which have no single value.
            if (attribute.AttributeClass?.ToDisplayString() == SyntaxAttribute && attribute.ConstructorArguments is [{ Value: Syntax }, ..])
                return true;
        }

        return false;
    }

    private static IEnumerable<IOperation> Values(IOperation value) => value switch
    {
        IConversionOperation { IsImplicit: true } conversion => Values(conversion.Operand),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation collection => collection.Elements,
        _ => [value],
    };

    private static void Check(OperationAnalysisContext context, IOperation value, string text, bool isAlias)
    {
        SelectorParseResult result = SelectorParser.Parse(text);
        if (result.Error is not { } error)
            CheckIntegers(context, value, result.Syntax!);
        else if (!isAlias)
            Report(context, value, SelectorDiagnostics.NotASelector, text, error);
        else if (text.IndexOfAny(['?', '*', '=']) >= 0)
            Report(context, value, SelectorDiagnostics.AliasIsLiteralKey, text, error);
    }

    private static void Report(OperationAnalysisContext context, IOperation value, DiagnosticDescriptor descriptor, string text, SelectorSyntaxError error)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (SelectorRepair.Repair(text, out bool wantsFirst) is { } repaired)
            properties = properties.Add(Replacement, repaired);
        if (wantsFirst)
            properties = properties.Add(WantsFirst, "");
        Location location = LiteralMap.Locate(value.Syntax, text, new TextSpan(error.Position, error.Length));
        context.ReportDiagnostic(Diagnostic.Create(descriptor, location, properties, text, SelectorErrors.Sentence(text, error)));
    }

    private static void CheckIntegers(OperationAnalysisContext context, IOperation value, SelectorSyntax selector)
    {
        string text = (string)value.ConstantValue.Value!;
        foreach (SelectorKey key in Paths(selector).SelectMany(path => path.Keys).Where(key => key.Form == SelectorKeyForm.Integer))
        {
            string quoted = text.Insert(key.Position + key.Length, "\"").Insert(key.Position, "\"");
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(Replacement, quoted);
            Location location = LiteralMap.Locate(value.Syntax, text, new TextSpan(key.Position, key.Length));
            context.ReportDiagnostic(Diagnostic.Create(SelectorDiagnostics.IntegerIsNoIndex, location, properties, key.Text));
        }
    }

    private static IEnumerable<SelectorPath> Paths(SelectorSyntax selector)
    {
        if (selector.Path is not null)
            yield return selector.Path;
        foreach (SelectorStep step in selector.Steps)
        {
            yield return step.Path;
            if (step is FilterStep { Tail: { } tail })
                yield return tail;
        }
    }
}
