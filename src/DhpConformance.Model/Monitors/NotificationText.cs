using DhpConformance.Abstractions;

namespace DhpConformance.Model.Monitors;

/// <summary>Notifications in words, for people.</summary>
internal static class NotificationText
{
    /// <summary>
    /// Reads like <c>processor start of u3 (index 1, group 0, number 1), status 0, with 1 active, …</c>.
    /// </summary>
    public static string Of(Notification notice)
    {
        var unit = notice.Unit is { } named ? $" of {named}" : "";
        var processor = notice.Processor is { } numbered ? $" ({Of(numbered)})" : "";
        var request = notice.Request != 0 ? $" of request {notice.Request}" : "";
        return $"{Words.Of(notice.Kind)}{unit}{processor}{request} in operation {notice.Operation}, "
            + $"status {notice.Status}, {notice.ActiveProcessors} active processors, {notice.MemoryBytes} bytes";
    }

    /// <summary>Reads like <c>index 1, group 0, number 1</c>.</summary>
    public static string Of(LogicalProcessor processor) =>
        $"index {processor.Index}, group {processor.Group}, number {processor.Number}";

    /// <summary>Reads like <c>stop, once</c>.</summary>
    public static string Once(NotificationKind kind) => $"{Words.Of(kind)}, once";

    /// <summary>Reads like <c>stop 2 times</c>.</summary>
    public static string Times(NotificationKind kind, int count) =>
        count == 0 ? $"no {Words.Of(kind)}" : $"{Words.Of(kind)} {count} times";
}
