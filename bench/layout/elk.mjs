// Lays out ELK graphs, one JSON text a line: a graph with positions a line, as JSON.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const ELK = require("elkjs/lib/elk.bundled.js");
const elk = new ELK();
process.stdout.write(`${JSON.stringify(require("elkjs/package.json").version)}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { graph: await elk.layout(JSON.parse(line)) };
  } catch (error) {
    answer = { error: String(error.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
