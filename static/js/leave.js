// Leave at once. The link works without this; with it, the page goes blank before the network answers.
(() => {
  "use strict";
  const root = document.documentElement;
  const way = document.querySelector("a[data-leave]");
  if (!way) return;

  const blank = () => {
    const sheet = document.createElement("div");
    sheet.className = "veil";
    document.title = "…";
    document.body.textContent = "";
    document.body.append(sheet);
  };
  const leave = () => {
    const to = way.href;
    blank();
    location.replace(to);
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

  // Ten quiet minutes on a child's page: cover the words, keep them.
  const pattern = document.getElementById("veil");
  if (!pattern) return;
  let timer;
  const cover = () => {
    if (document.querySelector(".veil")) return;
    const veil = pattern.content.firstElementChild.cloneNode(true);
    const before = document.activeElement;
    const others = [...document.body.children];
    others.forEach((other) => { other.inert = true; });
    document.body.append(veil);
    const button = veil.querySelector("button");
    button.addEventListener("click", () => {
      veil.remove();
      others.forEach((other) => { other.inert = false; });
      if (before) before.focus();
      wait();
    });
    button.focus();
  };
  const wait = () => { clearTimeout(timer); timer = setTimeout(cover, 600000); };
  ["keydown", "pointerdown", "scroll", "input"].forEach((kind) => addEventListener(kind, wait, { passive: true }));
  wait();
})();
