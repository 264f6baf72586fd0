/* Leaving the page at once, and not coming back to it by « Back ».

   Works without: the link leads away by itself. With it: blank at once, this entry of the history replaced, and one
   neutral flag kept for this tab only from that moment, so that « Back » bounces out, page cache or not. The next
   wanted visit (a link, an address, a reload) clears the flag: nobody is locked out. Runs first, in <head>, so that a
   page reached by « Back » shows nothing. */
(function () {
  "use strict";
  var FLAG = "r";
  var root = document.documentElement;
  var presses = 0;

  function flagged() {
    try { return sessionStorage.getItem(FLAG) === "1"; } catch (e) { return false; }
  }

  function link() { return document.querySelector("a[data-leave]"); }

  function leave() {
    var away = link();
    root.style.display = "none";
    document.title = "\u00a0";
    try { sessionStorage.setItem(FLAG, "1"); } catch (e) { /* no storage: the page is left all the same */ }
    if (away) { location.replace(away.href); }
  }

  function say(key) {
    var box = document.querySelector(".announce");
    var words = document.querySelector("a.leave");
    if (box && words) { box.textContent = key ? words.getAttribute("data-" + key) || "" : ""; }
  }

  var entry = performance.getEntriesByType ? performance.getEntriesByType("navigation")[0] : null;
  var back = entry ? entry.type === "back_forward" : performance.navigation && performance.navigation.type === 2;
  if (flagged()) {
    if (back) {
      root.style.display = "none";
      document.addEventListener("DOMContentLoaded", leave);
    } else {
      try { sessionStorage.removeItem(FLAG); } catch (e) { /* nothing was kept */ }
    }
  }

  /* A page kept in memory is hidden while it waits, so that it cannot flash before this script decides. */
  window.addEventListener("pagehide", function () { root.style.visibility = "hidden"; });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && flagged()) { leave(); } else { root.style.visibility = ""; }
  });

  document.addEventListener("click", function (event) {
    var target = event.target.closest ? event.target.closest("a[data-leave]") : null;
    if (target && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      leave();
    }
  });

  /* Only Shift pressed alone counts: with a letter, Tab, a click or the wheel it has another meaning. Three presses
     within two seconds and a half; after that the count and its words are gone. */
  var alone = false;
  var timer = 0;

  function forget() {
    alone = false;
    if (presses) { presses = 0; say(""); }
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Shift" && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey) { alone = true; }
    else if (event.key !== "Shift") { forget(); }
  });
  ["pointerdown", "wheel", "focusin"].forEach(function (name) { document.addEventListener(name, forget, { passive: true }); });

  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) { return; }
    alone = false;
    presses += 1;
    clearTimeout(timer);
    if (presses === 1) { timer = setTimeout(forget, 2500); return; }
    if (presses === 2) { say("one"); timer = setTimeout(forget, 2500); return; }
    leave();
  });
})();
