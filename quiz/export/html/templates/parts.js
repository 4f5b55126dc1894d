// What the page is made of, and chance that is the same everywhere.

// What the page tells of a question.
function read(item) {
  const parsed = (text) => JSON.parse(text ?? "[]");
  const { form, key, right, parts, typed, gaps, margin, late, points, partial, exact } = item.dataset;
  const told = [...item.querySelector("details:not(.hint)").children].slice(1);
  return {
    form,
    key,
    worth: Number(points ?? 1),
    partial: partial !== undefined,
    hint: item.querySelector(".hint"),
    right: parsed(right),
    parts: parsed(parts),
    typed: parsed(typed),
    gaps: parsed(gaps),
    margin: Number(margin ?? 0),
    exact: exacts(JSON.parse(exact ?? "{}")),
    late: Number(late ?? 0),
    deck: item.querySelector(".deck"),
    prompt: item.querySelector(".prompt"),
    options: [...item.querySelectorAll(":scope > ul > li")],
    told: told.filter((part) => !part.matches(".feedback")),
    feedback: told.filter((part) => part.matches(".feedback")),
  };
}

// What is in a part of the page, pictures and all; and how an option is called that is no text.
const copied = (part) => [...part.childNodes].map((node) => node.cloneNode(true));
const said = (option) => option.dataset.said ?? option.textContent;

// The answer as the page tells it, but that of an order.
function told(question) {
  const shown = question.told.find((part) => part.matches("p.answer"));
  return shown ? copied(shown) : null;
}

// The feedback to options that were chosen.
function feedbackTo(question, chosen) {
  return question.feedback.filter((part) => chosen.includes(question.options[Number(part.dataset.of)]));
}

function make(name, parent, text = "", kind = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.textContent = text;
  parent?.append(made);
  return made;
}

function button(parent, text, act, kind = "") {
  const made = make("button", parent, text, kind);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// A field to type into.
function field(label) {
  const made = document.createElement("input");
  Object.assign(made, { type: "text", autocomplete: "off", spellcheck: false, dir: "auto", maxLength: 300 });
  made.setAttribute("autocapitalize", "off");
  made.setAttribute("autocorrect", "off");
  if (label) made.setAttribute("aria-label", label);
  return made;
}

// The same name draws the same order everywhere.
function mixed(things, name) {
  let state = 2166136261;
  for (const each of `${name}`) state = Math.imul(state ^ each.codePointAt(0), 16777619);
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state);
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn;
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 4294967296;
  };
  const order = [...things];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
