using PyperCache.Generators.Emitting.Models;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;

namespace PyperCache.Generators.Emitting.Clients;

/// <summary>Prints the file of one client: its members, its table of endpoints, its interface.</summary>
internal static class ClientEmitter
{
    private const string Tool = "PyperCache.Generators.ApiClientGenerator";

    public static string Emit(ClientSpec client)
    {
        SourceWriter writer = new();
        writer.WriteLine(GeneratedFile.Header);
        if (client.Registrations.Count > 0)
            ModelEmitter.Aliases(writer);
        // The class is its author's: marked as generated, all of it would be missing from what tools say about hand-written code.
        client.Nesting.Write(writer, "", Bases(client), body =>
        {
            StubEmitter.Emit(client, body);
            EndpointEmitter.Emit(client, GeneratedFile.CodeAttribute(Tool), body);
        });
        if (client.Interface is { } @interface)
            EmitInterface(client, @interface, writer);
        RegistrationEmitter.Emit([.. client.Registrations], writer);
        return writer.Finish();
    }

    private static string Bases(ClientSpec client) =>
        client.Interface is { } @interface ? @interface.Name : string.Join(", ", client.Stubs.Select(static s => s.TypeName));

    /// <summary>The interface stands beside the class, inside the types around it.</summary>
    private static void EmitInterface(ClientSpec client, ClientInterfaceSpec @interface, SourceWriter writer)
    {
        writer.WriteLine();
        int around = client.Nesting.Types.Count - 1;
        for (int i = 0; i < around; i++)
        {
            writer.WriteLine($"partial {client.Nesting.Types[i].Declaration}");
            writer.WriteLine("{");
            writer.Indent();
        }

        ClientInterfaceEmitter.Emit(@interface, GeneratedFile.CodeAttribute(Tool), writer);
        for (int i = 0; i < around; i++)
        {
            writer.Unindent();
            writer.WriteLine("}");
        }
    }
}
