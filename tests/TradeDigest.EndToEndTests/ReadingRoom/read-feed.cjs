// Reads an Atom feed and prints it as JSON; an ill-formed one ends with an error.
const fs = require("fs");
const load = require("module").createRequire(process.argv[2] + "/");
const { XMLParser, XMLValidator } = load("fast-xml-parser");

const xml = fs.readFileSync(process.argv[3], "utf8");
const verdict = XMLValidator.validate(xml);
if (verdict !== true) {
  throw new Error(JSON.stringify(verdict));
}
const list = ["entry", "link"];
console.log(JSON.stringify(new XMLParser({ ignoreAttributes: false, parseTagValue: false, isArray: (name) => list.includes(name) }).parse(xml)));
