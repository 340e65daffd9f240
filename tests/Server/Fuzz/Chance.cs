namespace Roster.Tests.Server.Fuzz;

internal static class Chance
{
    /// <summary>The randomness of one case. Mixed first: generators of neighbouring seeds begin alike.</summary>
    public static Random Of(int seed, int number)
    {
        unchecked
        {
            var mixed = ((ulong)(uint)seed << 32) | (uint)number;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return new Random((int)(mixed ^ (mixed >> 31)));
        }
    }

    public static T Of<T>(this Random random, params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public static bool OneIn(this Random random, int many) => random.Next(many) == 0;
}
