// A shared tablet left on a page without a card (help, say): after a quiet time the visit ends, too. Pages behind a card have idle.js.
(() => {
  "use strict";
  const quiet = 15 * 60 * 1000;
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => { location.replace("/x/"); }, quiet); };
  ["keydown", "pointerdown", "scroll", "input"].forEach((kind) => addEventListener(kind, wait, { passive: true }));
  wait();
})();
