using PyperCache.Models;

namespace AotCli.Models;

[ApiModel]
public sealed partial record NewGauge(string Name);
