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
  var last = 0;

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
    var box = document.querySelector("[role=status]");
    var words = document.querySelector("a.leave");
    if (box && words) { box.textContent = words.getAttribute("data-" + key) || ""; }
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

  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") { presses = 0; return; }
    var now = Date.now();
    presses = now - last < 5000 ? presses + 1 : 1;
    last = now;
    if (presses === 1) { say("two"); }
    if (presses === 2) { say("one"); }
    if (presses >= 3) { say("going"); leave(); }
  });
})();
