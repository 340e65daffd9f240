namespace Roster.Tests.Http.WhyLabs;

/// <summary>The document as it lies in the dialect's assembly.</summary>
internal static class WhyLabsOpenApi
{
    public static string Text
    {
        get
        {
            using var stream = typeof(Roster.Http.WhyLabs.WhyLabsServices).Assembly.GetManifestResourceStream("Roster.Http.WhyLabs.openapi.json")!;
            return new StreamReader(stream).ReadToEnd();
        }
    }
}
