// Asks real parsers about documents. The job on standard input is
//   { "mermaid": [diagram, …], "markdown": text, "mdx": text }
// and the answer on standard output
//   { "mermaid": [error or null, …], "markdown": cells, "mdx": cells }
// where cells are the texts of headings, paragraphs and table cells, in order, as a reader sees them.

import { text as textFrom } from "node:stream/consumers";
import { evaluate } from "@mdx-js/mdx";
import MarkdownIt from "markdown-it";
import mermaid from "mermaid";
import remarkGfm from "remark-gfm";

const SHOWN = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "p", "td", "th"]);

const parsed = async (diagram) => {
  try {
    await mermaid.parse(diagram);
    return null;
  } catch (error) {
    return String(error.message ?? error);
  }
};

const markdownCells = (text) =>
  new MarkdownIt({ html: true, linkify: true })
    .parse(text, {})
    .filter((token) => token.type === "inline")
    .map((token) => token.children.map((child) => child.content).join(""));

const textOf = (node) =>
  Array.isArray(node) ? node.map(textOf).join("") : (node?.children !== undefined ? textOf(node.children) : String(node ?? ""));

const mdxCells = async (text) => {
  const jsx = (type, { children, ...props }) =>
    typeof type === "function" ? type({ children, ...props }) : { type, children: children ?? "" };
  const module = await evaluate(text, { Fragment: "fragment", jsx, jsxs: jsx, remarkPlugins: [remarkGfm] });
  const cells = [];
  const visit = (node) => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (SHOWN.has(node?.type)) cells.push(textOf(node));
    else if (node?.children !== undefined) visit(node.children);
  };
  visit(module.default({}));
  return cells;
};

const job = JSON.parse(await textFrom(process.stdin));
const answer = {
  mermaid: await Promise.all((job.mermaid ?? []).map(parsed)),
  markdown: markdownCells(job.markdown ?? ""),
  mdx: await mdxCells(job.mdx ?? ""),
};
process.stdout.write(JSON.stringify(answer));
