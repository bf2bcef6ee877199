// A young person's page that nobody touches: after ten minutes the words are covered and the page warns; one press shows
// them again and gives more time. After fifteen the visit ends. Markup: <template id="veil" data-…> in child.html.
(() => {
  "use strict";
  const pattern = document.getElementById("veil");
  if (!pattern) return;
  const MINUTE = 60000;
  const COVERED = 10 * MINUTE, END = 15 * MINUTE, CALL = 4 * MINUTE, SOON = 5 * MINUTE;
  const opened = Date.now();
  const left = Number(pattern.dataset.left) * 1000; // until the visit ends however awake
  let touched = Date.now(), called = Date.now();
  let veil = null, before = null, ending = false;

  const call = () => { called = Date.now(); if (window.fetch) fetch(pattern.dataset.here, { credentials: "same-origin" }).catch(() => {}); };
  const others = () => [...document.body.children].filter((each) => !each.matches(".bar, .veil, template"));
  const cover = () => {
    if (veil) return;
    veil = pattern.content.firstElementChild.cloneNode(true);
    before = document.activeElement;
    others().forEach((other) => { other.classList.add("is-covered"); });
    document.body.append(veil);
    const button = veil.querySelector("button");
    button.addEventListener("click", uncover);
    button.focus();
  };
  function uncover() {
    veil.remove();
    veil = null;
    others().forEach((other) => { other.classList.remove("is-covered"); });
    if (before) before.focus();
    touched = Date.now();
    call();
  }
  // Words that the server does not have yet keep the page open, covered.
  const end = () => {
    if (ending || !navigator.onLine) return;
    ending = true;
    (window.keepLast ? window.keepLast() : Promise.resolve(true)).then((kept) => {
      ending = false;
      if (kept) location.replace(pattern.dataset.over);
    });
  };
  let warning = pattern.content.lastElementChild;
  const warnOnce = () => {
    if (!warning || left - (Date.now() - opened) > SOON) return;
    document.body.append(warning.cloneNode(true));
    warning = null;
  };
  const look = () => {
    const quiet = Date.now() - touched;
    warnOnce();
    if (quiet >= COVERED) cover();
    if (quiet >= END || Date.now() - opened >= left) { cover(); end(); }
  };
  const wake = () => {
    if (veil) return;
    if (Date.now() - touched >= COVERED) { look(); return; } // a phone that slept: its clocks stood still
    touched = Date.now();
    if (touched - called >= CALL) call();
  };
  ["keydown", "pointerdown", "scroll", "input", "touchstart"].forEach((kind) => addEventListener(kind, wake, { passive: true }));
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  setInterval(look, 5000);
})();
