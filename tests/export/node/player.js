// Shows each item of `items` in the reference player, answers it as told, and leaves what it showed and scored.
const settled = () => new Promise((done) => setTimeout(done, 20));
async function shown(container) {
  for (let tries = 0; tries < 200; tries += 1) {
    const item = container.shadowRoot?.querySelector("qti-assessment-item");
    if (item?.updateComplete) {
      await item.updateComplete;
      return item;
    }
    await settled();
  }
  throw new Error("the player shows no item");
}
const texts = (item, selector) => [...item.querySelectorAll(selector)].map((each) => each.textContent);
async function played({ xml, tries }) {
  const frame = document.createElement("qti-item");
  const container = document.createElement("item-container");
  container.itemXML = xml;
  frame.append(container);
  document.body.append(frame);
  const item = await shown(container);
  await settled();
  const scores = tries.map((response) => {
    item.resetResponses();
    item.updateResponseVariable("RESPONSE", response);
    item.processResponse();
    return Number(item.getOutcome("SCORE").value);
  });
  await settled();
  const found = {
    scores,
    prompt: texts(item, "qti-prompt").concat(texts(item, "qti-item-body > p")),
    choices: Object.fromEntries([...item.querySelectorAll("qti-simple-choice")].map((each) => [each.identifier, each.textContent])),
    entries: item.querySelectorAll("qti-text-entry-interaction").length,
    told: texts(item, "qti-modal-feedback"),
    marks: [...item.querySelectorAll("em, strong, code, pre, math")].map((each) => [each.localName, each.textContent]),
    tags: [...new Set([...item.querySelectorAll("*")].map((each) => each.localName))],
  };
  frame.remove();
  return found;
}
(async () => {
  const result = document.createElement("pre");
  result.id = "found";
  try {
    const found = [];
    for (const each of items) found.push(await played(each));
    result.textContent = JSON.stringify(found);
  } catch (error) {
    result.textContent = JSON.stringify({ error: String(error.stack || error) });
  }
  document.body.append(result);
})();
