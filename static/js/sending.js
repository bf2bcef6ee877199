// Sends what was made on this page. If the line breaks, or the visit is over, it stays here, the page says so, and one press tries again.
window.keepMade = (form, make) => {
  "use strict";
  const told = form.querySelector("[data-told]");
  const tell = (words) => { told.hidden = !words; told.textContent = words; };
  const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
  const send = (made) => {
    const body = new FormData(form);
    body.set("made", made, "made");
    return fetch(form.action, { method: "POST", body, credentials: "same-origin" });
  };
  const freshToken = async () => {
    const page = await parsed(await fetch(form.action, { credentials: "same-origin" }));
    const token = page.querySelector("[name=csrfmiddlewaretoken]");
    if (token) form.querySelector("[name=csrfmiddlewaretoken]").value = token.value;
  };
  const kept = (answer) => answer.ok && new URL(answer.url).pathname !== "/";

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const buttons = [...form.querySelectorAll("button")];
    try {
      const made = await make();
      if (!made) return;
      buttons.forEach((button) => { button.disabled = true; });
      tell(form.dataset.saving);
      let answer = await send(made);
      if (answer.status === 403) { await freshToken(); answer = await send(made); }
      if (kept(answer)) { location.replace(answer.url); return; }
      const why = answer.ok ? null : (await parsed(answer)).querySelector("main .alert--warn");
      tell(answer.ok ? form.dataset.over : why ? why.textContent.trim() : form.dataset.notSaved);
    } catch (broken) {
      tell(form.dataset.notSaved);
    }
    buttons.forEach((button) => { button.disabled = false; });
  });
};
