using System.Globalization;
using NewsApi.Client;
using NewsApi.Models;
using PyperCache.Http;
using PyperCache.Logging;
using PyperCache.Samples;

namespace NewsApi;

/// <summary>Shows headlines, a search and a rule between parameters, and what was logged of them.</summary>
internal sealed class FrontPage(Terminal terminal, NewsClient client)
{
    public async Task ShowAsync(bool isLive, string about)
    {
        int before = client.RequestLogger!.AsList().Count;
        try
        {
            string[] sources = isLive ? ["bbc-news", "the-verge"] : ["harbour-post", "tide-weekly"];
            Print("Headlines", "general", await client.GetHeadlinesAsync(category: "general"));
            Print($"About \"{about}\"", string.Join(", ", sources), await client.SearchAsync(about, sources));
            await ShowRuleAsync(sources);
        }
        catch (ApiHttpException e) when (e.GetBodyAs<NewsFault>() is { } fault)
        {
            throw new ApiWrapperException($"newsapi.org refuses: {fault.Message} ({(int)e.StatusCode} {fault.Code})", e);
        }

        LogRecord[] sent = [.. client.RequestLogger.AsList().Skip(before)];
        terminal.Heading("Request log", "the key is not in it");
        foreach (LogRecord line in sent)
            terminal.Line($"  {line.Status}  {line.Uri}");
        if (sent.Length == 0)
            terminal.Line("  nothing was sent: both answers came from the cache file");
    }

    /// <summary>What the API refuses need not be sent to it.</summary>
    private async Task ShowRuleAsync(string[] sources)
    {
        terminal.Heading("Headlines of a country and of some sources");
        try
        {
            await client.GetHeadlinesAsync(country: "no", sources: sources);
        }
        catch (ArgumentException e)
        {
            terminal.Line($"  {e.Message}");
        }
    }

    private void Print(string heading, string aside, ArticleList list)
    {
        terminal.Heading(heading, aside);
        foreach (Article article in list.Articles.Take(5))
            terminal.Line($"  {article.PublishedAt.ToString("dd MMM HH:mm", CultureInfo.InvariantCulture)}  {article.Source,-16}  {article.Title}");
        if (list.Articles.Count == 0)
            terminal.Line("  nothing");
    }
}
