/* Filters and sorts in place. The address alone keeps what is chosen, and only what the page offers is understood. */
const all = (selector) => [...document.querySelectorAll(selector)];
const [bar] = all(".ledger-bar"), [field] = all("#mots"), [status] = all(".found"), heads = all("[data-sort]");
let now, typing, timer;

/* Without accents, vowel signs, lengthening, forms of alif. */
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}ـ]/gu, "").replace(/œ/g, "oe")
  .replace(/’/g, "'").replace(/ى/g, "ي").replace(/ة/g, "ه");

const choices = all(".filters a").map((link) => {
  const [, facet, slug] = link.pathname.match(/(\w+)-([^/]+)\/$/);
  return { link, facet, slug };
});
const isOn = ({ facet, slug }) => now.get(facet) === slug;
const has = (row, { facet, slug }) => row.dataset[facet].split(" ").includes(slug);
const tables = all(".ledger").map((table) => ({ table, rows: [...table.tBodies[0].rows].map((row, place) => {
  const filters = choices.filter((one) => has(row, one)).map(({ link }) => link.dataset.words);
  return { row, place, name: row.cells[0].innerText, text: plain([row.textContent, row.dataset.words, ...filters].join(" ")) };
}) }));

const show = () => {
  const tri = now.get("tri") || "", key = tri.replace("-", ""), words = plain(field.value).split(/\s+/);
  const chosen = choices.filter(isOn), said = chosen.map(({ link }) => link.dataset.words);
  const rank = ({ row }) => choices.findIndex((one) => one.facet === key && has(row, one));
  const order = (a, b) => (key === tri ? 1 : -1) *
    (key === "nom" ? a.name.localeCompare(b.name, document.documentElement.lang, { numeric: true }) : rank(a) - rank(b)) || a.place - b.place;
  let any = 0;
  for (const { table, rows } of tables) {
    let shown = 0;
    for (const { row, text } of rows.sort(order)) {
      row.hidden = !(chosen.every((one) => has(row, one)) && words.every((word) => text.includes(word)));
      shown += !row.hidden;
      row.parentNode.append(row);
    }
    any += shown;
    said.push(table.dataset.count.replace("{n}", shown));
  }
  status.textContent = (any ? "" : status.dataset.none + " ") + said.join(" · ");
  for (const one of choices) { one.link.setAttribute("aria-current", isOn(one)); }
  for (const head of heads) {
    head.setAttribute("aria-sort", head.dataset.sort !== key ? "none" : key === tri ? "ascending" : "descending");
  }
};

/* One entry of the history per choice or word. */
const keep = (name, value, same) => {
  if (value) { now.set(name, value); } else { now.delete(name); }
  const query = `${now}` && `?${now}`;
  if (query !== location.search) { history[same ? "replaceState" : "pushState"](0, "", location.pathname + query); }
  show();
};
const read = () => {
  now = new URLSearchParams([...new URLSearchParams(location.search)].filter(([name, value]) => name === "mots" ||
    choices.some(({ facet, slug }) => facet === name && slug === value) ||
    (name === "tri" && heads.some(({ dataset }) => dataset.sort === value.replace(/^-/, "")))));
  field.value = now.get("mots");
  show();
};
field.onfocus = () => { typing = false; };
field.oninput = () => {
  clearTimeout(timer);
  timer = setTimeout(() => { keep("mots", field.value.trim(), typing); typing = true; }, 300);
};

document.onclick = (event) => {
  const one = choices.find(({ link }) => link.contains(event.target));
  if (!one || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
  event.preventDefault();
  keep(one.facet, !isOn(one) && one.slug);
};
bar.lastElementChild.onclick = () => {
  now = new URLSearchParams();
  field.value = "";
  keep();
};
/* Up, down, as it was. */
for (const head of heads) {
  const button = document.createElement("button"), { sort } = head.dataset;
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.onclick = () => keep("tri", { [sort]: `-${sort}`, [`-${sort}`]: "" }[now.get("tri")] ?? sort);
}
onpopstate = read;
read();
bar.hidden = false;
