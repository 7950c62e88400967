// dprint's Markdown plug-in, run in this process: formats the files that are named.

import { readFileSync, writeFileSync } from "node:fs";
import { createFromBuffer } from "@dprint/formatter";
import { getPath } from "@dprint/markdown";

const formatter = createFromBuffer(readFileSync(getPath()));
formatter.setConfig({ lineWidth: 80 }, {});
for (const path of process.argv.slice(2)) {
  writeFileSync(path, formatter.formatText({ filePath: path, fileText: readFileSync(path, "utf8") }));
}
