<script>
/* Shuffles the choices by note and local date, so that both sides agree without storage. A pick is told right or wrong
   at once, or behind, where several are right; the back shows it where there is storage. */
(function () {
  "use strict";
  var card = document.querySelector(".quiz");
  var box = card && card.querySelector(".choices");
  var list = box && box.querySelector("ol");
  if (!list) { return; }
  var key = "quiz:" + card.dataset.id;
  var folded = box.tagName === "DETAILS";
  var several = list.querySelectorAll("[data-right]").length > 1;
  var items = Array.prototype.slice.call(list.children);

<!-- shuffle.js -->
  function picked() { return items.filter(function (item) { return item.classList.contains("picked"); }); }

  function keep() { remember(JSON.stringify(picked().map(function (item) { return item.said; }))); }

  function pick(item) {
    if (!several && picked().length) { return; }
    item.classList.toggle("picked");
    if (!several) { list.classList.add("told"); }
    keep();
  }

  shuffle();
  list.classList.toggle("several", several);
  if (card.classList.contains("back")) {
    var before = remembered();
    items.forEach(function (item) { item.classList.toggle("picked", told().indexOf(item.said) >= 0); });
    list.classList.toggle("known", picked().length > 0);
    if (folded) { box.open = before !== null; box.hidden = before === null; }
  } else {
    remember(null);
    list.classList.add("live");
    if (folded) { box.addEventListener("toggle", function () { if (remembered() === null) { keep(); } }); }
    items.forEach(function (item) {
      item.classList.add("tappable");
      item.addEventListener("click", function () { pick(item); });
    });
  }
})();
</script>
