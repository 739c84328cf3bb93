// Draws D2 sources, one JSON text a line, by the engine named: an SVG a line, as JSON.
import { createInterface } from "node:readline";
import { D2 } from "@terrastruct/d2";

const layout = process.argv[2];
const d2 = new D2();
process.stdout.write(`${JSON.stringify(await d2.version())}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const made = await d2.compile(JSON.parse(line), { layout });
    answer = { svg: await d2.render(made.diagram, { ...made.renderOptions, noXMLTag: true }) };
  } catch (error) {
    answer = { error: String(error.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.stdout.write("", () => process.exit(0));
