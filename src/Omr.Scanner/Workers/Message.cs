namespace Omr.Scanner.Workers;

/// <summary>A message that was received; its payload is valid until the next one is.</summary>
internal readonly record struct Message(MessageKind Kind, ReadOnlyMemory<byte> Payload);
