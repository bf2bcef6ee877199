// The questionnaire editor: find a question in the bank, see its words for each age and what it counts as, choose a
// follow-up by name, and hear where a moved question went. What is saved are the same plain fields as without this.
(() => {
  "use strict";
  const form = document.getElementById("w-editor-form");
  const store = document.getElementById("question-bank");
  const noted = document.querySelector("[data-studio-focus]");
  if (noted) noted.focus();
  if (!form || !store) return;
  const bank = JSON.parse(store.textContent);

  const make = (tag, about, ...inside) => {
    const made = Object.assign(document.createElement(tag), about);
    made.append(...inside);
    return made;
  };
  const said = make("p", { className: "w-sr-only" });
  said.setAttribute("role", "status");
  document.body.append(said);
  const field = (name) => form.elements[name];
  const valueOf = (name) => (field(name) ? field(name).value : "");
  const setQuietly = (place, value) => {
    if (place.value === value) return;
    place.value = value;
    place.dispatchEvent(new Event("change", { bubbles: true }));
  };

  // What stands in the editor now, in the order of the page
  const here = () => `${valueOf("band")}/${valueOf("level")}`;
  const wordsHere = (key) => (bank[key] ? bank[key].words[here()] : undefined);
  const anyWords = (key) => wordsHere(key) || (bank[key] ? Object.values(bank[key].words)[0] : undefined);
  const inside = (child, end) => [...child.querySelectorAll(`[name$="${end}"]`)];
  const indexesOf = (child, start, end) => inside(child, end)
    .map((place) => place.name)
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length, -end.length)))
    .map((name) => name.slice(0, -end.length))
    .filter((stem) => valueOf(`${stem}-deleted`) !== "1");
  const ownParts = (child, stem, wording) => indexesOf(child, `${stem}-value-parts-`, "-value-code").map((part) => ({
    id: valueOf(`${part}-value-code`),
    wording: valueOf(`${part}-value-wording`) || wording,
    options: indexesOf(child, `${part}-value-options-`, "-value-code")
      .map((option) => [valueOf(`${option}-value-code`), valueOf(`${option}-value-label`)])
      .filter(([id, label]) => id && label),
  }));
  const questionIn = (child) => {
    const stem = child.querySelector(':scope > input[name$="-type"]').name.slice(0, -"-type".length);
    const isBank = valueOf(`${stem}-type`) === "bank";
    const code = valueOf(`${stem}-value-${isBank ? "key" : "code"}`);
    const words = isBank ? anyWords(code) : undefined;
    const wording = valueOf(`${stem}-value-wording`) || (words ? words.wording : "");
    const parts = isBank ? (words ? words.parts : []) : ownParts(child, stem, wording);
    return { child, stem, isBank, code, wording, parts, id: valueOf(`${stem}-id`) || stem };
  };
  const questions = () => [...document.querySelectorAll("#items-root > [data-streamfield-stream-container] > [data-streamfield-child]")]
    .filter((child) => child.querySelector(':scope > input[name$="-type"]') && child.querySelector(':scope > input[name$="-deleted"]').value !== "1")
    .map(questionIn);
  const named = (question) => (question.wording ? `${question.code} · ${question.wording}` : question.code || "A question without words");

  // The bank: only what has words for this age, unless asked for more; and a box to find words in it
  const offer = (finder) => {
    const asked = finder.search.value.trim().toLowerCase();
    const now = finder.select.value;
    const rows = Object.keys(bank).sort().filter((key) => finder.all.checked || wordsHere(key) || key === now);
    const found = rows.filter((key) => key === now || `${key} ${anyWords(key).wording}`.toLowerCase().includes(asked));
    finder.select.replaceChildren(
      make("option", { value: "", textContent: "Choose a question" }),
      ...found.map((key) => make("option", { value: key, textContent: `${key} · ${anyWords(key).wording}`, selected: key === now })));
    finder.select.value = now;
    const many = asked ? found.filter((key) => key !== now || `${key} ${anyWords(key).wording}`.toLowerCase().includes(asked)).length : found.length;
    finder.told.textContent = `${many} ${many === 1 ? "question" : "questions"} to choose from`;
  };
  const about = (finder) => {
    const key = finder.select.value;
    const shown = `${key} ${here()}`;
    if (finder.shown === shown) return;
    finder.shown = shown;
    finder.about.replaceChildren();
    if (!bank[key]) return;
    const words = wordsHere(key);
    const first = make("p", { className: words ? "" : "studio-bank__none" });
    first.textContent = words ? `They read: “${words.wording}”` : "It has no words for this age and reading level. Choose another, or write your own.";
    const how = words ? make("p", { textContent: words.parts.map((part) => part.how).filter((each, at, all) => all.indexOf(each) === at).join(" · ") }) : "";
    const others = Object.values(bank[key].words).map((each) => make("li", {}, make("b", { textContent: each.for }), ` “${each.wording}”`));
    finder.about.append(first, how, make("p", { textContent: bank[key].counted }),
      make("details", {}, make("summary", { textContent: "Words for every age" }), make("ul", {}, ...others)));
  };
  const addFinder = (question) => {
    const select = field(`${question.stem}-value-key`);
    if (!select) return;
    if (!select.finder) {
      const search = make("input", { type: "search", id: `${select.id}-find`, autocomplete: "off" });
      const all = make("input", { type: "checkbox", id: `${select.id}-all` });
      const finder = { select, search, all, told: make("p"), about: make("div", { className: "studio-bank__about" }) };
      finder.told.setAttribute("role", "status");
      select.finder = finder;
      const box = make("details", { className: "studio-bank", open: !select.value },
        make("summary", { textContent: "Find a question in the bank" }),
        make("label", { htmlFor: search.id, textContent: "A word of it, or its number" }), search,
        make("label", {}, all, " Show questions for other ages too"), finder.told);
      select.before(box);
      select.after(finder.about);
      search.addEventListener("input", (event) => { event.stopPropagation(); offer(finder); });
      search.addEventListener("change", (event) => event.stopPropagation());
      search.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
      all.addEventListener("change", (event) => { event.stopPropagation(); offer(finder); });
    }
    if (select.finder.age !== here()) { select.finder.age = here(); offer(select.finder); }
    about(select.finder);
  };

  // Follow-ups: an earlier question and its choices, by name. The plain fields keep the short names.
  const choicesBefore = (all, at) => all.slice(0, at).reduce((parts, question) => parts.concat(
    question.parts.filter((part) => part.id && part.options.length).map((part) => ({
      id: part.id,
      label: question.parts.length > 1 && part.wording !== question.wording ? `${question.code} · ${question.wording}: ${part.wording}` : named(question),
      options: part.options,
    }))), []);
  const ticked = (place) => place.value.split(",").map((each) => each.trim()).filter(Boolean);
  // What is wrong is never folded away, however the question was closed before
  const openAround = (place) => {
    for (let panel = place.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
      const toggle = panel.querySelector("[data-panel-toggle]");
      if (toggle && toggle.getAttribute("aria-expanded") === "false") toggle.click();
    }
  };
  const drawFollowUp = (way, question, all, at) => {
    const before = choicesBefore(all, at);
    const now = way.part.value.trim();
    const chosen = ticked(way.options);
    const shown = JSON.stringify([before, now, chosen]);
    if (way.shown === shown) return;
    way.shown = shown;
    const target = before.find((each) => each.id === now);
    way.select.replaceChildren(make("option", { value: "", textContent: "No: everyone is asked" }),
      ...before.map((each) => make("option", { value: each.id, textContent: each.label })));
    if (now && !target) way.select.append(make("option", { value: now, textContent: `${now} (not above this question)` }));
    way.select.value = now;
    way.box.replaceChildren(...(target ? target.options : []).map(([id, label]) => {
      const tick = make("input", { type: "checkbox", value: id, checked: chosen.includes(id) });
      return make("label", {}, tick, ` ${label}`);
    }));
    way.box.hidden = way.legend.hidden = !target;
    const later = all.find((each) => each.parts.some((part) => part.id === now));
    let problem = "";
    if (now && !target) {
      problem = later && later !== question
        ? `“${named(question)}” is asked only after “${named(later)}”, which does not come before it. Move this one below it, or choose another. Nothing is lost.`
        : `“${named(question)}” is asked only after ${now}, which is not in this questionnaire. Choose another question, or ask everyone.`;
    } else if (target && !target.options.some(([id]) => chosen.includes(id))) {
      problem = "Tick at least one of these, or nobody would be asked.";
    }
    way.problem.hidden = !problem;
    if (way.problem.textContent !== problem) way.problem.textContent = problem;
    if (problem) openAround(way.problem);
  };
  const addFollowUp = (question, all, at) => {
    const part = field(`${question.stem}-value-only_if-part`);
    const options = field(`${question.stem}-value-only_if-options`);
    if (!part || !options) return;
    if (!part.followUp) {
      const select = make("select", { id: `${part.id}-choose` });
      const legend = make("legend", { textContent: "When one of these was ticked" });
      const box = make("div");
      const problem = make("p", { className: "studio-follow__problem" });
      problem.setAttribute("role", "alert");
      const way = { part, options, select, legend, box, problem };
      part.followUp = way;
      const place = part.closest("[data-contentpath=part]");
      place.before(make("div", { className: "studio-follow" },
        make("label", { htmlFor: select.id, textContent: "Only after a certain answer?" }), select,
        make("fieldset", {}, legend, box), problem));
      [place, options.closest("[data-contentpath=options]")].forEach((each) => { each.hidden = true; });
      select.addEventListener("change", () => { setQuietly(options, ""); setQuietly(part, select.value); later(); });
      box.addEventListener("change", (event) => {
        event.stopPropagation();
        setQuietly(options, [...box.querySelectorAll("input:checked")].map((tick) => tick.value).join(", "));
        later();
      });
    }
    drawFollowUp(part.followUp, question, all, at);
  };

  // Where a question went, said aloud; and the button that moved it keeps the focus, so that it can be pressed again
  let order = null;
  let pressed = null;
  form.addEventListener("click", (event) => {
    const button = event.target.closest('[data-streamfield-action="MOVE_UP"], [data-streamfield-action="MOVE_DOWN"]');
    const child = button ? button.closest("[data-streamfield-child]") : null;
    if (child && child.parentElement.parentElement.id === "items-root") pressed = { child, action: button.dataset.streamfieldAction };
  }, true);
  const keepFocus = (child, action) => {
    const own = [...child.querySelectorAll("[data-streamfield-action]")].filter((button) => button.closest("[data-streamfield-child]") === child);
    const same = own.find((button) => button.dataset.streamfieldAction === action && !button.disabled);
    const other = own.find((button) => button.dataset.streamfieldAction.startsWith("MOVE_") && !button.disabled);
    if (same || other) (same || other).focus();
  };
  const moveOf = (now) => now.filter((id) => order.includes(id))
    .map((id) => ({ id, far: Math.abs(now.indexOf(id) - order.indexOf(id)) }))
    .reduce((furthest, each) => (each.far > furthest.far ? each : furthest), { far: 0 }).id;
  const sayMoves = (all) => {
    const now = all.map((question) => question.id);
    if (order && now.length === order.length && now.some((id, at) => id !== order[at])) {
      const question = all.find((each) => (pressed ? each.child === pressed.child : each.id === moveOf(now)));
      if (question) said.textContent = `${named(question)} is now number ${all.indexOf(question) + 1} of ${all.length}.`;
      if (pressed) keepFocus(pressed.child, pressed.action);
      pressed = null;
    }
    order = now;
  };

  const refresh = () => {
    const all = questions();
    all.forEach((question, at) => {
      if (question.isBank) addFinder(question);
      addFollowUp(question, all, at);
    });
    sayMoves(all);
    splitModes();
  };
  // The preview: age, words and language chosen apart, in place of one very long list
  const splitModes = () => {
    const modes = document.getElementById("id_preview_mode");
    if (!modes || modes.apart) return;
    modes.apart = [...modes.options].filter((option) => option.value).map((option) => ({ value: option.value.split("/"), label: option.text.split(" · ") }));
    const now = () => [valueOf("band") || modes.apart[0].value[0], valueOf("level"), "en"];
    const selects = ["Age", "Words", "Language"].map((title, at) => {
      const seen = new Map(modes.apart.map((mode) => [mode.value[at], mode.label[at]]));
      return make("select", { title }, ...[...seen].map(([value, textContent]) => make("option", { value, textContent, lang: at === 2 ? value : "" })));
    });
    const ask = () => modes.dispatchEvent(new Event("change", { bubbles: true }));
    document.addEventListener("w-preview:loaded", () => setTimeout(() => { // what is chosen while it loads is not heard
      const frame = document.getElementById("w-preview-iframe");
      if (frame && frame.src && new URL(frame.src).searchParams.get("mode") !== modes.value) ask();
    }));
    selects.forEach((select, at) => {
      select.setAttribute("aria-label", select.title);
      select.value = now()[at];
      select.addEventListener("change", () => {
        modes.value = selects.map((each) => each.value).join("/");
        ask();
      });
    });
    const whole = modes.closest(".w-field__wrapper") || modes;
    whole.hidden = true;
    whole.before(make("div", { className: "studio-look" }, ...selects.map((select) => make("label", { textContent: select.title }, select))));
  };

  let waiting = 0;
  const later = () => { clearTimeout(waiting); waiting = setTimeout(refresh, 60); };
  new MutationObserver(later).observe(form, { childList: true, subtree: true });
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  later();
})();
