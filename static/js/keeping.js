// Keeps what is typed while it is typed: sealed away on the server, never on this phone. If the line breaks, the page
// stays and says so. Markup: <form data-stay [data-keep="address"]> with <p data-told data-saved data-not-saved>.
(() => {
  "use strict";
  const form = document.querySelector("form[data-stay]");
  if (!form || !window.fetch || !window.FormData || !window.toServer) return;
  const told = form.querySelector("[data-told]");
  const keepAt = form.dataset.keep;
  const APART = 3000; // milliseconds between two keeps
  const LONGEST = 60000; // between two tries when nothing gets through
  const PATIENCE = 5000; // how long a press waits for a keep on its way: one that came later would bring older words back
  let typed = 0, kept = 0; // how often something changed here, and how much of that the server has
  let timer = 0, pause = APART, last = 0, sending = false, onItsWay = null, pressed = null;

  const tell = (words) => { if (told.textContent !== words) told.textContent = words; };
  const notSaved = () => tell(told.dataset.notSaved);
  const body = (more) => { const all = new FormData(form); Object.keys(more || {}).forEach((name) => all.append(name, more[name])); return all; };
  const waiting = () => typed !== kept;

  // while typing ---------------------------------------------------------------------------------------------
  const plan = () => { if (!timer && waiting()) timer = setTimeout(keep, Math.max(0, last + pause - Date.now())); };
  const heard = (answer, upTo) => {
    if (answer.status === 204 || answer.status === 410) { kept = Math.max(kept, upTo); pause = APART; }
    if (answer.status === 204) tell(told.dataset.saved);
    else if (answer.status === 410) location.replace(told.dataset.over);
    else if (answer.status !== 429) notSaved();
    return answer.status;
  };
  async function keep() {
    timer = 0;
    if (sending || !waiting()) return true;
    sending = true;
    const upTo = typed;
    let again = true;
    try {
      onItsWay = window.toServer.post(form, keepAt, body, { redirect: "manual" });
      const status = heard(await onItsWay, upTo);
      again = status === 204 || status === 429 || status >= 500;
    } catch (broken) {
      notSaved();
      pause = Math.min(LONGEST, pause * 2);
    }
    sending = false;
    last = Date.now();
    if (again) plan();
    return !waiting();
  }
  // The last words of a page that is going away. Says whether the server has them.
  const keepLast = () => {
    if (!keepAt || !waiting()) return Promise.resolve(true);
    const upTo = typed, all = body({ last: "yes" });
    return fetch(keepAt, { method: "POST", body: all, credentials: "same-origin", redirect: "manual", keepalive: true })
      .then((answer) => { if (answer.status === 204 || answer.status === 410) kept = Math.max(kept, upTo); return !waiting(); }, () => false);
  };
  const throwAcross = () => { if (keepAt && waiting() && navigator.sendBeacon) navigator.sendBeacon(keepAt, body({ last: "yes" })); };
  if (keepAt) {
    form.addEventListener("input", () => { if (!waiting()) last = Date.now(); typed += 1; plan(); });
    addEventListener("online", () => { pause = APART; clearTimeout(timer); timer = 0; plan(); });
    addEventListener("pagehide", throwAcross);
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") throwAcross(); });
    window.keepLast = keepLast;
  }

  // Next, Skip, Send: the page goes on only when the server has answered --------------------------------------
  document.addEventListener("click", (event) => { const button = event.target.closest("button"); if (button && button.form === form) pressed = button; });
  const asTheBrowserDoes = (button) => {
    if (button && button.name) {
      const field = document.createElement("input");
      field.type = "hidden"; field.name = button.name; field.value = button.value;
      form.append(field);
    }
    if (button && button.hasAttribute("formaction")) form.action = button.formAction;
    kept = typed;
    form.submit();
  };
  let going = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (going) return;
    going = true;
    const button = event.submitter || pressed;
    const more = {};
    if (button && button.name) more[button.name] = button.value;
    const address = button && button.hasAttribute("formaction") ? button.formAction : form.action;
    const upTo = typed; // what is typed while it goes is thrown across when the page leaves
    clearTimeout(timer); timer = 0;
    if (sending) await Promise.race([onItsWay.catch(() => {}), new Promise((over) => setTimeout(over, PATIENCE))]);
    try {
      const answer = await window.toServer.post(form, address, () => body(more), { headers: { "X-Stay": "yes" } });
      const on = answer.headers.get("X-Go");
      if (on) { kept = upTo; location.assign(on); return; }
      if (answer.status < 500) { asTheBrowserDoes(button); return; }
    } catch (broken) {
      // the line is down: everything is still here
    }
    going = false;
    notSaved();
    plan();
  });
  addEventListener("pageshow", () => { going = false; });

  // With no line at all, a link would only lead to the browser's own error page.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (navigator.onLine || !link || link.hasAttribute("data-leave") || link.protocol === "tel:" || link.hash) return;
    event.preventDefault();
    notSaved();
  });
})();
