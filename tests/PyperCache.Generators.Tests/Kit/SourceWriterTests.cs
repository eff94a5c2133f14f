using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Tests.Kit;

public sealed class SourceWriterTests
{
    [Test]
    public void Text_of_several_lines_is_indented_line_by_line_also_where_values_stand_in_it()
    {
        SourceWriter writer = new();
        using (writer.Block($"class {"C"}"))
        {
            writer.WriteLine("int a;\r\n\r\nint b;");
            writer.Write($"int c = {1}");
            writer.WriteLine($" + {"2\n    + 3"};\n");
        }

        Assert.That(writer.Finish(), Is.EqualTo("class C\n{\n    int a;\n\n    int b;\n    int c = 1 + 2\n        + 3;\n\n}\n"));
    }

    [Test]
    public void What_is_left_out_is_not_evaluated()
    {
        int evaluated = 0;
        SourceWriter writer = new();
        writer.WriteLineIf(false, $"{++evaluated}");
        writer.WriteLineIf(true, $"{++evaluated}");
        Assert.That((writer.Finish(), evaluated), Is.EqualTo(("1\n", 1)));
    }

    [Test]
    public void Writers_of_one_thread_do_not_share_a_text()
    {
        SourceWriter first = new(), second = new();
        first.WriteLine("first");
        second.WriteLine("second");
        Assert.That(first.Finish() + second.Finish() + new SourceWriter().Finish(), Is.EqualTo("first\nsecond\n"));
    }
}
