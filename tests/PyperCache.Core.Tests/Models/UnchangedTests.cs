using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

/// <summary>A model that cannot have changed gives its bytes without being compared with them; all others say what has changed, however that came.</summary>
public sealed class UnchangedTests
{
    private const string NoteJson = """{ "id" : 1, "text":"\u0061", "marks":[ {"name":"m","size":1.0,"x":[]} ], "main":{"name":"n"},"pages":[1,2], "extra":{"a":1}, "any":[], "more":null }""";

    [Test]
    public void It_gives_the_very_memory_that_it_was_hydrated_from()
    {
        byte[] json = Encoding.UTF8.GetBytes(NoteJson);
        ReadOnlyMemory<byte> given = Note.FromJson((ReadOnlyMemory<byte>)json).ToJson();
        Assert.That(given.Equals(json.AsMemory()), Is.True);
    }

    [Test]
    public void A_copy_that_was_changed_says_so_and_the_original_does_not()
    {
        Note note = Note.FromJson(NoteJson);
        Note copy = note with { Text = "b" }, again = copy with { Id = 2 };
        Assert.Multiple(() =>
        {
            Assert.That(Text(copy.ToJson()), Is.EqualTo(NoteJson.Replace("\"\\u0061\"", "\"b\"", StringComparison.Ordinal)));
            Assert.That(Text(again.ToJson()), Is.EqualTo(NoteJson.Replace("\"\\u0061\"", "\"b\"", StringComparison.Ordinal).Replace(": 1", ": 2", StringComparison.Ordinal)));
            Assert.That(Text(note.ToJson()), Is.EqualTo(NoteJson));
            Assert.That(again.AsDict()["text"]!.GetValue<string>(), Is.EqualTo("b"));
        });
    }

    [Test]
    public void A_copy_that_says_the_same_gives_the_same_bytes()
    {
        Note note = Note.FromJson(NoteJson);
        Assert.That(Text((note with { }).ToJson()), Is.EqualTo(NoteJson));
        Assert.That(Text((note with { Text = "b" } with { Text = "a" }).ToJson()), Is.EqualTo(NoteJson));
        Assert.That(note with { }, Is.EqualTo(note));
    }

    [Test]
    public void A_copy_outlives_its_original_and_does_not_become_it()
    {
        Note copy = ChangedCopy();
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.That(copy.AsDict()["text"]!.GetValue<string>(), Is.EqualTo("b"));
        }

        // Nothing of the original may be on the stack of the test.
        static Note ChangedCopy() => Note.FromJson(NoteJson) with { Text = "b" };
    }

    [Test]
    public void A_list_and_all_else_that_holds_it_writes_its_bytes()
    {
        string list = $"[{NoteJson},{NoteJson}]";
        List<Note> notes = ApiModel.FromJson<List<Note>>(Encoding.UTF8.GetBytes(list));
        JsonTypeInfo<List<Note>> how = (JsonTypeInfo<List<Note>>)new JsonSerializerOptions { TypeInfoResolver = ApiModelJson.Resolver }.GetTypeInfo(typeof(List<Note>));
        Assert.That(JsonSerializer.Serialize(notes, how), Is.EqualTo(list));
        notes[1] = notes[1] with { Id = 5 };
        Assert.That(JsonSerializer.Serialize(notes, how), Is.EqualTo($"[{NoteJson},{NoteJson.Replace(": 1", ": 5", StringComparison.Ordinal)}]"));
    }

    [Test]
    public void A_model_inside_that_was_exchanged_is_written()
    {
        Chain chain = Chain.FromJson("""{"id":1,"next":{"id":2,"next":{"id":3, "x":1}}}""");
        Chain inner = chain.Next!.Next! with { Id = 4 };
        Chain changed = chain with { Next = chain.Next with { Next = inner } };
        Assert.That(Text(changed.ToJson()), Is.EqualTo("""{"id":1,"next":{"id":2,"next":{"id":4, "x":1}}}"""));
        Assert.That(Text((chain with { Next = chain.Next.Next }).ToJson()), Is.EqualTo("""{"id":1,"next":{"id":3, "x":1}}"""));
    }

    [Test]
    public void A_struct_in_a_list_is_exchanged_by_a_copy_of_the_list()
    {
        Note note = Note.FromJson("""{"id":1,"text":"a","marks":[{"name":"m","size":1}]}""");
        Mark mark = note.Marks![0] with { Size = 2 };
        Assert.That(Text(mark.ToJson()), Is.EqualTo("""{"name":"m","size":2}"""));
        Assert.That(Text((note with { Marks = [mark] }).ToJson()), Is.EqualTo("""{"id":1,"text":"a","marks":[{"name":"m","size":2}]}"""));
    }

    [Test]
    public void A_derived_record_that_cannot_change_does_as_its_base()
    {
        const string json = """{ "length":3, "text":"a","id":1 }""";
        Note note = LongNote.FromJson(json);
        Assert.That(Text(note.ToJson()), Is.EqualTo(json));
        Assert.That(Text((note with { Text = "b" }).ToJson()), Is.EqualTo("""{ "length":3, "text":"b","id":1 }"""));
    }

    [Test]
    public void A_derived_record_with_a_member_that_can_be_set_says_what_was_set()
    {
        EditedNote note = EditedNote.FromJson("""{"id":1,"text":"a","editor":"x"}""");
        note.Editor = "y";
        Note known = note;
        Assert.That(Text(known.ToJson()), Is.EqualTo("""{"id":1,"text":"a","editor":"y"}"""));
    }

    [Test]
    public void A_record_of_the_user_s_own_that_copies_a_model_says_what_it_changed()
    {
        OwnNote own = new("red", Note.FromJson("""{"id":1,"text":"a","more":1}"""));
        Assert.That(Text(own.ToJson()), Is.EqualTo("""{"id":1,"text":"a","more":1}"""));
        Assert.That(Text((own with { Id = 2 }).ToJson()), Is.EqualTo("""{"id":2,"text":"a","more":1}"""));
    }

    [TestCase("""{ "id":1,"mark":{"name":"m"} }""")]
    [TestCase("""{"text":"t","id":1.0}""")]
    public void A_class_whose_members_are_set_once_gives_its_bytes_and_so_does_a_clone(string json)
    {
        Assert.That(Text(FixedNote.FromJson(json).ToJson()), Is.EqualTo(json));
        Assert.That(Text(FixedNote.FromJson(json).Copy().ToJson()), Is.EqualTo(json));
        Assert.That(Text(PrimaryNote.FromJson(json).ToJson()), Is.EqualTo(json));
        Assert.That(Text(NoteValue.FromJson(json).ToJson()), Is.EqualTo(json));
    }

    [Test]
    public void What_is_made_by_hand_is_written()
    {
        Assert.That(Text(new FixedNote { Id = 1 }.ToJson()), Is.EqualTo("""{"id":1,"text":"none","mark":null}"""));
        Assert.That(Text(new PrimaryNote(2).ToJson()), Is.EqualTo("""{"id":2,"text":"none"}"""));
        Assert.That(Text(new Mark("m", 2).ToJson()), Is.EqualTo("""{"name":"m","size":2}"""));
        Assert.That(Text(default(NoteValue).ToJson()), Is.EqualTo("""{"id":0}"""));
    }

    [Test]
    public void What_stands_for_a_type_parameter_decides_whether_a_generic_model_can_change()
    {
        Rack<List<int>> lists = Rack<List<int>>.FromJson("""{"only":[1],"others":{"a":[]}}""");
        lists.Others!["a"].Add(2);
        lists.Only.Add(3);
        Assert.That(Text(lists.ToJson()), Is.EqualTo("""{"only":[1,3],"others":{"a":[2]}}"""));
        Rack<int> numbers = Rack<int>.FromJson("""{"only":1.0, "others":{"a":2}}""");
        Assert.That(Text(numbers.ToJson()), Is.EqualTo("""{"only":1.0, "others":{"a":2}}"""));
        Assert.That(Text((numbers with { Only = 2 }).ToJson()), Is.EqualTo("""{"only":2, "others":{"a":2}}"""));
        Rack<EditedNote> notes = Rack<EditedNote>.FromJson("""{"only":{"id":1,"text":null}}""");
        notes.Only.Editor = "y";
        Assert.That(Text(notes.ToJson()), Is.EqualTo("""{"only":{"id":1,"text":null,"editor":"y"}}"""));
    }

    [Test]
    public void A_variant_that_can_change_is_written_where_its_base_cannot()
    {
        Tube slip = Tube.FromJson("""{"paper":{"$type":"slip","title":"t", "x":1}}"""), poster = Tube.FromJson("""{"paper":{"$type":"poster","title":"t","copies":1}}""");
        ((Poster)poster.Paper).Copies = 7;
        Assert.That(Text(slip.ToJson()), Is.EqualTo("""{"paper":{"$type":"slip","title":"t", "x":1}}"""));
        Assert.That(Text(poster.ToJson()), Is.EqualTo("""{"paper":{"$type":"poster","title":"t","copies":7}}"""));
    }

    [Test]
    public void What_was_changed_in_place_is_written()
    {
        Board board = Board.FromJson("""{"drawer":{"id":1,"sheet":{"text":"t","in":{"id":2}}},"list":[1],"array":[1],"node":{},"later":[1],"map":{}}""");
        board.Drawer!.Sheet!.Stain = "red";
        board.List!.Add(2);
        board.Array![0] = 3;
        board.Node!["a"] = 4;
        board.Later!.Value.Add(5);
        board.Map!["b"] = 6;
        Assert.That(
            Text(board.ToJson()),
            Is.EqualTo("""{"drawer":{"id":1,"sheet":{"text":"t","in":{"id":2},"stain":"red"}},"list":[1,2],"array":[3],"node":{"a":4},"later":[1,5],"map":{"b":6}}"""));
    }

    [Test]
    public void Of_two_models_that_hold_each_other_the_one_that_can_change_decides()
    {
        Drawer drawer = Drawer.FromJson("""{"id":1,"sheet":{"text":"t"}}""");
        drawer.Sheet!.Stain = "red";
        Assert.That(Text(drawer.ToJson()), Is.EqualTo("""{"id":1,"sheet":{"text":"t","stain":"red"}}"""));
        Sheet sheet = Sheet.FromJson("""{"text":"t","in":{"id":1,"sheet":{"text":"u"}}}""");
        sheet.In!.Sheet!.Stain = "blue";
        Assert.That(Text(sheet.In.ToJson()), Is.EqualTo("""{"id":1,"sheet":{"text":"u","stain":"blue"}}"""));
    }

    [Test]
    public void What_code_of_the_type_made_of_the_payload_is_written()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Text(Trimmed.FromJson("""{"text":" a "}""").ToJson()), Is.EqualTo("""{"text":"a"}"""));
            Assert.That(Text(Shouted.FromJson("""{"text":"a"}""").ToJson()), Is.EqualTo("""{"text":"A"}"""));
            Assert.That(Text(Widened.FromJson("""{"text":"a","frame":"b"}""").ToJson()), Is.EqualTo("""{"text":"ab","frame":"b"}"""));
            Assert.That(Stamped.FromJson(Stamped.FromJson("""{"id":1}""") is var stamped ? stamped.ToJson() : default).Made, Is.EqualTo(stamped.Made));
        });
    }

    [Test]
    public void What_a_constructor_gives_a_member_that_is_missing_is_not_written_as_with_an_initializer()
    {
        Greeting greeting = Greeting.FromJson("""{"more":1}""");
        Assert.That(greeting.Text, Is.EqualTo("hello"));
        Assert.That(Text(greeting.ToJson()), Is.EqualTo("""{"more":1}"""));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
