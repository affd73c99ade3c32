using Microsoft.Playwright;

namespace DhpConformance.BrowserTests;

/// <summary>Stepping through a failure, with a mouse and without.</summary>
public sealed class FailureTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task One_steps_through_it()
    {
        await using var opened = await browser.OpenAsync(Tools.Sample("failing.html"));
        var stepper = First(opened.Page);
        var all = await stepper.Locator(".step").CountAsync();
        Assert.True(all > 2);
        await Assertions.Expect(stepper.Locator("output")).ToHaveTextAsync($"Step {all - 1} of {all - 1}");
        await Assertions.Expect(stepper.Locator(".step:visible figcaption").First).ToHaveTextAsync("Required");
        await Button(stepper, "Back").ClickAsync();
        await Assertions.Expect(stepper.Locator("output")).ToHaveTextAsync($"Step {all - 2} of {all - 1}");
        await Assertions.Expect(stepper.Locator(".step:visible")).ToHaveCountAsync(1);
        await Button(stepper, "All steps").ClickAsync();
        await Assertions.Expect(stepper.Locator(".step:visible")).ToHaveCountAsync(all);
        Assert.Empty(opened.Said);
    }

    [BrowserFact]
    public async Task Every_failure_that_is_unfolded_can_be_clicked_through_from_its_start_to_its_end()
    {
        await using var opened = await browser.OpenAsync(Tools.Sample("failing.html"));
        var steppers = await opened.Page.Locator(".failure-group > .failure > [data-stepper]").AllAsync();
        Assert.NotEmpty(steppers);
        foreach (var stepper in steppers)
        {
            var last = await stepper.Locator(".step").CountAsync() - 1;
            for (var step = last; step > 0; step--)
            {
                await Button(stepper, "Back").ClickAsync();
            }

            await Assertions.Expect(stepper.Locator("output")).ToHaveTextAsync("Start");
            for (var step = 1; step <= last; step++)
            {
                await Button(stepper, "Next").ClickAsync();
                await Assertions.Expect(stepper.Locator("output")).ToHaveTextAsync($"Step {step} of {last}");
                await Assertions.Expect(stepper.Locator(".step").Nth(step)).ToBeVisibleAsync();
                await Assertions.Expect(stepper.Locator(".step:visible")).ToHaveCountAsync(1);
            }
        }

        Assert.Empty(opened.Said);
        Assert.Empty(opened.Asked);
    }

    [BrowserFact]
    public async Task The_keyboard_is_enough()
    {
        await using var opened = await browser.OpenAsync(Tools.Sample("failing.html"));
        var stepper = First(opened.Page);
        await Button(stepper, "Back").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(stepper.Locator("output")).ToHaveTextAsync("Start");
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(stepper.Locator("output")).ToContainTextAsync("Step 1 of");
        await opened.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(stepper.Locator(".step.last")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_first_key_leads_past_the_head_of_the_page()
    {
        await using var opened = await browser.OpenAsync(Tools.Sample("failing.html"));
        await opened.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(opened.Page.Locator(":focus")).ToHaveTextAsync("Skip to the content");
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#content", opened.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task What_is_printed_has_every_step_and_every_rule()
    {
        await using var opened = await browser.OpenAsync(Tools.Sample("failing.html"));
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await opened.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(
            await opened.Page.Locator(".step").CountAsync(), await opened.Page.Locator(".step:visible").CountAsync());
        Assert.Equal(
            await opened.Page.Locator(".rule").CountAsync(), await opened.Page.Locator(".rule:visible").CountAsync());
        Assert.Equal(0, await opened.Page.Locator("button:visible").CountAsync());
    }

    private static ILocator First(IPage page) => page.Locator("[data-stepper]").First;

    private static ILocator Button(ILocator stepper, string name) =>
        stepper.GetByRole(AriaRole.Button, new() { Name = name });
}
