using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>Equality by contents: lists, lazies and the like are compared by what they hold. The runtime compares and hashes what is no record.</summary>
internal static class EqualityEmitter
{
    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        switch (model.Equality.Form)
        {
            case EqualityForm.Record or EqualityForm.DerivedRecord:
                EqualsSelf(model, writer);
                Hash(model, writer);
                break;
            case EqualityForm.Full when model.Kind.IsValueType:
                OfValue(model, writer);
                HashOfWhole(writer);
                break;
            case EqualityForm.Full:
                writer.WriteLine($"/// <inheritdoc/>\npublic override bool Equals(object? obj) => PyperShapes.Schema.AreEqual(this, obj);\n");
                HashOfWhole(writer);
                break;
        }
    }

    private static void OfValue(ModelSpec model, SourceWriter writer)
    {
        writer.WriteLine($"/// <inheritdoc/>\npublic bool Equals({model.TypeName} other) => PyperShapes.Schema.HaveEqualMembers(this, other);\n");
        writer.WriteLine($"/// <inheritdoc/>\npublic override bool Equals(object? obj) => obj is {model.TypeName} other && Equals(other);\n");
        writer.WriteLine($"/// <summary>Whether both hold equal values.</summary>\npublic static bool operator ==({model.TypeName} left, {model.TypeName} right) => left.Equals(right);\n");
        writer.WriteLine($"/// <summary>The opposite of <c>==</c>.</summary>\npublic static bool operator !=({model.TypeName} left, {model.TypeName} right) => !left.Equals(right);\n");
    }

    private static void HashOfWhole(SourceWriter writer) =>
        writer.WriteLine($"/// <inheritdoc/>\npublic override int GetHashCode() => PyperShapes.Schema.HashMembers(this);\n");

    /// <summary>A record is compared level by level, as the compiler does it.</summary>
    private static void EqualsSelf(ModelSpec model, SourceWriter writer)
    {
        bool isValue = model.Kind.IsValueType;
        string parameter = isValue ? model.TypeName : model.TypeName + "?";
        string modifiers = isValue || model.Kind.IsSealed ? "public" : "public virtual";
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine($"{modifiers} bool Equals({parameter} other) =>");
        writer.Indent();
        writer.Write(isValue ? "" : "ReferenceEquals(this, other) || (other is not null");
        if (Identity(model) is { } identity)
            writer.Write($"\n&& {identity}");
        string and = isValue ? "" : "\n&& ";
        foreach (MemberSpec member in Compared(model))
        {
            writer.Write(and);
            Compare(member, writer);
            and = "\n&& ";
        }

        foreach (string state in model.Equality.OtherState)
        {
            writer.Write($"{and}{Names.Runtime}.Values.Same(this.{state}, other.{state})");
            and = "\n&& ";
        }

        writer.WriteLine(!isValue ? ");" : and.Length > 0 ? ";" : "true;");
        writer.Unindent();
        writer.WriteLine();
    }

    /// <summary>How two objects are known to be of one type; null for values.</summary>
    private static string? Identity(ModelSpec model) => (model.Kind.IsValueType, model.Equality.Form) switch
    {
        (true, _) => null,
        (_, EqualityForm.DerivedRecord) => "base.Equals(other)",
        _ => "EqualityContract == other.EqualityContract",
    };

    private static void Compare(MemberSpec member, SourceWriter writer)
    {
        if (member.Shape.IsStructural)
            writer.Write($"{SchemaEmitter.ShapeOf(member)}.AreEqual({member.Own}, other.{member.Name})");
        else if (member.Shape.HasOperator)
            writer.Write($"{member.Own} == other.{member.Name}");
        else
            writer.Write($"{Names.Runtime}.Values.Same({member.Own}, other.{member.Name})");
    }

    private static void Hash(ModelSpec model, SourceWriter writer)
    {
        writer.WriteLine("/// <inheritdoc/>");
        using (writer.Block("public override int GetHashCode()"))
        {
            writer.WriteLine("var hash = new global::System.HashCode();");
            writer.WriteLineIf(model.Equality.Form == EqualityForm.DerivedRecord, "hash.Add(base.GetHashCode());");
            foreach (MemberSpec member in Compared(model))
            {
                if (member.Shape.IsStructural)
                    writer.WriteLine($"hash.Add({SchemaEmitter.ShapeOf(member)}.Hash({member.Own}));");
                else
                    writer.WriteLine($"hash.Add({member.Own});");
            }

            foreach (string state in model.Equality.OtherState)
                writer.WriteLine($"hash.Add(this.{state});");
            writer.WriteLine("return hash.ToHashCode();");
        }

        writer.WriteLine();
    }

    /// <summary>A derived record leaves inherited members to its base.</summary>
    private static IEnumerable<MemberSpec> Compared(ModelSpec model) =>
        model.Equality.Form == EqualityForm.DerivedRecord ? model.Members.Where(static m => !m.IsInherited) : model.Members;
}
