const filters = document.querySelector(".filters");
if (filters) {
  const groups = [...document.querySelectorAll("[data-group]")];
  const rules = [...document.querySelectorAll("[data-rule]")].map((element) => ({ element, text: element.textContent.toLowerCase() }));
  const output = filters.querySelector("output");
  const unfolding = filters.querySelector("[data-unfold]");

  const apply = () => {
    const words = filters.elements.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const boxes = [...filters.querySelectorAll("[name=verdict]")];
    const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    for (const rule of rules) {
      const fits = wanted.some((letter) => rule.element.dataset.rule.includes(letter))
        && words.every((word) => rule.text.includes(word));
      rule.element.hidden = !fits;
      shown += fits;
    }
    for (const group of groups) {
      const any = group.querySelector("[data-rule]:not([hidden])") !== null;
      group.hidden = !any;
      if (words.length > 0) group.open = any;
    }
    output.textContent = words.length > 0 || wanted.length < boxes.length ? `${shown} of ${rules.length} rules` : "";
  };

  filters.addEventListener("input", apply);
  filters.addEventListener("submit", (event) => event.preventDefault());
  unfolding.addEventListener("click", () => {
    const open = groups.some((group) => !group.open);
    for (const group of groups) group.open = open;
    unfolding.textContent = open ? "Fold all" : "Unfold all";
  });
  // A browser keeps what was typed when it loads the page again.
  apply();
}
