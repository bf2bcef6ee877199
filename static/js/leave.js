// Leave at once. The link works without this; with it, the page goes blank before the network answers.
(() => {
  "use strict";
  const root = document.documentElement;
  const way = document.querySelector("a[data-leave]");
  if (!way) return;
  const WORDS_WAIT = 250; // milliseconds in which words typed just now may still reach the server; the page is blank by then

  const blank = () => {
    const sheet = document.createElement("div");
    sheet.className = "veil";
    document.title = "…";
    document.body.textContent = "";
    document.body.append(sheet);
  };
  const leave = () => {
    const to = way.href;
    const go = () => location.replace(to);
    const words = window.keepLast ? window.keepLast() : null;
    blank();
    if (!words) { go(); return; }
    words.then(go);
    setTimeout(go, WORDS_WAIT);
  };
  way.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.button) return;
    event.preventDefault();
    leave();
  });

  // Shift three times within five seconds. Can be switched off: sticky keys use Shift, too.
  if (!("shiftOff" in root.dataset)) {
    let presses = [];
    addEventListener("keydown", (event) => {
      if (event.key !== "Shift") { presses = []; return; }
      if (event.repeat) return;
      const now = Date.now();
      presses = [...presses.filter((at) => now - at < 5000), now];
      if (presses.length >= 3) leave();
    });
  }

  // A page brought back from the browser's memory asks the server again.
  addEventListener("pageshow", (event) => { if (event.persisted) { blank(); location.reload(); } });
})();
