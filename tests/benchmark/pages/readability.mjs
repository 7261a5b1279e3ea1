// SPDX-License-Identifier: GPL-3.0-or-later
// Reads each page named on standard input with Mozilla Readability and prints what it finds as the
// JSON lines that `onrecord-index extract` prints, with the milliseconds that it took.
//
//   node readability.mjs REPEATS < list-of-files
//
// The time is that of parsing and extraction: the median of REPEATS runs after one that warms up.
// Reading the file and turning the result into lines is not in it.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const repeats = Number(process.argv[2] ?? 3);
const blocks = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TH TR UL BR").split(" ")
);

function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
    const charset = /charset=["']?([\w-]+)/i.exec(head)?.[1] ?? "windows-1252";
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }
}

// The text with a line for each block, so that words of two blocks do not grow together.
function lines(html) {
  const { document } = parseHTML("<!DOCTYPE html><html><body>" + html + "</body></html>");
  let text = "";
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += child.textContent.replace(/\s+/g, " ");
      if (child.nodeType !== 1) continue;
      if (blocks.has(child.tagName)) text += "\n\n";
      walk(child);
      if (blocks.has(child.tagName)) text += "\n\n";
    }
  };
  walk(document.body);
  return text.replace(/[ \t]*\n[ \t\n]*/g, "\n\n").trim();
}

function extract(page) {
  const { document } = parseHTML(page);
  return new Readability(document).parse();
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const page = decode(readFileSync(path));
  let article = null;
  const times = [];
  try {
    article = extract(page);
    for (let i = 0; i < repeats; ++i) {
      const start = process.hrtime.bigint();
      extract(page);
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  } catch (error) {
    process.stderr.write(`${path}: ${error.message}\n`);
  }
  const found = article ? { headline: article.title, body: lines(article.content ?? "") } : {};
  if (article?.publishedTime) found.published = article.publishedTime;
  if (article?.byline) found.byline = [article.byline];
  console.log(JSON.stringify({ path, ms: times.length ? median(times) : null, ...found }));
}
