// The quiz: takes the questions from the page, asks them one by one, and asks the missed ones again.

(() => {
  const quiz = document.getElementById("quiz");
  const list = document.getElementById("questions");
  const seed = quiz.dataset.seed;
  // Each question is read when it is asked, so that a long quiz begins at once.
  const all = [...list.children].map((item) => {
    let found = null;
    return () => (found ??= read(item));
  });
  if (!all.length) return;
  const typable = list.querySelector("[data-typed]") !== null;
  const weighed = list.querySelector("[data-points], [data-partial]") !== null;
  list.remove();

  let round = 0;
  let asked = all;
  let at = 0;
  let right = 0;
  let points = 0; // of what was answered: those earned, and those there were
  let worth = 0;
  let missed = [];
  let typing = false; // whether choices are typed where they can be
  let open = null; // the question that waits for an answer: what a digit does, and what Enter does

  const bar = make("div", quiz, "", "bar");
  const count = make("p", bar, "", "count");
  const score = make("p", bar, "", "score");
  const track = make("progress", quiz);
  track.setAttribute("aria-hidden", "true");
  const stage = make("section", quiz, "", "stage");
  const verdict = make("div", quiz, "", "verdict");
  verdict.setAttribute("role", "status");
  verdict.setAttribute("aria-live", "polite");
  const behind = make("div", quiz, "", "behind");
  const foot = make("div", quiz, "", "foot");

  function begin(questions) {
    [asked, at, right, points, worth, missed] = [questions, 0, 0, 0, 0, []];
    ask();
  }

  function clear() {
    for (const part of [stage, verdict, behind, foot]) part.replaceChildren();
    verdict.className = "verdict";
    open = null;
  }

  function tell(done) {
    count.textContent = done ? "Result" : `Question ${at + 1} of ${asked.length}`;
    tally();
  }

  function tally() {
    const answered = right + missed.length;
    score.textContent = answered ? `${right} of ${answered} right${weighed ? `, ${earned()}` : ""}` : "";
    [track.max, track.value] = [asked.length, answered];
  }

  const rounded = (number) => String(Math.round(number * 100) / 100);
  const earned = () => `${rounded(points)} of ${rounded(worth)} points`;

  function ask() {
    clear();
    tell();
    const question = asked[at]();
    if (question.deck) stage.append(question.deck);
    const prompt = make("h2", stage, "", "prompt");
    prompt.id = "prompt";
    prompt.dir = "auto";
    prompt.tabIndex = -1;
    prompt.append(...copied(question.prompt));
    if (weighed) make("p", stage, `${question.worth} ${question.worth === 1 ? "point" : "points"}`, "points");
    if (question.hint) {
      question.hint.open = false;
      stage.append(question.hint);
    }
    question.way = !typing || !question.typed.length ? question.form : question.gaps.length ? "gaps" : "typed";
    const ways = { choice: askChoice, several: askSeveral, order: askOrder, gaps: askGaps, typed: askTyped, reveal: askReveal };
    ways[question.way](question, prompt, table);
    if (document.activeElement?.tagName !== "INPUT") prompt.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  // A group of buttons with their digits; `act` gets the place of the one chosen.
  function group(options, act, help) {
    const box = make("div", stage, "", "options");
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", "prompt");
    const made = options.map((option, place) => {
      const each = button(box, "", () => open && act(place));
      make("span", each, place < 9 ? `${place + 1}` : "", "digit").setAttribute("aria-hidden", "true");
      Object.assign(make("span", each, "", "words"), { dir: "auto" }).append(...copied(option));
      return each;
    });
    make("p", stage, help, "help");
    open = { digit: (place) => made[place]?.click() };
    return made;
  }

  function askHow() {
    const label = make("label", quiz, "", "how");
    const box = make("input", label);
    box.type = "checkbox";
    label.append("Type the answers instead of choosing");
    box.addEventListener("change", () => {
      typing = box.checked;
      if (open) ask();
    });
  }

  const between = { order: " → ", several: "; " };
  const answerOf = ({ form, right: rights }) => (between[form] ? rights.join(between[form]) : rights[0]);

  function drawn(question) {
    const free = question.options.length - question.late; // those behind stay there
    const options = [...question.options];
    if (round) options.splice(0, free, ...mixed(options.slice(0, free), `${seed}/${round}/${question.key}`));
    return options;
  }

  // What the ways of choosing need of the page.
  const table = { foot, group, drawn, judged, waits: () => open !== null };

  // Fields that are checked together: by Enter in the last one, or by the button.
  function askFields(question, fields, verdictOf) {
    const act = () => {
      const empty = fields.find((each) => !each.value.trim());
      if (!open) return;
      if (empty) {
        verdict.textContent = "Type an answer, or choose “I don’t know”.";
        empty.focus();
        return;
      }
      finish(question, fields, fields.map((each, place) => verdictOf(each.value, place)));
    };
    open = {};
    fields.forEach((each, place) => each.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || !open) return;
      event.preventDefault();
      event.stopPropagation();
      if (place + 1 < fields.length && each.value.trim()) fields[place + 1].focus();
      else act();
    }));
    button(foot, "Check", act, "main");
    button(foot, "I don’t know", () => open && finish(question, fields, fields.map(() => "wrong")));
    fields[0].focus({ preventScroll: true });
  }

  function finish(question, fields, found) {
    fields.forEach((each, place) => {
      each.readOnly = true;
      each.classList.add(found[place] === "right" ? "right" : "wrong");
    });
    const worst = ["wrong", "close", "right"].find((each) => found.includes(each));
    const typed = fields.map((each) => each.value.trim()).filter(Boolean);
    const share = question.parts.length && typed.length === 1 ? judgeParts(question.parts, typed[0], 0, question.exact).share : 0;
    const chosen = question.options.filter((option) => typed.some((each) => fold(each) === fold(said(option))));
    judged(question, worst, { mayClaim: typed.length > 0, share, chosen });
  }

  function askTyped(question) {
    const line = make("p", stage, "", "line");
    const made = field("");
    const label = make("label", line, "Your answer");
    label.htmlFor = made.id = "answer";
    line.append(made);
    made.setAttribute("aria-describedby", "prompt");
    const rights = question.typed.length ? question.typed : question.right;
    if (question.parts.length) make("p", line, `${question.parts.length} answers, in any order, with commas between.`, "help");
    askFields(question, [made], (given) => {
      const whole = judge(rights, given, question.margin, question.exact);
      const byParts = question.parts.length && whole !== "right";
      return byParts ? judgeParts(question.parts, given, 0, question.exact).verdict : whole;
    });
  }

  function askGaps(question, prompt) {
    const gaps = [...prompt.querySelectorAll(".gap")];
    const fields = gaps.map((gap, place) => {
      const made = field(gaps.length > 1 ? `Blank ${place + 1} of ${gaps.length}` : "Blank");
      gap.replaceWith(made);
      return made;
    });
    askFields(question, fields, (given, place) => judge(question.gaps[place], given, question.margin, question.exact));
  }

  function askReveal(question) {
    open = {};
    make("p", stage, "Think of the answer, then look.", "help");
    button(foot, "Show the answer", () => {
      if (!open) return;
      behind.append(...question.told);
      verdict.textContent = "Did you know it?";
      foot.replaceChildren();
      button(foot, "I knew it", () => judged(question, "right"), "main").focus();
      button(foot, "I did not", () => judged(question, "wrong"));
    }, "main").focus();
  }

  // `share` is what an answer that is not right is worth where parts count; `chosen` are the options that it names.
  function judged(question, found, { mayClaim = false, share = 0, chosen = [] } = {}) {
    if (!open) return;
    open = null;
    const earns = found === "right" ? 1 : question.partial ? share : 0;
    points += earns * question.worth;
    worth += question.worth;
    const words = { right: "Right.", close: "Not quite: compare the spelling.", wrong: "Not right." };
    const rest = found === "right" ? "" : ` The answer: ${answerOf(question)}`;
    verdict.className = `verdict ${found === "right" ? "right" : "wrong"}`;
    verdict.replaceChildren();
    make("strong", verdict, `${found === "right" ? "✓" : "✗"} ${words[found]}`);
    if (question.form !== "reveal") make("span", verdict, rest, "unseen");
    stage.querySelector(".help")?.remove();
    // The options of a choice show the answer already.
    behind.append(...feedbackTo(question, chosen));
    const shows = question.way === "choice" || question.way === "several";
    behind.append(...question.told.filter((part) => !shows || !part.matches(".answer, .also")));
    foot.replaceChildren();
    if (found === "right") right += 1;
    else missed.push(asked[at]);
    tally();
    at += 1;
    const last = at === asked.length;
    button(foot, last ? "See the result" : "Next question", last ? end : ask, "main").focus({ preventScroll: true });
    if (found !== "right" && mayClaim) button(foot, "I was right", () => claim((1 - earns) * question.worth));
    foot.scrollIntoView({ block: "nearest" });
  }

  function claim(rest) {
    missed.pop();
    right += 1;
    points += rest;
    verdict.className = "verdict right";
    verdict.replaceChildren();
    make("strong", verdict, "✓ Counted as right.");
    tally();
    foot.lastChild.remove();
    foot.firstChild.focus({ preventScroll: true });
  }

  function end() {
    clear();
    tell(true);
    const heading = make("h2", stage, `${right} of ${asked.length} right`, "result");
    heading.tabIndex = -1;
    const again = missed;
    const percent = `${Math.round((100 * (weighed ? points : right)) / (weighed ? worth : asked.length))} %`;
    make("p", stage, again.length ? (weighed ? `${earned()}: ${percent}` : percent) : "All of them. Well done.");
    if (again.length) {
      make("h3", stage, "Missed");
      const box = make("ul", stage, "", "missed");
      for (const question of again.map((each) => each())) {
        const item = make("li", box);
        const prompt = make("p", item, "", "prompt");
        prompt.append(...copied(question.prompt));
        const answer = make("p", item, "", "answer");
        answer.append(...(told(question) ?? [answerOf(question)]));
        prompt.dir = answer.dir = "auto";
      }
      button(foot, again.length > 1 ? `Ask the ${again.length} missed again` : "Ask it again", () => {
        round += 1;
        begin(mixed(again, `${seed}/${round}`));
      }, "main");
    }
    button(foot, "Start again", () => {
      round += 1;
      begin(mixed(all, `${seed}/${round}`));
    }, again.length ? "" : "main");
    heading.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.tagName === "INPUT") return;
    if (/^[1-9]$/.test(event.key) && open?.digit) open.digit(Number(event.key) - 1);
    else if (event.key === "Enter" && event.target.tagName !== "BUTTON") foot.querySelector(".main:enabled")?.click();
    else return;
    event.preventDefault();
  });

  if (typable) askHow();
  begin(all);
})();
