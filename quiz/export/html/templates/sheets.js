// Puts the questions on pages: no browser can number the pages of each version by itself.

(() => {
  const slack = 12; // pixels left free, since print may set a line a little wider than the screen
  const made = (kind, parent, text = "", name = "div") => {
    const part = document.createElement(name);
    if (kind) part.className = kind;
    part.textContent = text;
    parent.append(part);
    return part;
  };

  // What fits on a page: heights first, all at once, then sums.
  function packed(blocks, room) {
    const heights = blocks.map((block) => block.getBoundingClientRect().height);
    const pages = [];
    let left = -1;
    blocks.forEach((block, at) => {
      if (!pages.length || heights[at] > left) {
        pages.push({ blocks: [], sheets: Math.max(1, Math.ceil(heights[at] / room)) });
        left = room;
      }
      pages.at(-1).blocks.push(block);
      left -= heights[at];
    });
    return pages;
  }

  function lay() {
    const probe = made("page", document.body);
    const style = getComputedStyle(probe);
    const foot = made("foot", probe, "x");
    const room = foot.offsetTop - parseFloat(style.paddingTop) - slack;
    probe.remove();

    for (const section of document.querySelectorAll(".sheet, .key")) {
      const pages = packed([...section.children], room);
      const count = pages.reduce((sum, page) => sum + page.sheets, 0);
      let number = 1;
      for (const { blocks, sheets } of pages) {
        const page = made(`page ${section.className}-page`, document.body);
        if (sheets > 1) page.classList.add("tall");
        page.append(...blocks);
        const line = made("foot", page);
        made("", line, section.dataset.title, "span").dir = "auto";
        made("", line, section.dataset.foot, "span");
        const last = number + sheets - 1;
        made("", line, `Page ${number}${last > number ? `–${last}` : ""} of ${count}`, "span");
        number += sheets;
      }
      section.remove();
    }
    document.documentElement.classList.add("paged");
  }

  // How high a picture is, is known once it is there.
  if (document.images.length && document.readyState !== "complete") addEventListener("load", lay);
  else lay();
})();
