using PyperCache.Tests.Programs;

namespace PyperCache.Samples.Tests.Programs;

/// <summary>The program is meant to be run as native code, which <c>.ci/run</c> does; here it shows that its parts are right.</summary>
public sealed class AotCliTests
{
    [Test]
    public async Task Every_part_works()
    {
        ProgramRun run = await Sample.RunAsync("AotCli");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
            Assert.That(run.Output, Does.Contain("10 of 10 parts ok under the JIT"));
        }
    }
}
