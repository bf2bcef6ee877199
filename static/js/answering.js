// Reads the page aloud with a voice that lives on this device; voices that send text elsewhere are never used.
(() => {
  "use strict";
  const buttons = document.querySelectorAll("[data-read-aloud]");
  const speech = window.speechSynthesis;
  if (!buttons.length || !speech) return;

  const localVoice = () => speech.getVoices().find((voice) => voice.localService === true && voice.lang.slice(0, 2) === document.documentElement.lang.slice(0, 2));
  const offer = () => { if (localVoice()) buttons.forEach((button) => { button.hidden = false; }); };
  const wordsOfPage = () => [...document.querySelectorAll("main h1, main h2, main h3, main p, main li, main legend, main label")]
    .filter((place) => place.offsetParent !== null && !place.closest(".more"))
    .filter((place) => !place.querySelector("h1, h3, p, label"))
    .map((place) => place.textContent.trim()).join(". ");

  buttons.forEach((button) => button.addEventListener("click", () => {
    if (speech.speaking) { speech.cancel(); return; }
    const said = new SpeechSynthesisUtterance(wordsOfPage());
    said.voice = localVoice();
    speech.speak(said);
  }));
  addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener("voiceschanged", offer);
  offer();
})();
