// Reads Bicep and YAML files and prints their trees as JSON. Arguments: the folder of the packages, then the files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, ...files] = process.argv.slice(2);
const load = name => import(pathToFileURL(join(modules, name)).href);
const { Parser, Language } = await load('web-tree-sitter/web-tree-sitter.js');
const { default: yaml } = await load('yaml/dist/index.js');

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(modules, 'tree-sitter-bicep/tree-sitter-bicep.wasm')));

const bicepNode = node => ({
  type: node.isError ? 'ERROR' : node.isMissing ? 'MISSING' : node.type,
  text: node.text,
  line: node.startPosition.row + 1,
  children: node.namedChildren.concat(node.children.filter(child => child.isMissing && !child.isNamed)).map(bicepNode),
});

const trees = {};
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  trees[file] = file.endsWith('.bicep')
    ? { bicep: bicepNode(parser.parse(text).rootNode) }
    : { yaml: yaml.parse(text, { strict: true, uniqueKeys: true }) };
}

console.log(JSON.stringify(trees));
