using System.Text.RegularExpressions;

namespace Omr.Architecture.Tests;

public sealed partial class SourceFilesTests
{
    private const int LongestFile = 300;

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var files = Repository.Sources("src").ToList();

        Assert.True(files.Count > 50, "the scan must see the sources");
        Assert.DoesNotContain(files, file => Repository.Read(file).Split('\n').Length > LongestFile + 1);
    }

    [Fact]
    public void A_file_holds_one_public_type_and_has_its_name()
    {
        var wrong =
            from file in Repository.Sources("src")
            let types = PublicType().Matches(Repository.Read(file)).Select(m => m.Groups["name"].Value).ToList()
            where types.Count > 1 || (types.Count == 1 && types[0] != Path.GetFileNameWithoutExtension(file))
            select $"{file}: {string.Join(' ', types)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Calls_into_native_libraries_stand_in_one_folder_of_a_part()
    {
        var folders = Repository.Sources("src")
            .Where(file => NativeCall().IsMatch(Repository.Read(file)))
            .Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/'))
            .Distinct()
            .ToList();

        Assert.Contains("src/Omr.Engine/Native", folders);
        Assert.Equal(folders.Count, folders.Select(f => f.Split('/')[1]).Distinct().Count());
    }

    [Fact]
    public void Nothing_is_left_half_done()
    {
        var notes = Repository.Sources("src").Where(file => HalfDone().IsMatch(Repository.Read(file)));

        Assert.Empty(notes);
    }

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial|ref) )*(?:class|struct|interface|enum|record(?: struct| class)?|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\[(?:LibraryImport|DllImport)\(")]
    private static partial Regex NativeCall();

    [GeneratedRegex(@"\b(?:TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex HalfDone();
}
