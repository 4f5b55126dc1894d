  /* What an item says, before MathJax sets it. */
  items.forEach(function (item) { item.said = item.textContent; });

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
    if (card.classList.contains("fixed")) { return; }
    var today = new Date();
    var random = seeded([card.dataset.id, today.getFullYear(), today.getMonth(), today.getDate()].join("/"));
    var free = items.filter(function (item) { return item.dataset.last === undefined; });
    var late = items.filter(function (item) { return item.dataset.last !== undefined; });
    free.sort(function (a, b) { return a.said < b.said ? -1 : 1; });
    for (var last = free.length - 1; last > 0; last -= 1) {
      var other = Math.floor(random() * (last + 1));
      var held = free[last];
      free[last] = free[other];
      free[other] = held;
    }
    items = free.concat(late);
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

  function told() {
    try { return JSON.parse(remembered()) || []; } catch (garbled) { return []; }
  }

