using System.Text;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json;

public class ColumnSetTests
{
    private static readonly KeyTable s_keys = KeyTable.Create(["a"], ["b"], ["deep", "c"]);

    [TestCase("""{"a":[1,2],"b":["x","y"],"deep":{"c":[true,false]}}""", "0=1 1=x 2=true | 0=2 1=y 2=false")]
    [TestCase("""{ "b" : [ "x" , "y" ] , "other" : {"a":[9]} , "a" : [ 1 , 2 ] }""", "0=1 1=x | 0=2 1=y")]
    [TestCase("""{"a":[[1,2],{"b":[3]}],"b":["x,y","]"]}""", "0=[1,2] 1=x,y | 0={\"b\":[3]} 1=]")]
    [TestCase("""{"a":[1,2],"a":[3]}""", "0=3")]
    [TestCase("""{"a":[],"b":[ ]}""", "")]
    [TestCase("""{}""", "")]
    public void Rows_are_read_across_the_columns_that_are_there(string json, string rows)
    {
        var columns = new ColumnSet(s_keys);
        Assert.Multiple(() =>
        {
            Assert.That(ReadRows(columns, json), Is.EqualTo(rows));
            Assert.That(columns.IsUneven, Is.False);
        });
    }

    [TestCase("""{"a":[1,2],"b":[1]}""", 1)]
    [TestCase("""{"a":[1],"b":[1,2]}""", 1)]
    [TestCase("""{"a":[1],"b":[1],"deep":{"c":[]}}""", 2)]
    [TestCase("""{"a":[],"b":[1],"deep":{"c":[1]}}""", 1)]
    public void Columns_of_unequal_lengths_are_told_by_the_first_that_differs(string json, int slot)
    {
        var columns = new ColumnSet(s_keys);
        ReadRows(columns, json);
        Assert.That(columns.UnevenSlot, Is.EqualTo(slot));
    }

    [Test]
    public void A_key_that_holds_no_array_is_told_with_its_place()
    {
        var columns = new ColumnSet(s_keys);
        var cursor = new JsonCursor("""[{"a":[1],"b": 7},8]"""u8);
        bool started = false;
        cursor.BeginArray();
        cursor.NextElement(ref started);
        Assert.That(columns.Open(ref cursor), Is.False);
        columns.Close(ref cursor);
        Assert.That(cursor.NextElement(ref started) && cursor.TryReadInt32(out int next) && next == 8, Is.True);
        Assert.Multiple(() =>
        {
            Assert.That(columns.ProblemSlot, Is.EqualTo(1));
            Assert.That(columns.ProblemPosition, Is.EqualTo(15));
        });
    }

    [Test]
    public void A_set_is_used_for_one_object_after_the_other()
    {
        var columns = new ColumnSet(s_keys);
        Assert.That(ReadRows(columns, """{"a":[1],"b":[2,3]}"""), Is.Empty.Or.EqualTo("0=1 1=2"));
        Assert.That(columns.IsUneven, Is.True);
        Assert.That(ReadRows(columns, """{"b":[4]}"""), Is.EqualTo("1=4"));
        Assert.That(columns.IsUneven || columns.HasColumn(0), Is.False);
    }

    [TestCase("""{"a":[1 2]}""")]
    [TestCase("""{"a":[1,]}""")]
    [TestCase("""{"a":[1,2""")]
    [TestCase("""{"a":[01]}""")]
    public void Malformed_columns_are_refused(string json) =>
        Assert.That(() => ReadRows(new ColumnSet(s_keys), json), Throws.InstanceOf<JsonException>());

    [TestCase(62, true)]
    [TestCase(63, false)]
    public void A_column_counts_as_a_level(int outside, bool fits)
    {
        byte[] json = Encoding.UTF8.GetBytes(new string('[', outside) + """{"a":[1]}""" + new string(']', outside));
        bool isOpened = false;
        try
        {
            var cursor = new JsonCursor(json.AsSpan());
            for (int i = 0; i < outside; i++)
                cursor.BeginArray();
            isOpened = new ColumnSet(s_keys).Open(ref cursor);
        }
        catch (JsonException fault)
        {
            Assert.That(fault.Message, Does.Contain("64"));
        }

        Assert.That(isOpened, Is.EqualTo(fits));
    }

    [TestCase("""{"a":[1,2],"b":[3 4]}""")]
    [TestCase("""{"a":[1 2],"a":[3]}""")]
    [TestCase("""{"a":7,"b":[1,,2]}""")]
    public void What_was_not_read_is_checked_in_the_end(string json)
    {
        Assert.Throws<JsonException>(() =>
        {
            var columns = new ColumnSet(s_keys);
            var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json).AsSpan());
            columns.Open(ref cursor);
            columns.Close(ref cursor);
        });
    }

    private static string ReadRows(ColumnSet columns, string json)
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json).AsSpan());
        List<string> rows = [];
        if (columns.Open(ref cursor))
        {
            while (columns.MoveNext(ref cursor))
            {
                List<string> row = [];
                var loop = new FieldLoop(s_keys);
                Assert.That(cursor.BeginObject(ref loop), Is.True);
                for (int slot; (slot = cursor.NextField(ref loop)) >= 0;)
                {
                    cursor.Peek();
                    int start = cursor.Position;
                    cursor.SkipChecked();
                    row.Add($"{slot}={Encoding.UTF8.GetString(cursor.SliceFrom(start).Span).Trim('"')}");
                }

                rows.Add(string.Join(' ', row));
            }
        }

        columns.Close(ref cursor);
        cursor.End();
        Assert.That(cursor.Depth, Is.Zero);
        return string.Join(" | ", rows);
    }
}
