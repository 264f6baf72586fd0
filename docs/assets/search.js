/* The search of one page, over Pagefind, whose program and index are asked for at the first search only.

   Without it the page is the map of the site. What is asked is neither put in the address nor kept; a new search
   makes the one that is still running be forgotten. Results are written as text, never as HTML. */
(function () {
  "use strict";
  var SHOWN = 10;
  var box = document.querySelector("[role=search]");
  var field = box.querySelector("input");
  var status = box.querySelector("[role=status]");
  var help = box.querySelector("p[hidden]");
  var list = box.querySelector("ol");
  var leftward = document.documentElement.dir === "rtl";
  var latest = 0;
  var engine = null;

  /* Numbers of several groups and Latin words keep their order in a text that reads from right to left. */
  function readable(text) {
    text = text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/’ /g, "’").replace(/\b([LRD]\.)(?=\d)/g, "$1\u00a0");
    return leftward ? text.replace(/\+?[\dA-Za-z\u00c0-\u024f]+(?:[ \u00a0\u202f\u2010-\u2013\-./:@&'’_+%,]{1,3}[\dA-Za-z\u00c0-\u024f]+)*/g, "\u2066$&\u2069") : text;
  }

  function add(parent, name, text) {
    var element = document.createElement(name);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function show(page) {
    var item = add(list, "li", "");
    var title = add(item, "p", "");
    title.className = "entry-title";
    add(title, "a", readable(page.meta.title)).href = page.url;
    add(item, "p", "… " + readable(page.plain_excerpt) + " …");
  }

  /* As words and numbers stand in the index: no elision, the digits 0-9, articles of law whole, numbers to call in groups. */
  function asIndexed(words) {
    return words.replace(/(^|\s)(?:[cdjlmnst]|qu)['’]/gi, " ").replace(/['’]/g, " ")
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, function (digit) { return String(digit.charCodeAt(0) & 15); })
      .replace(/\b([LRD])\.?\s*(?=\d)/gi, "$1.")
      .replace(/\b0\d(?:[ .]?\d){8}\b/g, function (number) {
        number = number.replace(/\D/g, "");
        return number.replace(number[1] === "8" ? /^.|.{3}/g : /../g, "$& ").trim();
      })
      .replace(/\b(\d{3})(\d{3})\b/g, "$1 $2").trim();
  }

  /* The worker that Pagefind would start has a policy of its own: without it, this page alone may run its program. */
  function load() {
    engine = engine || import("../pagefind/pagefind.js").then(function (loaded) {
      return loaded.options({ noWorker: true }).then(function () { return loaded; });
    });
    return engine;
  }

  /* After a failure the next search begins anew. */
  function unload() {
    if (engine) { engine.then(function (pagefind) { return pagefind.destroy(); }).catch(function () { /* never loaded */ }); }
    engine = null;
  }

  /* Pages that have all the words; when there is none, those that have some, the most of them first. */
  async function find(asked) {
    var pagefind = await load();
    var said = "count";
    var found = (await pagefind.search(asked)).results;
    var words = asked.split(/\s+/).filter(function (word) { return word.length > 2; });
    if (!found.length && /\s/.test(asked)) {
      var each = await Promise.all(words.map(function (word) { return pagefind.search(word); }));
      var scores = {};
      each.forEach(function (one) {
        one.results.forEach(function (page) {
          if (!scores[page.id]) { scores[page.id] = 0; found.push(page); }
          scores[page.id] += 1000 + page.score;
        });
      });
      found.sort(function (a, b) { return scores[b.id] - scores[a.id]; });
      said = "some";
    }
    return {
      said: found.length ? said : "none",
      count: found.length,
      pages: await Promise.all(found.slice(0, SHOWN).map(function (page) { return page.data(); }))
    };
  }

  async function search() {
    var mine = ++latest;
    var asked = asIndexed(field.value);
    var found = { said: "failed", count: 0, pages: [] };
    list.textContent = "";
    help.hidden = true;
    status.textContent = asked ? status.dataset.busy : "";
    if (!asked) { return; }
    try { found = await find(asked); } catch (error) { unload(); }
    if (mine !== latest) { return; }
    status.textContent = status.dataset[found.said].replace("{n}", found.count) + (found.count > SHOWN ? status.dataset.first : "");
    help.hidden = found.count > 0;
    found.pages.forEach(show);
  }

  box.querySelector("button").addEventListener("click", search);
  field.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && !event.isComposing) { search(); }
  });
  box.hidden = false;
})();
