using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Omr.Service.Access;
using Omr.Service.Tests.Hosting;

namespace Omr.Service.Tests.Api;

public class AccessTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_says_which_act_it_is_or_that_it_is_for_everybody()
    {
        await using var app = await OmrApp.StartAsync();
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, r => Assert.True(
            r.Metadata.GetMetadata<RequiredAct>() is not null || r.Metadata.GetMetadata<OwnSession>() is not null
            || r.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            r.RoutePattern.RawText));
    }

    [Fact]
    public async Task Nobody_without_a_key_and_nobody_without_the_right_gets_in()
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        using var wrong = app.Anybody();
        wrong.DefaultRequestHeaders.Authorization = new("Bearer", "omr_0123");
        using var custodian = await app.CallerAsync(Role.PemegangKunci);

        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.GetAsync("/api/v1/events", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await wrong.GetAsync("/api/v1/events", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await custodian.GetAsync("/api/v1/events", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("", "Kunci API")]
    [InlineData("en-GB, id;q=0.5", "An API key")]
    [InlineData("de, id;q=0.8, en;q=0.9", "An API key")]
    public async Task A_problem_is_told_in_the_callers_language(string wanted, string begins)
    {
        await using var app = await OmrApp.StartAsync();
        using var anybody = app.Anybody();
        anybody.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", wanted);
        var answer = await anybody.GetAsync("/api/v1/events", Stop);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"\"title\":\"{begins}", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }
}
