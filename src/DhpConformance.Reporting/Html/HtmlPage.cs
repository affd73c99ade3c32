using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DhpConformance.Reporting.Html;

/// <summary>Renders a component once, to text. Components escape all text by construction.</summary>
internal static class HtmlPage
{
    public static void Write<TComponent>(TextWriter writer, params ReadOnlySpan<(string Name, object Value)> parameters)
        where TComponent : IComponent
    {
        var values = new Dictionary<string, object?>();
        foreach (var (name, value) in parameters)
        {
            values[name] = value;
        }

        WriteAsync<TComponent>(writer, ParameterView.FromDictionary(values)).GetAwaiter().GetResult();
    }

    private static async Task WriteAsync<TComponent>(TextWriter writer, ParameterView parameters)
        where TComponent : IComponent
    {
        var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .BuildServiceProvider();
        await using (services.ConfigureAwait(false))
        {
            var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            await using (renderer.ConfigureAwait(false))
            {
                await renderer.Dispatcher.InvokeAsync(async () =>
                {
                    var root = await renderer.RenderComponentAsync<TComponent>(parameters);
                    root.WriteHtmlTo(writer);
                }).ConfigureAwait(false);
            }
        }
    }
}
