// Reads the page aloud with a voice that lives on this device; voices that send text elsewhere are never used.
(() => {
  "use strict";
  const buttons = [...document.querySelectorAll("[data-read-aloud]")];
  const speech = window.speechSynthesis;
  if (!buttons.length || !speech) return;

  const language = document.documentElement.lang.slice(0, 2);
  const localVoice = () => speech.getVoices().find((voice) => voice.localService === true && voice.lang.slice(0, 2) === language);
  const offer = () => { const there = Boolean(localVoice()); buttons.forEach((button) => { button.hidden = !there; }); };
  const places = () => [...document.querySelectorAll("main h1, main h2, main h3, main p, main li, main legend, main label")]
    .filter((place) => place.offsetParent !== null && !place.closest(".more"))
    .filter((place) => !place.querySelector("h1, h2, h3, p, label"));

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
  const unmark = (place) => { place.classList.remove("is-said"); if (marks) marks.delete("said"); };

  let waiting = [];
  const show = (reading) => buttons.forEach((button) => {
    button.setAttribute("aria-pressed", String(reading));
    button.textContent = reading ? button.dataset.stop : button.dataset.start;
  });
  const stop = () => { waiting = []; speech.cancel(); show(false); };
  const next = () => {
    const place = waiting.shift();
    if (!place) { show(false); return; }
    const said = new SpeechSynthesisUtterance(place.textContent);
    said.voice = localVoice();
    said.lang = said.voice ? said.voice.lang : document.documentElement.lang;
    place.classList.add("is-said");
    said.addEventListener("boundary", (event) => { if (event.name !== "sentence") markWord(place, event.charIndex, event.charLength); });
    said.addEventListener("end", () => { unmark(place); next(); });
    said.addEventListener("error", () => { unmark(place); stop(); });
    speech.speak(said);
  };

  buttons.forEach((button) => button.addEventListener("click", () => {
    if (waiting.length || speech.speaking) { stop(); return; }
    waiting = places();
    show(true);
    next();
  }));
  addEventListener("pagehide", stop);
  speech.addEventListener("voiceschanged", offer);
  offer();
})();
