using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>
/// The monitor of one QEMU process. Several commands can be sent at a time. Events between the answers are kept until
/// they are read.
/// </summary>
internal sealed class QmpMonitor(LineSocket lines, QmpScript? script) : IDisposable
{
    private const int Remembered = 24;

    private readonly Queue<string> conversation = new();
    private readonly Queue<QmpEvent> events = new();

    /// <summary>Until a command must be answered.</summary>
    public TimeSpan Deadline { get; set; }

    public void Dispose() => lines.Dispose();

    /// <summary>Reads what QEMU says first: the version.</summary>
    public QemuVersion Greet(TimeSpan patience)
    {
        var greeting = QemuVersion.Read(Message(patience));
        Ask(QmpCommand.Of("qmp_capabilities"), patience);
        return greeting;
    }

    /// <summary>The answer to a command that may be refused.</summary>
    public QmpAnswer Try(QmpCommand command) => Answers([command], Deadline)[0];

    /// <summary>The answers to commands that may be refused, which are sent in one go.</summary>
    public QmpAnswer[] Try(params ReadOnlySpan<QmpCommand> commands) => Answers(commands, Deadline);

    /// <summary>The answer to a command that must not be refused.</summary>
    public JsonElement Ask(QmpCommand command) => Ask(command, Deadline);

    /// <summary>The next event of interest; null if none comes in this time.</summary>
    public QmpEvent? NextEvent(TimeSpan patience)
    {
        if (events.Count == 0 && patience > TimeSpan.Zero)
        {
            script?.Wait();
        }

        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (events.Count == 0)
        {
            var remaining = TimeSpan.FromMilliseconds(Math.Max(0, until - Environment.TickCount64));
            if (lines.Read(remaining) is not { } line)
            {
                return null;
            }

            Keep(Parse(line));
        }

        return events.Dequeue();
    }

    /// <summary>The latest lines of the conversation, as evidence of a fault.</summary>
    public string Transcript => string.Join('\n', conversation);

    /// <summary>The same, within this time.</summary>
    public JsonElement Ask(QmpCommand command, TimeSpan patience)
    {
        var answer = Answers([command], patience)[0];
        return answer.Error is null
            ? answer.Value
            : throw new MonitorException(ServerFault.Reported, $"refused {command.Line}: {answer.Error}");
    }

    private QmpAnswer[] Answers(ReadOnlySpan<QmpCommand> commands, TimeSpan patience)
    {
        var text = "";
        foreach (var command in commands)
        {
            text += command.Line + "\n";
            Remember("> " + command.Line);
            script?.Say(command);
        }

        lines.Write(text);
        var answers = new QmpAnswer[commands.Length];
        for (var i = 0; i < answers.Length;)
        {
            var message = Message(patience);
            if (!Keep(message))
            {
                answers[i++] = QmpAnswer.Read(message);
            }
        }

        return answers;
    }

    private JsonElement Message(TimeSpan patience) => Parse(lines.Read(patience) ?? throw new MonitorException(
        ServerFault.DeadlineMissed, $"did not answer within {patience.TotalSeconds:0.#} s"));

    private static JsonElement Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new MonitorException(ServerFault.InvalidData, $"wrote a line that is not JSON: {problem.Message}");
        }
    }

    /// <summary>Whether it is an event. One of interest is kept.</summary>
    private bool Keep(JsonElement message)
    {
        var isEvent = message.TryGetProperty("event", out _);
        if (!isEvent || QmpEvent.Read(message) is { } one && Add(one))
        {
            Remember("< " + message.GetRawText());
        }

        return isEvent;
    }

    private bool Add(QmpEvent one)
    {
        events.Enqueue(one);
        return true;
    }

    private void Remember(string line)
    {
        conversation.Enqueue(line);
        if (conversation.Count > Remembered)
        {
            conversation.Dequeue();
        }
    }
}
