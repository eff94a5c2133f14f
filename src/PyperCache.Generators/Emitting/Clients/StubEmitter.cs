using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;

namespace PyperCache.Generators.Emitting.Clients;

/// <summary>Prints the members that hand over to Refit's stubs.</summary>
internal static class StubEmitter
{
    public static void Emit(ClientSpec client, SourceWriter writer)
    {
        for (int i = 0; i < client.Stubs.Count; i++)
        {
            StubSpec stub = client.Stubs[i];
            writer.WriteLine($"private readonly global::PyperCache.Http.ApiStub<{stub.TypeName}> pyperStub{i} = new({CSharp.Literal(stub.Origin)});");
            writer.WriteLine($"private {stub.TypeName} PyperApi{i} => pyperStub{i}.Get(this, static (client, settings) => (({client.TypeName})client).ConfigureRefit(settings));");
            writer.WriteLine();
            foreach (StubMemberSpec member in stub.Members)
                EmitMember(member, member.Owner == stub.TypeName ? $"PyperApi{i}" : $"(({member.Owner})PyperApi{i})", writer);
        }

        writer.WriteLine("/// <summary>Changes Refit's settings, once for each interface, before its first request.</summary>");
        writer.WriteLine("partial void ConfigureRefit(global::Refit.RefitSettings settings);");
        writer.WriteLine();
    }

    private static void EmitMember(StubMemberSpec member, string target, SourceWriter writer)
    {
        writer.WriteLine("/// <inheritdoc/>");
        if (member.Call is { } call)
        {
            writer.WriteLine($"{member.Head}{member.Constraints} => {target}.{call};");
        }
        else
        {
            using (writer.Block(member.Head))
            {
                writer.WriteLineIf(member.CanRead, $"get => {target}.{member.Property};");
                writer.WriteLineIf(member.CanWrite, $"set => {target}.{member.Property} = value;");
            }
        }

        writer.WriteLine();
    }
}
