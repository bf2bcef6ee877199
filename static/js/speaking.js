// A voice note of telephone quality, kept in this page's memory until "Keep my voice note". Only sound is made: no name, no place, no device.
(() => {
  "use strict";
  const form = document.querySelector("[data-make]");
  const area = document.querySelector("[data-speaking]");
  const Sound = window.AudioContext || window.webkitAudioContext;
  if (!form || !area) return;
  const cannot = document.querySelector("[data-cannot]");
  if (!Sound || !navigator.mediaDevices || !window.fetch) { cannot.hidden = false; return; }
  area.hidden = false;
  const RATE = 8000;
  const longest = Number(area.dataset.longest);
  const button = (name) => area.querySelector(`[data-${name}]`);
  const keep = form.querySelector("[data-keep]");
  const time = area.querySelector("[data-time]");
  const said = area.querySelector("[data-said]");
  let pieces = [];
  let length = 0;
  let running = null;

  const seconds = () => Math.floor(length / RATE);
  const show = () => {
    time.textContent = `${Math.floor(seconds() / 60)}:${String(seconds() % 60).padStart(2, "0")}`;
    const there = length > 0 && !running;
    button("start").hidden = Boolean(running) || there;
    button("stop").hidden = !running;
    button("hear").hidden = button("again").hidden = keep.hidden = !there;
  };
  const take = (heard, rate) => {
    const step = rate / RATE;
    const small = new Int16Array(Math.floor(heard.length / step));
    for (let place = 0; place < small.length; place += 1) {
      const from = Math.floor(place * step), to = Math.max(from + 1, Math.floor((place + 1) * step));
      let sum = 0;
      for (let each = from; each < to; each += 1) sum += heard[each];
      small[place] = Math.max(-1, Math.min(1, sum / (to - from))) * 32767;
    }
    pieces.push(small);
    length += small.length;
  };
  const stop = () => {
    if (!running) return;
    running.node.disconnect();
    running.stream.getTracks().forEach((track) => track.stop());
    running.sound.close();
    running = null;
    said.textContent = said.dataset.stopped;
    show();
  };
  const start = async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const sound = new Sound();
      const node = sound.createScriptProcessor(4096, 1, 1);
      node.onaudioprocess = (event) => {
        if (!running) return;
        take(event.inputBuffer.getChannelData(0), sound.sampleRate);
        if (length >= longest * RATE) { pieces[pieces.length - 1] = pieces[pieces.length - 1].slice(0, pieces[pieces.length - 1].length - (length - longest * RATE)); length = longest * RATE; stop(); }
        show();
      };
      sound.createMediaStreamSource(stream).connect(node);
      node.connect(sound.destination);
      running = { stream, sound, node };
      said.textContent = said.dataset.recording;
      show();
      button("stop").focus();
    } catch (refused) {
      cannot.hidden = false;
    }
  };
  const whole = () => {
    const all = new Int16Array(length);
    let place = 0;
    pieces.forEach((piece) => { all.set(piece, place); place += piece.length; });
    return all;
  };
  const hear = () => {
    const sound = new Sound();
    const buffer = sound.createBuffer(1, length, RATE);
    buffer.copyToChannel(Float32Array.from(whole(), (value) => value / 32768), 0);
    const player = sound.createBufferSource();
    player.buffer = buffer;
    player.connect(sound.destination);
    player.onended = () => sound.close();
    player.start();
  };
  const file = () => {
    const head = new DataView(new ArrayBuffer(44));
    const words = (at, text) => [...text].forEach((letter, place) => head.setUint8(at + place, letter.charCodeAt(0)));
    words(0, "RIFF"); head.setUint32(4, 36 + length * 2, true); words(8, "WAVEfmt "); head.setUint32(16, 16, true);
    head.setUint16(20, 1, true); head.setUint16(22, 1, true); head.setUint32(24, RATE, true); head.setUint32(28, RATE * 2, true);
    head.setUint16(32, 2, true); head.setUint16(34, 16, true); words(36, "data"); head.setUint32(40, length * 2, true);
    return new Blob([head, whole()], { type: "audio/wav" });
  };

  button("start").addEventListener("click", start);
  button("stop").addEventListener("click", stop);
  button("hear").addEventListener("click", hear);
  button("again").addEventListener("click", () => { pieces = []; length = 0; show(); button("start").focus(); });
  addEventListener("pagehide", () => { stop(); pieces = []; length = 0; });
  show();
  window.keepMade(form, () => { stop(); return length ? file() : null; });
})();
