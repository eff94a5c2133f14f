using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>The way from columns to many rows at once, for models that are rows.</summary>
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
            HashSet<int> arguments = [.. model.Construction.Arguments];
            for (int i = 0; i < model.Members.Count; i++)
            {
                MemberSpec member = model.Members[i];
                string otherwise = arguments.Contains(i) ? ", " + member.ParameterDefault : "";
                writer.WriteLine($"var c{i} = columns.Read<{member.Shape.TypeName}>(ref cursor, {i}, {SchemaEmitter.ShapeOf(member)}{otherwise});");
            }

            writer.WriteLine("var made = columns.Extend(rows);");
            writer.WriteLine("for (int i = 0; i < made.Length; i++)");
            writer.WriteLine($"    made[i] = new({string.Join(", ", RowArguments(model))});");
            writer.WriteLine("return true;");
        }

        writer.WriteLine();
        if (!model.Construction.TakesArguments)
            RowConstructor(model, writer);
    }

    /// <summary>What the constructor gets that makes one row.</summary>
    private static IEnumerable<string> RowArguments(ModelSpec model)
    {
        const string Own = $"default({Names.Runtime}.Hydrating)";
        if (!model.Construction.TakesArguments)
            return [Own, "i", .. model.Members.Select(static (_, i) => $"c{i}")];
        IEnumerable<string> arguments = model.Construction.Arguments.Select(static i => $"c{i}[i]");
        return HydratorEmitter.Rest(model).Any()
            ? [Own, .. arguments, .. HydratorEmitter.Rest(model).Select(static i => $"c{i} is null ? default! : c{i}[i], c{i} is not null")]
            : arguments;
    }

    /// <summary>Assigns what the columns have for one row: initializers survive missing columns, also those of init-only members.</summary>
    private static void RowConstructor(ModelSpec model, SourceWriter writer)
    {
        string columns = string.Join(", ", model.Members.Select(static (m, i) => $"{m.Shape.TypeName}[]? c{i}"));
        using (HydratorEmitter.Constructor(model, $"{Names.Runtime}.Hydrating _, int row, {columns}", model.Construction.Chain, writer))
        {
            for (int i = 0; i < model.Members.Count; i++)
                writer.WriteLine($"if (c{i} is not null) {model.Members[i].Own} = c{i}[row];");
        }

        writer.WriteLine();
    }

    /// <summary>Rows whose members each stand under one key.</summary>
    private static bool CanBeReadByColumn(ModelSpec model) =>
        model.IsRow
        && !model.Kind.IsAbstract
        && model.Members.Count > 0
        && model.Variants.Items.Count == 0
        && model.Members.All(static m => !m.HasRanks);
}
