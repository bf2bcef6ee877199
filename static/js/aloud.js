// Reads the page aloud: what a person recorded first, then what no recording says (data-own), or all of it, in a voice that lives on this device.
// Voices that send text elsewhere are never used.
(() => {
  "use strict";
  const bars = [...document.querySelectorAll("[data-aloud]")];
  const speech = window.speechSynthesis;
  const recording = document.querySelector("main audio");
  if (!bars.length || !(speech || recording)) return;

  const short = (code) => (code || "").split(/[-_]/)[0].toLowerCase();
  const languageOf = (place) => { const said = place.closest("[lang]"); return said ? said.lang : document.documentElement.lang; };
  const voiceFor = (language) => speech && speech.getVoices().find((voice) => voice.localService === true && short(voice.lang) === short(language));
  const offer = () => { const there = Boolean(recording || voiceFor(document.documentElement.lang)); bars.forEach((bar) => { bar.hidden = !there; }); };
  const buttons = bars.map((bar) => bar.querySelector("[data-read-aloud]"));
  const slowers = bars.map((bar) => bar.querySelector("[data-slower]"));
  const isSlow = () => slowers[0].getAttribute("aria-pressed") === "true";
  const places = () => [...document.querySelectorAll("main h1, main h2, main h3, main p, main li, main legend, main label, main dt, main dd, main blockquote")]
    .filter((place) => place.offsetParent !== null && !place.closest(".frame, .more, .ease-bar, [hidden]"))
    .filter((place) => !place.querySelector("h1, h2, h3, p, li, label"))
    .filter((place) => voiceFor(languageOf(place)));

  // The word that is being said, where the browser can mark it without touching the page; else the sentence it is in.
  const marks = window.Highlight && CSS.highlights ? CSS.highlights : null;
  const markWord = (place, start, length) => {
    if (!marks) return;
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (start < passed + node.length) {
        const range = new Range();
        range.setStart(node, start - passed);
        range.setEnd(node, Math.min(node.length, start - passed + (length || 1)));
        marks.set("said", new Highlight(range));
        return;
      }
      passed += node.length;
    }
  };

  let waiting = [];
  let now = null;
  let round = 0; // a stop makes what still ends of the round before count for nothing
  const unmark = () => { if (now) now.classList.remove("is-said"); now = null; if (marks) marks.delete("said"); };
  const show = (reading) => buttons.forEach((button) => {
    button.setAttribute("aria-pressed", String(reading));
    button.textContent = reading ? button.dataset.stop : button.dataset.start;
  });
  const stop = () => {
    round += 1;
    waiting = [];
    unmark();
    if (speech) speech.cancel();
    if (recording) recording.pause();
    show(false);
  };
  const next = () => {
    unmark();
    const place = waiting.shift();
    if (!place) { show(false); return; }
    const mine = round;
    const said = new SpeechSynthesisUtterance(place.textContent);
    said.voice = voiceFor(languageOf(place));
    said.lang = said.voice.lang;
    said.rate = isSlow() ? .7 : 1;
    now = place;
    place.classList.add("is-said");
    place.scrollIntoView({ block: "nearest" });
    said.addEventListener("boundary", (event) => { if (mine === round && event.name !== "sentence") markWord(place, event.charIndex, event.charLength); });
    said.addEventListener("end", () => { if (mine === round) next(); });
    said.addEventListener("error", () => { if (mine === round) stop(); });
    speech.speak(said);
  };
  const isReading = () => buttons[0].getAttribute("aria-pressed") === "true";
  const goOn = () => { waiting = isReading() ? places().filter((place) => place.closest("[data-own]")) : []; next(); };
  const start = () => {
    show(true);
    if (recording) { recording.playbackRate = isSlow() ? .75 : 1; recording.play().catch(stop); return; }
    waiting = places();
    next();
  };

  buttons.forEach((button) => button.addEventListener("click", () => { if (isReading()) stop(); else start(); }));
  slowers.forEach((slower) => slower.addEventListener("click", () => {
    const slow = !isSlow();
    slowers.forEach((each) => each.setAttribute("aria-pressed", String(slow)));
    if (recording) recording.playbackRate = slow ? .75 : 1;
  }));
  if (recording) {
    recording.addEventListener("pause", () => { if (!recording.ended) show(false); }); // a recording that ends is paused first
    recording.addEventListener("ended", goOn);
  }
  addEventListener("pagehide", stop);
  if (speech && speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  else if (speech) speech.onvoiceschanged = offer;
  offer();
})();
