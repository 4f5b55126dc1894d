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

<!-- shuffle.js -->
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
