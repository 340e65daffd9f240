namespace Roster.Core.Access;

/// <summary>What a request says about a subject, an action, a resource or its context: values by path. Where it comes from is the door's.</summary>
public abstract class Properties
{
    /// <summary>
    /// The value at a path, which is a member's name, or several with dots between them where objects are nested.
    /// </summary>
    /// <param name="value"><see cref="Scalar.Nothing"/> for what is there but cannot be compared.</param>
    /// <returns>False where nothing is there; null counts as nothing.</returns>
    public abstract bool TryFind(string path, out Scalar value);

    public static Properties Of(IReadOnlyDictionary<string, Scalar> values) => new Listed(values);

    private sealed class Listed(IReadOnlyDictionary<string, Scalar> values) : Properties
    {
        public override bool TryFind(string path, out Scalar value) => values.TryGetValue(path, out value);
    }
}
