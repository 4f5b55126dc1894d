// The ways of choosing: one option, several, or all of them in order.

function askChoice(question, prompt, { group, drawn, judged }) {
  const options = drawn(question);
  const texts = options.map(said);
  const made = group(options, (place) => {
    made.forEach((each, other) => {
      each.setAttribute("aria-disabled", "true");
      const isRight = texts[other] === question.right[0];
      if (isRight || other === place) mark(each, isRight);
    });
    judged(question, texts[place] === question.right[0] ? "right" : "wrong", { chosen: [options[place]] });
  }, texts.length > 2 ? `Choose one, or press 1 to ${Math.min(texts.length, 9)}.` : "Choose one, or press 1 or 2.");
}

function askSeveral(question, prompt, { foot, group, drawn, judged, waits }) {
  const options = drawn(question);
  const isRight = options.map((option) => question.right.includes(said(option)));
  const ticked = new Set();
  const made = group(options, (place) => {
    if (!ticked.delete(place)) ticked.add(place);
    made[place].setAttribute("aria-pressed", String(ticked.has(place)));
    check.disabled = !ticked.size;
  }, "Choose all that are right; choose one again to take it back.");
  for (const each of made) each.setAttribute("aria-pressed", "false");
  const check = button(foot, "Check", () => {
    if (!waits()) return;
    made.forEach((each, place) => {
      each.setAttribute("aria-disabled", "true");
      if (isRight[place] || ticked.has(place)) mark(each, isRight[place]);
      if (isRight[place]) each.lastChild.textContent = ticked.has(place) ? " (right)" : " (right, not chosen)";
    });
    const hits = [...ticked].filter((place) => isRight[place]).length;
    const share = Math.max(0, 2 * hits - ticked.size) / question.right.length;
    const chosen = options.filter((option, place) => ticked.has(place));
    judged(question, share === 1 ? "right" : "wrong", { share, chosen });
  }, "main");
  check.disabled = true;
}

function mark(each, isRight) {
  each.classList.add(isRight ? "right" : "wrong");
  make("span", each, isRight ? "✓" : "✗", "sign").setAttribute("aria-hidden", "true");
  make("span", each, isRight ? " (right answer)" : " (your answer, wrong)", "unseen");
}

function askOrder(question, prompt, { foot, group, judged, waits }) {
  const texts = question.options.map(said);
  const chosen = [];
  const made = group(question.options, (place) => {
    const stands = chosen.indexOf(place);
    if (stands < 0) chosen.push(place);
    else chosen.splice(stands, 1);
    made.forEach((each, other) => {
      const rank = chosen.indexOf(other);
      each.setAttribute("aria-pressed", String(rank >= 0));
      each.querySelector(".rank").textContent = rank < 0 ? "" : `${rank + 1}.`;
    });
    check.disabled = chosen.length < texts.length;
    if (!check.disabled) check.focus();
  }, "Choose all of them, in the right order; choose one again to take it back.");
  for (const each of made) {
    each.setAttribute("aria-pressed", "false");
    each.insertBefore(make("span", null, "", "rank"), each.lastChild);
  }
  const check = button(foot, "Check", () => {
    if (!waits()) return;
    const fitting = chosen.filter((place, rank) => texts[place] === question.right[rank]).length;
    made.forEach((each, place) => {
      each.setAttribute("aria-disabled", "true");
      mark(each, texts[place] === question.right[chosen.indexOf(place)]);
      each.lastChild.textContent = each.classList.contains("right") ? " (in its place)" : " (not in its place)";
    });
    judged(question, fitting === texts.length ? "right" : "wrong", { share: fitting / texts.length });
  }, "main");
  check.disabled = true;
}
