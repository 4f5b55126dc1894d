<script>
/* Shuffles the items by note and local date, numbers them as they are picked, and shows behind the right order where
   each was put. */
(function () {
  "use strict";
  var card = document.querySelector(".quiz");
  var list = card && card.querySelector(".items ol");
  if (!list) { return; }
  var key = "quiz:" + card.dataset.id;
  var items = Array.prototype.slice.call(list.children);
  var put = [];

<!-- shuffle.js -->
  function texts() { return put.map(function (item) { return item.said; }); }

  function toggle(item) {
    var at = put.indexOf(item);
    if (at < 0) { put.push(item); } else { put.splice(at, 1); }
    items.forEach(function (each) { each.dataset.put = put.indexOf(each) + 1 || ""; });
    remember(JSON.stringify(texts()));
  }

  if (card.classList.contains("back")) {
    var before = told();
    items.forEach(function (item, at) {
      var place = before.indexOf(item.said);
      if (place >= 0) { item.classList.add(place === at ? "stands" : "moved"); item.dataset.put = place + 1; }
    });
  } else {
    shuffle();
    remember(null);
    list.classList.add("live");
    items.forEach(function (item) {
      item.classList.add("tappable");
      item.dataset.put = "";
      item.addEventListener("click", function () { toggle(item); });
    });
  }
})();
</script>
