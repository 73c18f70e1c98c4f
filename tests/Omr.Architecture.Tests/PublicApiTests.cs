using System.Reflection;

namespace Omr.Architecture.Tests;

public sealed class PublicApiTests
{
    public static TheoryData<string> Parts => ["Omr.Engine", "Omr.Forms", "Omr.Simulator", "Omr.Scanner", "omr"];

    [Theory]
    [MemberData(nameof(Parts))]
    public void No_pointer_and_no_native_handle_leaves_a_part(string part)
    {
        var leaks =
            from type in Assembly.Load(part).GetExportedTypes()
            where !type.IsAssignableTo(typeof(Delegate)) // whose constructor the compiler writes
            from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where Signature(member).Any(t => t.IsPointer || t == typeof(nint) || t == typeof(nuint))
            select $"{type.FullName}.{member.Name}";

        Assert.Equal([], leaks);
    }

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };
}
