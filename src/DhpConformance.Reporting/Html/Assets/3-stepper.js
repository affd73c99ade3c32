for (const stepper of document.querySelectorAll("[data-stepper]")) {
  const steps = [...stepper.querySelectorAll(".step")];
  const output = stepper.querySelector("output");
  const buttons = Object.fromEntries([...stepper.querySelectorAll("[data-step]")].map((button) => [button.dataset.step, button]));
  let place = steps.length - 1;
  let all = steps.length < 2;

  // Not disabled as such: a button that is takes the keyboard away from whoever has just pressed it.
  const allow = (button, allowed) => button.setAttribute("aria-disabled", String(!allowed));

  const show = () => {
    stepper.classList.toggle("stepping", !all);
    steps.forEach((step, i) => { step.hidden = !all && i !== place; });
    allow(buttons["-1"], !all && place > 0);
    allow(buttons["1"], !all && place < steps.length - 1);
    buttons["0"].textContent = all ? "One at a time" : "All steps";
    output.textContent = all ? `${steps.length - 1} steps` : place === 0 ? "Start" : `Step ${place} of ${steps.length - 1}`;
  };
  const go = (by) => {
    if (all) return;
    place = Math.min(Math.max(place + by, 0), steps.length - 1);
    show();
  };

  buttons["-1"].addEventListener("click", () => go(-1));
  buttons["1"].addEventListener("click", () => go(1));
  buttons["0"].addEventListener("click", () => { all = !all; show(); });
  stepper.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight") go(1);
    else if (event.key === "ArrowLeft") go(-1);
    else if (event.key === "Home") go(-steps.length);
    else if (event.key === "End") go(steps.length);
    else return;
    event.preventDefault();
  });
  if (steps.length < 2) stepper.querySelector(".controls").hidden = true;
  show();
}
