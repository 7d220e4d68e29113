"use strict";
(function () {
  const form = document.getElementById("controls");
  const shown = document.getElementById("shown");
  const nothing = document.getElementById("nothing");
  const items = Array.from(document.querySelectorAll(".item"), (element) => ({
    element,
    text: element.textContent.toLowerCase(),
    outcome: (element.dataset.outcome || "").split(" "),
    chapter: (element.dataset.chapter || "").split(" "),
    obligation: (element.dataset.obligation || "").split(" "),
    kind: (element.dataset.kind || "").split(" "),
    rules: Number(element.dataset.rules || 1),
  }));
  const holders = Array.from(document.querySelectorAll(".group, .part"));
  const total = items.reduce((sum, item) => sum + item.rules, 0);

  function apply() {
    const wanted = ["outcome", "chapter", "obligation", "kind"].map((name) => [name, form.elements[name].value]);
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const item of items) {
      const fits = wanted.every(([name, value]) => !value || item[name].includes(value)) &&
        words.every((word) => item.text.includes(word));
      item.element.hidden = !fits;
      if (fits) count += item.rules;
    }
    const filtered = words.length > 0 || wanted.some(([, value]) => value);
    for (const holder of holders) {
      holder.hidden = filtered && !holder.querySelector(".item:not([hidden])");
    }
    shown.textContent = shown.dataset.words.replace("{shown}", count).replace("{total}", total);
    nothing.hidden = count > 0;
  }

  function reset() {
    form.reset();
    apply();
  }

  function reveal() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (target && target.closest("[hidden]")) {
      reset();
      target.scrollIntoView();
    }
  }

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("clear").addEventListener("click", reset);
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) reveal();
  });
  reset();
})();
