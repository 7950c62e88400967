// dprint's Markdown plug-in, run in this process: formats the file that is named.

import { readFileSync, writeFileSync } from "node:fs";
import { createFromBuffer } from "@dprint/formatter";
import { getPath } from "@dprint/markdown";

const [path] = process.argv.slice(2);
const formatter = createFromBuffer(readFileSync(getPath()));
formatter.setConfig({ lineWidth: 80 }, {});
writeFileSync(path, formatter.formatText({ filePath: path, fileText: readFileSync(path, "utf8") }));
