"use strict";
// The page says everything without this. With it one can search, step and copy.
for (const element of document.querySelectorAll("[data-script]")) element.hidden = false;

// A link into a folded group unfolds it.
function unfold() {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

// Browsers that do not print folded parts by themselves.
const folded = [];
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) { folded.push(details); details.open = true; }
});
addEventListener("afterprint", () => { for (const details of folded.splice(0)) details.open = false; });

for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.innerHTML;
  button.addEventListener("click", async () => {
    const text = button.parentElement.querySelector("code");
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      // Pages opened from a file may not reach the clipboard: select it, so that a key press does it.
      getSelection().selectAllChildren(text);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.innerHTML = label; }, 1500);
  });
}
