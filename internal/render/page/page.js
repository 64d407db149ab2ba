// The page can be read without this. It lights the whole of a span that a link
// leads to, unfolds what a link leads into, shows two texts side by side, and
// shows somebody's card beside the name that leads to it.
"use strict";
(() => {
  const target = () => {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  };
  const unfold = (e) => {
    for (let d = e && e.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
  };
  // A link from a row into a text lights every piece that the row rests on.
  const light = (row, within) => {
    for (const e of document.querySelectorAll(".m.lit")) e.classList.remove("lit");
    if (!row) return;
    for (const e of within.querySelectorAll("[data-rows~='" + CSS.escape(row) + "']")) e.classList.add("lit");
  };
  const arrive = () => {
    const e = target();
    if (!e) return;
    unfold(e);
    e.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();

  document.addEventListener("click", (event) => {
    const a = event.target.closest("a[href^='#']");
    if (!a || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = document.getElementById(a.getAttribute("href").slice(1));
    if (!to) return;
    if (to.matches(".card, .named li") && !a.closest(".beside") && beside(a, to)) {
      event.preventDefault();
      return;
    }
    unfold(to);
    const row = a.closest(".row");
    const text = to.closest(".text");
    light(row && row.id, text || document);
    if (to.dataset.below && to.dataset.above && a.closest(".stemma") && sideBySide(to)) event.preventDefault();
  });

  // The card stands under the name, or above it where there is more room.
  function beside(name, card) {
    const pop = document.createElement("div");
    if (!pop.showPopover) return false;
    pop.className = "beside";
    pop.popover = "auto";
    const copy = document.createElement("div");
    copy.append(card.cloneNode(true));
    for (const e of copy.querySelectorAll("[id]")) e.removeAttribute("id");
    const go = document.createElement("a");
    go.className = "go";
    go.href = "#" + card.id;
    go.textContent = "Who is who →";
    pop.append(copy, go);
    pop.tabIndex = -1;
    pop.addEventListener("toggle", (e) => {
      if (e.newState !== "closed") return;
      if (pop.contains(document.activeElement)) name.focus({preventScroll: true});
      pop.remove();
    });
    pop.addEventListener("click", (e) => { if (e.target.closest("a")) pop.hidePopover(); });
    (name.closest("dialog") || document.body).append(pop);
    pop.showPopover();
    pop.focus({preventScroll: true});
    const at = name.getClientRects()[0], size = pop.getBoundingClientRect();
    const below = at.bottom + 6 + size.height <= innerHeight || at.top < innerHeight - at.bottom;
    pop.style.left = Math.max(12, Math.min(at.left, innerWidth - size.width - 12)) + "px";
    pop.style.top = Math.max(12, Math.min(below ? at.bottom + 6 : at.top - size.height - 6, innerHeight - size.height - 12)) + "px";
    return true;
  }

  function sideBySide(line) {
    const dialog = document.createElement("dialog");
    if (!dialog.showModal) return false;
    dialog.setAttribute("aria-label", line.getAttribute("aria-label"));
    const bar = document.createElement("div");
    bar.className = "bar";
    bar.append(line.previousElementSibling.textContent);
    const close = document.createElement("button");
    close.textContent = "close";
    close.addEventListener("click", () => dialog.close());
    bar.append(close);
    const pair = document.createElement("div");
    pair.className = "pair";
    for (const id of [line.dataset.above, line.dataset.below]) {
      const side = document.createElement("div");
      const report = document.getElementById(id);
      const name = document.createElement("h4");
      name.textContent = report.getAttribute("aria-label");
      const text = report.querySelector(".text").cloneNode(true);
      for (const e of text.querySelectorAll("[id]")) e.removeAttribute("id");
      for (const e of text.querySelectorAll(".notes")) e.remove();
      for (const e of text.querySelectorAll("[data-rows]")) {
        e.className = e.dataset.rows.split(" ").includes(line.id) ? "m lit" : "";
      }
      side.append(name, text);
      pair.append(side);
    }
    dialog.append(bar, pair);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    return true;
  }
})();
