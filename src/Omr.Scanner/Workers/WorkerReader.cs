using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using Omr.Engine;
using Omr.Engine.Template;
using Omr.Scanner.Pdf;

namespace Omr.Scanner.Workers;

/// <summary>
/// Reads in a worker process and supervises it. A worker that crashes, is silent for too long or talks nonsense is ended
/// and another one started; the page that it was at is refused, and the file goes on with the page after it. A page that
/// crashes its worker is tried once more first, and so is one whose worker was stopped; for one that gets too little of a
/// processor it waits longer. A page that keeps its worker busy without end is refused at once.
/// </summary>
internal sealed class WorkerReader(IReadOnlyList<FormTemplate> templates, WorkerCommand command, TimeProvider time)
    : IPageReader
{
    private readonly byte[] _forms = FormsMessage.Write(templates);
    private WorkerProcess? _worker;

    /// <summary>The worker's number in the system, for tests that end it.</summary>
    internal int? WorkerId => _worker?.Id;

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOutcome> ReadAsync(PaperFile file, CancellationToken stop) =>
        ReadAsync(MessageKind.File, Encoding.UTF8.GetBytes(Path.GetFullPath(file.Path)), stop);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOutcome> ReadAsync(PaperFile file, ScannedPage page, CancellationToken stop) =>
        ReadAsync(MessageKind.Image, page.Image, stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DiscardAsync();

    private async IAsyncEnumerable<ReadOutcome> ReadAsync(
        MessageKind kind, ReadOnlyMemory<byte> content, [EnumeratorCancellation] CancellationToken stop)
    {
        var (page, tries, badPages) = (1, 0, 0);
        var isAsked = false;
        var isAnswered = false;
        try
        {
            while (true)
            {
                _worker ??= await StartAsync(stop);
                var answer = await AnswerAsync(_worker, isAsked ? null : kind, page, content, stop);
                isAsked = true;
                if (answer.Failure is { } failure)
                {
                    await DiscardAsync();
                    isAsked = false;
                    tries++;
                    if (answer.MayPass && tries < WorkerLimits.Tries) continue;
                    badPages++;
                    var isLast = badPages == WorkerLimits.BadPages;
                    yield return new Refusal(
                        page, failure, answer.Evidence + (isLast ? $" bad_pages={badPages} rest_of_file=not_read" : ""));
                    if (isLast) yield break;
                }
                else if (answer.Outcome is { } outcome)
                {
                    yield return outcome;
                }
                else
                {
                    isAnswered = true;
                    yield break;
                }
                page++;
                tries = 0;
            }
        }
        finally
        {
            // Who stops in the middle leaves a worker that would answer the next file with this one's pages.
            if (!isAnswered) await DiscardAsync();
        }
    }

    private async ValueTask<WorkerProcess> StartAsync(CancellationToken stop)
    {
        // A worker that ends before it is ready may have met a machine that is short of memory; several in a row are a
        // fault of the installation.
        var evidence = "";
        for (var start = 0; start < WorkerLimits.Starts; start++)
        {
            WorkerProcess worker;
            try
            {
                worker = new(command);
            }
            catch (Win32Exception missing)
            {
                throw new WorkerStartException($"{command.Program}: {missing.Message}", missing);
            }
            _worker = worker;
            var answer = await ListenAsync(worker, (w, either) => w.SendAsync(_forms, either), IsReady, WorkerLimits.Start, stop);
            if (answer.Failure is null) return worker;
            evidence = answer.Evidence;
            await DiscardAsync();
        }
        throw new WorkerStartException($"{command.Program}: {evidence}");
    }

    private ValueTask<WorkerAnswer> AnswerAsync(
        WorkerProcess worker, MessageKind? ask, int page, ReadOnlyMemory<byte> content, CancellationToken stop) =>
        ListenAsync(
            worker,
            (w, either) => ask is { } kind ? w.AskAsync(kind, page, content, either) : default,
            message => Understand(message, page),
            WorkerLimits.Silence,
            stop);

    private async ValueTask<WorkerAnswer> ListenAsync(
        WorkerProcess worker,
        Func<WorkerProcess, CancellationToken, ValueTask> ask,
        Func<Message, WorkerAnswer> understand,
        TimeSpan patience,
        CancellationToken stop)
    {
        using var silence = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, silence.Token);
        var (halves, share, used) = (0, 0.0, (TimeSpan?)null);
        await using var clock = time.CreateTimer(
            _ =>
            {
                // What it had of a processor in the second half of each silence.
                if (++halves % 2 == 1)
                {
                    used = worker.ProcessorTime;
                    return;
                }
                share = (worker.ProcessorTime - used) / (patience / 2) ?? 0;
                if (share is > WorkerLimits.BusyShare or < WorkerLimits.StarvedShare || halves == 2 * WorkerLimits.StarvedSilences)
                    silence.Cancel();
            },
            null,
            patience / 2,
            patience / 2);
        try
        {
            await ask(worker, either.Token);
            if (await worker.ReceiveAsync(either.Token) is { } message) return understand(message);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            await worker.EndAsync(endsItself: false);
            return new(
                null, RefusalReason.DecoderHung, $"silent_s={patience.TotalSeconds * halves / 2}", MayPass: share <= WorkerLimits.BusyShare);
        }
        catch (InvalidDataException nonsense)
        {
            await worker.EndAsync(endsItself: false);
            return new(null, RefusalReason.DecoderCrashed, $"answer=nonsense {nonsense.Message}", MayPass: true);
        }
        catch (IOException)
        {
            // The pipe to it is broken: it is ending.
        }
        return new(null, RefusalReason.DecoderCrashed, await worker.EndAsync(endsItself: true), MayPass: true);
    }

    private static WorkerAnswer IsReady(Message message)
    {
        var from = new MessageReader(message.Payload.Span);
        return message.Kind == MessageKind.Ready && from.Byte() == FormsMessage.Version
            ? default
            : throw new InvalidDataException($"message={message.Kind}");
    }

    // Pages come in order, none left out, and by a form that was given.
    private WorkerAnswer Understand(Message message, int page)
    {
        if (message.Kind == MessageKind.End && message.Payload.IsEmpty) return default;
        if (message.Kind != MessageKind.Page) throw new InvalidDataException($"message={message.Kind}");
        var outcome = OutcomeMessage.Read(message.Payload.Span);
        if (outcome.Page != page) throw new InvalidDataException($"page={outcome.Page} expected={page}");
        if (outcome is SheetReading r && !templates.Any(t => t.Id == r.TemplateId && t.Version == r.TemplateVersion))
            throw new InvalidDataException($"form={r.TemplateId}");
        return new(outcome);
    }

    private async ValueTask DiscardAsync()
    {
        var worker = _worker;
        _worker = null;
        if (worker is not null) await worker.DisposeAsync();
    }
}
