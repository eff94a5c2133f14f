using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>Equality by contents: lists, lazies and the like are compared by what they hold.</summary>
internal static class EqualityEmitter
{
    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        if (model.Equality.Form == EqualityForm.None)
            return;
        EqualsSelf(model, writer);
        if (model.Equality.Form == EqualityForm.Full)
            EqualsOthers(model, writer);
        Hash(model, writer);
    }

    private static void EqualsSelf(ModelSpec model, SourceWriter writer)
    {
        bool isValue = model.Kind.IsValueType;
        string parameter = isValue ? model.TypeName : model.TypeName + "?";
        string modifiers = isValue || model.Kind.IsSealed ? "public" : "public virtual";
        List<string> terms = [];
        if (!isValue)
            terms.Add("other is not null");
        string? identity = (isValue, model.Equality.Form) switch
        {
            (true, _) => null,
            (_, EqualityForm.Record) => "EqualityContract == other.EqualityContract",
            (_, EqualityForm.DerivedRecord) => "base.Equals(other)",
            _ => "GetType() == other.GetType()",
        };
        if (identity is not null)
            terms.Add(identity);
        terms.AddRange(Compared(model).Select(static m => m.Shape switch
        {
            { IsStructural: true } => $"{SchemaEmitter.ShapeOf(m)}.AreEqual({m.Own}, other.{m.Name})",
            { HasOperator: true } => $"{m.Own} == other.{m.Name}",
            _ => Same(m.Own, m.Name),
        }));
        terms.AddRange(model.Equality.OtherState.Select(static s => Same("this." + s, s)));
        writer.WriteLine("/// <summary>Whether the other model holds equal values.</summary>");
        string same = isValue ? "" : "ReferenceEquals(this, other) || (";
        writer.WriteLine($"{modifiers} bool Equals({parameter} other) =>");
        writer.Indent();
        writer.WriteLine($"{same}{(terms.Count == 0 ? "true" : string.Join("\n&& ", terms))}{(isValue ? "" : ")")};");
        writer.Unindent();
        writer.WriteLine();
    }

    private static void EqualsOthers(ModelSpec model, SourceWriter writer)
    {
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine($"public override bool Equals(object? obj) => obj is {model.TypeName} other && Equals(other);\n");
        if (model.Equality.BaseModel is { } baseModel)
            writer.WriteLine($"/// <inheritdoc/>\npublic override bool Equals({baseModel}? other) => other is {model.TypeName} same && Equals(same);\n");
        if (!model.Kind.IsValueType)
            return;
        writer.WriteLine($"/// <summary>Whether both hold equal values.</summary>\npublic static bool operator ==({model.TypeName} left, {model.TypeName} right) => left.Equals(right);\n");
        writer.WriteLine($"/// <summary>The opposite of <c>==</c>.</summary>\npublic static bool operator !=({model.TypeName} left, {model.TypeName} right) => !left.Equals(right);\n");
    }

    private static void Hash(ModelSpec model, SourceWriter writer)
    {
        writer.WriteLine("/// <inheritdoc/>");
        using (writer.Block("public override int GetHashCode()"))
        {
            writer.WriteLine("var hash = new global::System.HashCode();");
            writer.WriteLineIf(model.Equality.Form == EqualityForm.DerivedRecord, "hash.Add(base.GetHashCode());");
            foreach (MemberSpec member in Compared(model))
                writer.WriteLine(member.Shape.IsStructural ? $"hash.Add({SchemaEmitter.ShapeOf(member)}.Hash({member.Own}));" : $"hash.Add({member.Own});");
            foreach (string state in model.Equality.OtherState)
                writer.WriteLine($"hash.Add(this.{state});");
            writer.WriteLine("return hash.ToHashCode();");
        }

        writer.WriteLine();
    }

    private static string Same(string own, string name) => $"{Names.Runtime}.ModelMethods.Same({own}, other.{name})";

    /// <summary>A derived record leaves inherited members to its base.</summary>
    private static IEnumerable<MemberSpec> Compared(ModelSpec model) =>
        model.Equality.Form == EqualityForm.DerivedRecord ? model.Members.Where(static m => !m.IsInherited) : model.Members;
}
