namespace Roster.Tests.Sdk.Surface;

/// <summary>What the packages show is what their files say: whoever changes it sees so, and says so.</summary>
public sealed class SurfaceTests
{
    [Theory]
    [InlineData("Sdk", typeof(RosterClient))]
    [InlineData("Sdk.DependencyInjection", typeof(RosterSdkServices))]
    public void The_public_surface_is_the_checked_in_one(string room, Type within)
    {
        var actual = PublicSurface.Of(within.Assembly);
        var copy = Path.Combine(AppContext.BaseDirectory, $"{room}.surface.txt");
        File.WriteAllText(copy, actual);

        actual.ShouldBe(Repository.Text($"src/{room}/surface.txt"), $"If that is meant to be: cp {copy} src/{room}/surface.txt");
    }
}
