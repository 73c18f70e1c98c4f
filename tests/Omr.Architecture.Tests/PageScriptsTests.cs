using System.Text.RegularExpressions;

namespace Omr.Architecture.Tests;

/// <summary>What would let text become markup or code on a page is used nowhere. docs/security.md refers to these.</summary>
public sealed class PageScriptsTests
{
    [Theory]
    // Text becomes markup.
    [InlineData(@"\b(innerHTML|insertAdjacentHTML|srcdoc|createContextualFragment)\b|outerHTML\s*=(?!=)|document\.write")]
    // Text becomes code.
    [InlineData(@"\beval\(|new Function\(|\bsetTimeout\(\s*['""`]|javascript:|\bimport\(")]
    // Other windows and sites are talked to, or the cookie is read.
    [InlineData(@"\bpostMessage\b|\bwindow\.open\b|document\.cookie|document\.domain|https?:\/\/")]
    // Names in what was received become names of objects.
    [InlineData(@"__proto__|Object\.setPrototypeOf|\.prototype\b")]
    public void Scripts_of_pages_do_without(string pattern) => Assert.Empty(Using(Scripts, pattern));

    [Theory]
    [InlineData(@"\bMarkupString\b|AddMarkupContent|Html\.Raw")]
    // A form without a method puts what was typed, a password too, into the address while its script is still coming; method="dialog"
    // outside of a dialog sends nothing.
    [InlineData(@"<form\b(?!.*\smethod=)")]
    [InlineData(@"\sstyle=|<style|<script>|\son(click|load|error|submit|change|input)=")]
    public void Pages_do_without(string pattern) => Assert.Empty(Using(Pages, pattern));

    private static string[] Scripts => Files("*.js");

    private static string[] Pages => Files("*.razor");

    private static string[] Files(string kind)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src/Omr.Service/Web"), kind, SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        return files;
    }

    private static IEnumerable<string> Using(IEnumerable<string> files, string pattern)
    {
        var asked = new Regex(pattern, RegexOptions.CultureInvariant);
        return files.Where(f => File.ReadLines(f).Any(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal) && asked.IsMatch(l)));
    }
}
