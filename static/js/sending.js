// Talks to the server without leaving the page, so that a broken line loses nothing.
window.toServer = (() => {
  "use strict";
  const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
  const token = (page) => page.querySelector("[name=csrfmiddlewaretoken]");
  const ask = (address, body, more) => fetch(address, Object.assign({ method: "POST", body, credentials: "same-origin" }, more));
  // A code typed in another tab gave this browser a new token: fetch it, and send once more.
  const post = async (form, address, makeBody, more) => {
    const answer = await ask(address, makeBody(), more);
    if (answer.status !== 403) return answer;
    const fresh = token(await parsed(await fetch(location.href, { credentials: "same-origin" })));
    if (!fresh) return answer;
    token(form).value = fresh.value;
    return ask(address, makeBody(), more);
  };
  return { parsed, post };
})();
