#!/usr/bin/env bash
# Declares what the packages offer as it is now. Look at the difference before you commit it: lines that go away break somebody's build.
set -euo pipefail
cd "$(dirname "$0")"
for project in PyperCache.Core PyperCache.Refit PyperCache.Extensions.DependencyInjection; do
    list=$project/PublicAPI.Unshipped.txt
    echo '#nullable enable' >"$list"
    dotnet format analyzers "$project/$project.csproj" --diagnostics RS0016 --severity info
    { echo '#nullable enable'; grep -v '^#' "$list" | LC_ALL=C sort; } >"$list.sorted"
    mv "$list.sorted" "$list"
done
