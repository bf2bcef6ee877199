// A sheet of paper: finger, mouse or arrow keys. Nothing leaves the page before "Keep my drawing".
(() => {
  "use strict";
  const form = document.querySelector("[data-make]");
  const area = document.querySelector("[data-drawing]");
  const paper = area && area.querySelector("canvas");
  const ink = paper && paper.getContext("2d");
  if (!ink || !window.fetch || !window.FormData) return;
  area.hidden = false;
  const keep = form.querySelector("[data-keep]");
  const said = area.querySelector("[data-said]");
  const lines = [];
  let pen = { colour: "#17213b", width: 6 };
  let line = null;
  let at = { x: 400, y: 300 };
  let keysDown = false;

  const dot = (place) => { ink.beginPath(); ink.arc(place.x, place.y, 8, 0, 7); ink.lineWidth = 2; ink.strokeStyle = "#17213b"; ink.stroke(); };
  const stroke = (each) => {
    ink.lineCap = ink.lineJoin = "round";
    ink.strokeStyle = ink.fillStyle = each.colour;
    ink.lineWidth = each.width;
    ink.beginPath();
    ink.moveTo(each.points[0].x, each.points[0].y);
    each.points.forEach((point) => ink.lineTo(point.x, point.y));
    if (each.points.length === 1) { ink.arc(each.points[0].x, each.points[0].y, each.width / 2, 0, 7); ink.fill(); }
    ink.stroke();
  };
  const draw = (marker) => {
    ink.fillStyle = "#ffffff";
    ink.fillRect(0, 0, paper.width, paper.height);
    lines.forEach(stroke);
    if (marker) dot(at);
    keep.hidden = !lines.length;
  };
  const place = (event) => {
    const box = paper.getBoundingClientRect();
    return { x: (event.clientX - box.left) * paper.width / box.width, y: (event.clientY - box.top) * paper.height / box.height };
  };
  const begin = (point) => { line = { ...pen, points: [point] }; lines.push(line); draw(); };
  const more = (point) => { if (line) { line.points.push(point); draw(); } };
  const end = () => { line = null; };

  paper.addEventListener("pointerdown", (event) => { paper.setPointerCapture(event.pointerId); begin(place(event)); event.preventDefault(); });
  paper.addEventListener("pointermove", (event) => { if (line && !keysDown) more(place(event)); });
  ["pointerup", "pointercancel"].forEach((name) => paper.addEventListener(name, () => { if (!keysDown) end(); }));

  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  paper.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      keysDown = !keysDown;
      if (keysDown) begin({ ...at }); else end();
      said.textContent = keysDown ? paper.dataset.down : paper.dataset.up;
      event.preventDefault();
    } else if (steps[event.key]) {
      const far = event.shiftKey ? 40 : 10;
      at = { x: Math.min(800, Math.max(0, at.x + steps[event.key][0] * far)), y: Math.min(600, Math.max(0, at.y + steps[event.key][1] * far)) };
      if (keysDown) more({ ...at });
      event.preventDefault();
    } else return;
    draw(true);
  });
  paper.addEventListener("blur", () => { if (keysDown) { keysDown = false; end(); } draw(); });

  const pens = [...area.querySelectorAll("[data-pen]")];
  pens.forEach((button) => button.addEventListener("click", () => {
    pen = { ...pen, colour: button.dataset.pen };
    pens.forEach((each) => each.setAttribute("aria-pressed", String(each === button)));
  }));
  area.querySelector("[data-thick]").addEventListener("click", (event) => {
    const thick = pen.width === 6;
    pen = { ...pen, width: thick ? 18 : 6 };
    event.currentTarget.setAttribute("aria-pressed", String(thick));
  });
  area.querySelector("[data-undo]").addEventListener("click", () => { end(); keysDown = false; lines.pop(); draw(); });
  area.querySelector("[data-clear]").addEventListener("click", () => { end(); keysDown = false; lines.length = 0; draw(); });
  draw();
  window.keepMade(form, () => { draw(); return new Promise((done) => paper.toBlob(done, "image/png")); });
})();
