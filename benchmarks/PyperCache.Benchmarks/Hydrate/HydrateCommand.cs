using System.Text.Json;
using PyperCache.Benchmarks.Harness;
using PyperCache.Benchmarks.Hydrate.ByHand;
using PyperCache.Benchmarks.Hydrate.Stj;
using PyperCache.Benchmarks.Payloads;

namespace PyperCache.Benchmarks.Hydrate;

/// <summary>Payloads to models: the source generator of System.Text.Json against ours.</summary>
internal sealed class HydrateCommand : ICommand
{
    public string Name => "hydrate";

    public string Summary => "payloads to models, against the System.Text.Json source generator";

    public async Task RunAsync(string[] args, TextWriter output)
    {
        MarkdownTable table = MarkdownTable.ForRaces();
        byte[] many = CommentPayloads.Many(500);
        table.AddRace($"500 comments, {MarkdownTable.Bytes(many.Length)} B", await Race.RunAsync(
        [
            Contender.Of("STJ", () => JsonSerializer.Deserialize(many, CamelContext.Default.ListCommentDto)),
            Contender.Of("cursor by hand", () => CommentByHand.ReadAll(many)),
        ]));
        byte[] one = CommentPayloads.One();
        table.AddRace($"1 comment, {MarkdownTable.Bytes(one.Length)} B", await Race.RunAsync(
        [
            Contender.Of("STJ", () => JsonSerializer.Deserialize(one, CamelContext.Default.CommentDto)),
            Contender.Of("cursor by hand", () => CommentByHand.ReadOne(one)),
        ]));
        table.Print(output);
    }
}
