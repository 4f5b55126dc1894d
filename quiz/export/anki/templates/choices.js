<script>
// Shuffles the choices by note and local date, so that both sides agree without storage; shows a pick where there is some.
(function () {
  "use strict";
  var card = document.querySelector(".quiz");
  var box = card && card.querySelector(".choices");
  var list = box && box.querySelector("ol");
  if (!list) { return; }
  var key = "quiz:" + card.dataset.id;
  var back = card.classList.contains("back");
  var items = Array.prototype.slice.call(list.children);

  function seeded(text) {
    var state = 2166136261;
    for (var i = 0; i < text.length; i += 1) { state = Math.imul(state ^ text.charCodeAt(i), 16777619); }
    return function () {
      state = (state + 0x6d2b79f5) | 0;
      var mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  function shuffle() {
    var today = new Date();
    var random = seeded([card.dataset.id, today.getFullYear(), today.getMonth(), today.getDate()].join("/"));
    items.sort(function (a, b) { return a.textContent < b.textContent ? -1 : 1; });
    for (var last = items.length - 1; last > 0; last -= 1) {
      var other = Math.floor(random() * (last + 1));
      var held = items[last];
      items[last] = items[other];
      items[other] = held;
    }
    items.forEach(function (item) { list.appendChild(item); });
  }

  function remember(text) {
    try {
      if (text === null) { sessionStorage.removeItem(key); } else { sessionStorage.setItem(key, text); }
    } catch (refused) { /* no storage, no pick */ }
  }

  function remembered() {
    try { return sessionStorage.getItem(key); } catch (refused) { return null; }
  }

  function pick(picked) {
    items.forEach(function (item) { item.classList.toggle("picked", item === picked); });
  }

  shuffle();
  if (back) {
    var text = remembered();
    box.open = text !== null;
    box.hidden = text === null;
    pick(items.filter(function (item) { return item.textContent === text; })[0]);
  } else {
    remember(null);
    box.addEventListener("toggle", function () { if (remembered() === null) { remember(""); } });
    items.forEach(function (item) {
      item.classList.add("tappable");
      item.addEventListener("click", function () { pick(item); remember(item.textContent); });
    });
  }
})();
</script>
