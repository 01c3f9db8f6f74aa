// Works the controls of the report page: filters, search, steps from change to change, quotations.
"use strict";
const byId = (id) => document.getElementById(id);
const form = byId("controls");
const changes = [...document.querySelectorAll(".change")];
const texts = new Map();
let current = null, waiting = 0;

function textOf(change) {
  const parts = () => [...change.children].filter((part) => !part.matches(".copy")).map((part) => part.textContent);
  if (!texts.has(change)) texts.set(change, parts().join(" ").toLowerCase());
  return texts.get(change);
}

function wanted() {
  const fates = new Set([...form.querySelectorAll("[name=fate]:checked")].map((box) => box.value));
  const topic = byId("topic")?.value, aspect = byId("aspect")?.value, finding = byId("finding")?.value, doubtful = byId("doubtful")?.checked;
  const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  return (change) =>
    fates.has(change.dataset.fate) &&
    (!topic || change.dataset.topics.split(" ").includes(topic)) &&
    (!aspect || change.dataset.aspects.split(" ").includes(aspect)) &&
    (!finding || (change.dataset.findings ?? "").split(" ").includes(finding)) &&
    (!doubtful || change.dataset.doubtful === "yes") &&
    words.every((word) => textOf(change).includes(word));
}

function filter() {
  const fits = wanted();
  for (const change of changes) change.hidden = !fits(change);
  const open = changes.filter((change) => !change.hidden);
  const all = open.length === changes.length;
  // Only what heads them: to bring back thousands of changes with their group takes a browser minutes.
  for (const part of document.querySelectorAll(".group, .told")) {
    const empty = !all && !part.querySelector(".change:not([hidden])");
    for (const head of part.querySelectorAll(":scope > :is(h2, h3, .above)")) head.hidden = empty;
  }
  byId("found").textContent = `${open.length} of ${changes.length} changes shown`;
}

// In a long page a filter takes a moment, so it waits until the typing pauses.
function soon() {
  clearTimeout(waiting);
  if (changes.length < 1000) filter();
  else waiting = setTimeout(filter, 200);
}

// What is laid out only as it comes near moves what was scrolled to: so once more, until it stays.
function show(part, tries = 5) {
  part.scrollIntoView({ block: "start" });
  const { top } = part.getBoundingClientRect();
  const moved = () => Math.abs(part.getBoundingClientRect().top - top) > 1;
  requestAnimationFrame(() => requestAnimationFrame(() => { if (tries && moved()) show(part, tries - 1); }));
}

function step(way) {
  const open = changes.filter((change) => !change.hidden);
  const at = open.indexOf(current);
  const next = open[at < 0 ? (way > 0 ? 0 : open.length - 1) : Math.min(Math.max(at + way, 0), open.length - 1)];
  if (!next) return;
  current = next;
  next.tabIndex = -1;
  show(next);
  next.focus({ preventScroll: true });
}

function reveal() {
  const target = byId(location.hash.slice(1));
  const change = target?.closest(".change");
  if (!change) return;
  if (change.hidden) {
    form.reset();
    filter();
  }
  current = change;
  show(target);
}

function quotation(change) {
  const [old, latest] = [...document.querySelectorAll("h1 > span")].map((title) => title.textContent);
  const lines = [...change.querySelectorAll(".provision")].map((held) => {
    const title = held.parentElement.className === "old" ? old : latest;
    return `${held.querySelector(".id").textContent} (${title}): “${held.querySelector("p").textContent}”`;
  });
  const said = change.querySelector("h4").textContent.trim();
  const place = location.href.split("#")[0] + "#" + change.querySelector(".provision").id;
  return [...lines, said, place].join("\n");
}

async function copy(button) {
  const text = quotation(button.closest(".change"));
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  byId("found").textContent = "Quotation copied";
}

for (const change of changes) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy quotation";
  change.append(button);
}
document.addEventListener("click", (event) => {
  if (event.target.matches(".copy")) copy(event.target);
});
document.addEventListener("focusin", (event) => {
  current = event.target.closest(".change") ?? current;
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !byId("keys").checked) return;
  if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  const act = { n: () => step(1), p: () => step(-1), "/": () => byId("search").focus() }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
for (const event of ["input", "change"]) form.addEventListener(event, soon);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter)); // the fields are reset after this event
byId("next").addEventListener("click", () => step(1));
byId("previous").addEventListener("click", () => step(-1));
window.addEventListener("hashchange", reveal);
form.hidden = false;
filter();
reveal();
