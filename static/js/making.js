// Sends what was made on this page. If the line breaks, or the visit is over, it stays here, the page says so, and one press tries again.
window.keepMade = (form, make) => {
  "use strict";
  const told = form.querySelector("[data-told]");
  const tell = (words) => { told.hidden = !words; told.textContent = words; };
  const kept = (answer) => answer.ok && new URL(answer.url).pathname !== "/";

  // The controls under More are buttons of this form, too: what was made is kept first, then the button leads on.
  let way = null;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    way = button && button.form === form && button.name === "go" ? button : null;
  }, true);
  const goOn = () => {
    const where = document.createElement("input");
    where.type = "hidden";
    where.name = "go";
    where.value = way.value;
    form.append(where);
    form.action = way.formAction;
    form.submit();
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const buttons = [...form.querySelectorAll("button")];
    try {
      const made = await make();
      if (!made) { if (way) goOn(); return; }
      buttons.forEach((button) => { button.disabled = true; });
      tell(form.dataset.saving);
      const body = () => { const all = new FormData(form); all.set("made", made, "made"); return all; };
      const answer = await window.toServer.post(form, form.action, body);
      if (kept(answer)) { if (way) goOn(); else location.replace(answer.url); return; }
      const why = answer.ok ? null : (await window.toServer.parsed(answer)).querySelector("main .alert--warn");
      tell(answer.ok ? form.dataset.over : why ? why.textContent.trim() : form.dataset.notSaved);
    } catch (broken) {
      tell(form.dataset.notSaved);
    }
    buttons.forEach((button) => { button.disabled = false; });
  });
};
