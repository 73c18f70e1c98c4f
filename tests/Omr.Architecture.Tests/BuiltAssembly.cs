using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Omr.Architecture.Tests;

/// <summary>What a built assembly refers to, by its own metadata: nothing of it is loaded or run.</summary>
internal static class BuiltAssembly
{
    /// <summary>Names of the assemblies that it refers to.</summary>
    public static IReadOnlyList<string> References(string name) =>
        Read(name, metadata => metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)));

    /// <summary>Full names of the types of other assemblies that it refers to.</summary>
    public static IReadOnlyList<string> Types(string name) =>
        Read(name, metadata => metadata.TypeReferences
            .Select(handle => metadata.GetTypeReference(handle))
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"));

    /// <summary>Members of other assemblies that it refers to, as <c>Namespace.Type.Member</c>.</summary>
    public static IReadOnlyList<string> Members(string name) =>
        Read(name, metadata =>
            from handle in metadata.MemberReferences
            let member = metadata.GetMemberReference(handle)
            where member.Parent.Kind == HandleKind.TypeReference
            let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
            select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");

    private static List<string> Read(string name, Func<MetadataReader, IEnumerable<string>> names)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        return [.. names(file.GetMetadataReader())];
    }
}
