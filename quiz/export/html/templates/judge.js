// How a typed answer is judged: as a fair teacher would, by letters, numbers and dates.

const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ß: "ss", ی: "ي",
  ى: "ي", ک: "ك", "&": " and " };
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/g;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const SMALL = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
  "seventeen eighteen nineteen").split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth " +
  "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split(" ");
const SCALES = { hundred: 1e2, thousand: 1e3, k: 1e3, million: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12 };

// Text without what tells no two answers apart: case, accents, punctuation, articles.
function fold(text) {
  const plain = [...text.normalize("NFKD").toLowerCase()].map((each) => LETTERS[each] ?? each).join("");
  const words = plain.replace(ACCENTS, "").normalize("NFC").replace(/['’‘ʼʹʿʾ`´]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}\p{S}#%*@/\\]+/gu, " ").trim().split(" ");
  const rest = words.length > 1 && /^(the|an?)$/.test(words[0]) ? words.slice(1) : words;
  const kept = rest.filter((word) => word !== "the");
  return (kept.length ? kept : rest).join(" ") || text.trim();
}

// A number in words below a hundred ("thirty-seven"); NaN for other words.
function worded(text) {
  const [first, second, more] = text.split(/[ -]/);
  const tens = TENS.indexOf(first);
  const ones = SMALL.indexOf(tens < 0 ? first : second);
  if (more !== undefined || (tens < 0 && (second !== undefined || ones < 0))) return NaN;
  if (tens < 0) return ones;
  return second === undefined ? 20 + 10 * tens : ones > 0 && ones < 10 ? 20 + 10 * tens + ones : NaN;
}

// Digits with any separators; a point or comma before exactly three digits separates thousands where it can.
function plainDigits(text) {
  const digits = text.replace(/[\s'’\u00a0\u202f]/g, "").replace("−", "-");
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(",", ""));
  if (/^[-+]?\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(digits)) return Number(digits.replaceAll(".", "").replace(",", "."));
  if (/^[-+]?\d+([.,]\d+)?$/.test(digits)) return Number(digits.replace(",", "."));
  return NaN;
}

// An amount: its value, and the sign of money before it or the unit behind it; null for what is none.
function amount(text) {
  const whole = text.normalize("NFKC").trim();
  const found = /^(US\$|\p{Sc})?\s*([-−+]?\d(?:[\d.,'’\s]*\d)?)(.*)$/su.exec(whole);
  const named = /^([a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?![a-z])(.*)$/i.exec(whole);
  let value = found ? plainDigits(found[2]) : named ? worded(named[1].toLowerCase()) : NaN;
  let unit = found ? `${found[3]} ${found[1] ?? ""}` : named ? named[2] : "";
  const scale = /^\s*([a-z]+)\b/i.exec(unit);
  if (scale && SCALES[scale[1].toLowerCase()]) {
    value *= SCALES[scale[1].toLowerCase()];
    unit = unit.slice(scale[0].length);
  }
  return Number.isNaN(value) || /\d/.test(unit) ? null : { value, unit: sameUnit(unit) };
}

// A unit as it is compared: without plural, and by one name.
function sameUnit(text) {
  const unit = text.toLowerCase().replace(/per ?cent\b/, "%").replace(/[^\p{L}\p{Sc}%°/]+/gu, " ").trim();
  const names = { kilometre: "km", kilometer: "km", metre: "m", meter: "m", kilogram: "kg", dollar: "$", euro: "€",
    pound: "£", us: "$", bce: "bc", ad: "", ce: "" };
  const single = unit.replace(/(?<=\p{L}{2})s$/u, "");
  return names[single] ?? single;
}

// The dates a text can be read as, each as year-month-day; none for what is no date.
function dates(text) {
  const digits = /^\s*(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})\s*$/.exec(text);
  if (digits) {
    const [first, second, third] = digits.slice(1).map(Number);
    if (first > 31) return [`${first}-${second}-${third}`];
    if (text.includes(".") && second <= 12) return [`${third}-${second}-${first}`]; // with dots the day comes first
    return [`${third}-${second}-${first}`, `${third}-${first}-${second}`];
  }
  const words = text.toLowerCase().split(/[\s,.]+/).filter((word) => word && !/^(the|of|on|in)$/.test(word));
  const months = words.filter((word) => /^[a-z]{3,9}$/.test(word) && MONTHS.includes(word.slice(0, 3)));
  const numbers = words.filter((word) => !months.includes(word)).map((word) => word.replace(/(st|nd|rd|th)$/, ""));
  if (months.length !== 1 || !numbers.length || !numbers.every((word) => /^\d{1,4}$/.test(word))) return [];
  const years = numbers.filter((word) => word.length > 2);
  const days = numbers.filter((word) => word.length < 3);
  if (years.length > 1 || days.length > 1) return [];
  return [`${years[0] ?? ""}-${MONTHS.indexOf(months[0].slice(0, 3)) + 1}-${+(days[0] ?? 0)}`];
}

// Two numbers with all between them ("from 1804 to 1813", "1804–13"), as one text; "" for what is no such range.
function range(text) {
  const found = /^\s*(?:from|between)?\s*(\d[\d,]*)\s*(?:[-–—]|to|and|until)\s*(\d[\d,]*)\s*$/i.exec(text);
  if (!found) return "";
  const [low, high] = found.slice(1).map((each) => each.replaceAll(",", ""));
  return `${low}-${high.length < low.length ? low.slice(0, low.length - high.length) + high : high}`;
}

// How many letters two words are apart, no more than three counted.
function apart(one, other) {
  if (Math.abs(one.length - other.length) > 2 || one.length > 60) return 3;
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return Math.min(row[other.length], 3);
}

// Whether two answers have the same letters; those without numbers may be put together or apart ("e-mail").
function sameLetters(right, given) {
  const [one, other] = [right, given].map((text) => fold(text).split(" ").map((word) => {
    const place = ORDINALS.indexOf(word) + 1;
    return place ? `${place}${{ 1: "st", 2: "nd", 3: "rd" }[place] ?? "th"}` : word;
  }));
  return one.join(" ") === other.join(" ") || (!/\d/.test(right + given) && one.join("") === other.join(""));
}

// Whether two answers are the same: as dates, ranges or amounts (a unit may be left out), or by their letters.
function same(right, typed, margin) {
  const given = typed.replace(/^\s*(in|on|about|around|circa|ca?\.?)\s+(?=\d)/i, "");
  if (dates(right).length) return dates(given).includes(dates(right)[0]);
  if (range(right)) return range(right) === range(given);
  const [asked, said] = [amount(right), amount(given)];
  if (!asked || !said) return sameLetters(right, typed);
  if (said.unit !== asked.unit && (said.unit || asked.unit === "bc")) return false;
  return Math.abs(asked.value - said.value) <= margin * (1 + 1e-9);
}

// Digits as 0 to 9, whether they were Arabic, Persian or of India.
function european(text) {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => digit.codePointAt(0) & 15)
    .replace(/[०-९০-৯]/g, (digit) => (digit.codePointAt(0) & 15) - 6);
}

// Code, formulas, powers and times of day, of which every sign counts.
const SIGNS = /[!_=<>*\\^⁰¹²³⁴⁵⁶⁷⁸⁹]|(?:^|\s)-\p{L}|\d\s*[ap]\.?\s?m\b/iu;

// Whether a date with dots is one told in words beside it, written with its month first.
function turned(text, worded) {
  const found = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{1,4})\s*$/.exec(text);
  return Boolean(found) && found[1] !== found[2] && worded.includes(`${+found[3]}-${+found[1]}-${+found[2]}`);
}

// "right", "close" (a slip of the pen, or a number with the wrong unit), or "wrong"; `exact` knows maths and code.
function judge(answers, typed, margin = 0, exact = new Map()) {
  if (answers.some((right) => exact.get(right)?.(typed) ?? right.trim() === typed.trim())) return "right";
  const free = answers.filter((right) => !exact.has(right));
  const worded = free.flatMap((right) => (/\p{L}/u.test(right) ? dates(right) : []));
  const counted = free.filter((right) => !SIGNS.test(right) && !turned(right, worded));
  const [rights, given] = [counted.map(european), european(typed)];
  if (rights.some((right) => same(right, given, margin))) return "right";
  const slip = rights.map(fold).some((right) => {
    if (/\d/.test(right) || right.length < 5) return false;
    const letters = apart(right, fold(given));
    return letters === 1 || (letters === 2 && right.length > 8);
  });
  return slip ? "close" : "wrong";
}

// What was typed for an answer of several parts, one by one: parted at semicolons, else at commas and "and" unless a
// part has some, else at blanks.
function pieces(parts, typed) {
  const between = /\s*(?:[,;\n]|\s\/\s|&|\band\b)\s*(?:and\b\s*)?/i;
  let found = typed.split(/\s*[;\n]\s*/);
  if (found.length === 1) {
    const whole = parts.filter((part) => between.test(part)).map(fold);
    found = [];
    for (const piece of typed.split(between)) {
      const joined = found.length ? `${found[found.length - 1]}, ${piece}` : "";
      if (joined && whole.includes(fold(joined))) found[found.length - 1] = joined;
      else found.push(piece);
    }
  }
  if (found.length === 1 && !parts.some((part) => /\s/.test(part))) found = typed.trim().split(/\s+/);
  return [...new Set(found.filter((each) => each.replace(/[ .]/g, "")))];
}

// How an answer of several parts was named, in any order: the verdict, and the share that its parts are worth.
function judgeParts(parts, typed, margin, exact) {
  const left = [...parts];
  let [extra, close] = [0, 0];
  for (const given of pieces(parts, typed)) {
    const verdicts = left.map((part) => judge([part], given, margin, exact));
    const at = verdicts.includes("right") ? verdicts.indexOf("right") : verdicts.indexOf("close");
    if (at < 0) extra += 1;
    else {
      close += verdicts[at] === "close";
      left.splice(at, 1);
    }
  }
  const all = !left.length && !extra;
  const named = parts.length - left.length - close;
  return { verdict: all ? (close ? "close" : "right") : "wrong", share: Math.max(0, named - extra) / parts.length };
}
