using PyperCache.Json;

namespace PyperCache.Core.Tests.Json;

public class JsonEscapeTests
{
    [Test]
    public void The_letters_of_short_escapes_are_told_from_all_other_bytes()
    {
        IEnumerable<int> letters = Enumerable.Range(0, 256).Where(b => JsonEscape.IsLetter((byte)b));
        Assert.That(letters.Select(b => (char)b), Is.EquivalentTo("\"\\/bfnrt"));
    }

    [Test]
    public void Four_bytes_are_digits_when_each_of_them_is([Range(0, 3)] int place)
    {
        foreach (byte other in "0fA9"u8)
        {
            for (int b = 0; b < 256; b++)
            {
                byte[] four = [other, other, other, other];
                four[place] = (byte)b;
                Assert.That(JsonEscape.AreDigits(BitConverter.ToUInt32(four)), Is.EqualTo(char.IsAsciiHexDigit((char)b)), $"{b} among {(char)other}");
            }
        }
    }
}
