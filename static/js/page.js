// Small helps for pages that work without any of this.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("has-script");

  // A form that came back with something to mend: take the reader there.
  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();

  // A table that is wider than the screen can be moved with the keyboard, too.
  document.querySelectorAll(".table-wrap").forEach((wrap) => { if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0; });

  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));

  // Characters left, said out loud only near the end. Markup: <textarea data-count="id" maxlength="…"> and <p class="counter" id="id" data-left="… left">.
  document.querySelectorAll("textarea[data-count]").forEach((box) => {
    const place = document.getElementById(box.dataset.count);
    if (!place || box.maxLength < 0) return;
    const words = place.dataset.left || "%";
    const show = () => {
      const left = box.maxLength - box.value.length;
      place.textContent = words.replace("%", String(left));
      place.setAttribute("aria-live", left < 100 ? "polite" : "off");
    };
    box.addEventListener("input", show);
    show();
  });

  // One press is one send. The server keeps a second one harmless; this only stops the worry.
  document.querySelectorAll("form[data-once]").forEach((form) => form.addEventListener("submit", (event) => {
    setTimeout(() => event.defaultPrevented || form.querySelectorAll("button").forEach((button) => { button.disabled = true; }), 0);
  }));
  addEventListener("pageshow", () => document.querySelectorAll("form[data-once] button:disabled").forEach((button) => { button.disabled = false; }));
})();
