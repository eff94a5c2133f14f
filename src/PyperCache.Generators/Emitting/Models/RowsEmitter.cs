using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>The way from columns to many rows at once, for the models that are most likely to be rows.</summary>
internal static class RowsEmitter
{
    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        if (!CanBeReadByColumn(model))
            return;
        using (writer.Block(
            $"static bool {Names.Models}.IApiModel<{model.TypeName}>.TryReadRows(ref {Names.Json}.JsonCursor cursor, "
            + $"{Names.Runtime}.ColumnBatch columns, global::System.Collections.Generic.List<{model.TypeName}> rows)"))
        {
            for (int i = 0; i < model.Members.Count; i++)
            {
                MemberSpec member = model.Members[i];
                writer.WriteLine($"var c{i} = columns.Read<{member.Shape.TypeName}>(ref cursor, {i}, {SchemaEmitter.ShapeOf(member)}, {member.ParameterDefault});");
            }

            writer.WriteLine("var made = columns.Extend(rows);");
            writer.WriteLine("for (int i = 0; i < made.Length; i++)");
            writer.WriteLine($"    made[i] = new({string.Join(", ", model.Construction.Arguments.Select(static i => $"c{i}[i]"))});");
            writer.WriteLine("return true;");
        }

        writer.WriteLine();
    }

    /// <summary>Models that are made by one constructor call, and whose members each stand under one key. Objects that hold lists and the like are hardly rows.</summary>
    private static bool CanBeReadByColumn(ModelSpec model) =>
        model.Construction.TakesArguments
        && !model.Kind.IsAbstract
        && (model.Kind.IsValueType || model.Members.All(static m => !m.Shape.IsStructural))
        && model.Construction.Arguments.Count == model.Members.Count
        && model.Variants.Items.Count == 0
        && model.Members.All(static m => !m.HasRanks);
}
