// Maths and code, of which every sign counts: maths as it reads, in TeX, or as one types it (`x^2`).

const SHAPES = { "−": "-", "–": "-", "‑": "-", "’": "'", "′": "'", "″": "''" };

// A formula as one types it: what is raised in brackets behind `^`, what is lowered behind `_`.
function formula(text) {
  let found = text;
  for (const [sign, letters] of [["^", RAISED], ["_", LOWERED]]) {
    found = found.replace(new RegExp(`[${letters}]+`, "gu"), (run) => `${sign}(${run.normalize("NFKC")})`);
  }
  return found.normalize("NFC").replace(/[−–‑’′″]/g, (each) => SHAPES[each]).replace(/\s/g, "")
    .replace(/([\^_])\{([^{}]*)\}/g, "$1($2)").replace(/([\^_])(-?(?:\p{Nd}+|\p{L}))/gu, "$1($2)");
}

// Code, in which runs of blanks are one.
const code = (text) => text.normalize("NFC").trim().split(/\s+/).join(" ");

// Which of the right answers are maths or code, each with a function that knows it however it is typed.
function exacts({ maths = {}, code: codes = {} }) {
  const known = (answers, as) => Object.entries(answers).map(
    ([answer, forms]) => [answer, (typed) => forms.includes(as(typed))]);
  return new Map([...known(maths, formula), ...known(codes, code)]);
}
