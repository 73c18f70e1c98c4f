using System.CommandLine;

namespace Omr.Service.Cli;

/// <summary>A verb of the program, with the example that its help ends with.</summary>
internal sealed class Verb(string name, string description, string example) : Command(name, description)
{
    /// <summary>A command line that works as it stands.</summary>
    public string Example { get; } = example;
}
