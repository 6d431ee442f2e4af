// Rewrites lib/ so that a module is loaded when it is first used, not when the file that names it is: a CDK app that
// declares one vault then loads no IAM and no cron parser. aws-cdk-lib is built the same way.
//
//   const iam = require("aws-cdk-lib/aws-iam");   becomes   let iam_module; const iam = () => iam_module ??= require(…);
//   iam.Role                                      becomes   iam().Role
//   exports.CfnRole = iam.CfnRole;                becomes   a getter, until it is used
//   __exportStar(require("./x"), exports);        becomes   a getter for each name that x exports
//
// What is explained to readers stays in the sources and the types: Node would read past it whenever it loads a file.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const MARK = '/* modules are loaded on first use */\n';

/**
 * What the getters of a file call: one becomes the value that it got, so that the next use of the name costs nothing. What
 * a module that is still being loaded has not got yet is asked for again.
 */
const LAZILY = `
function lazily(name, load) {
  Object.defineProperty(exports, name, {
    enumerable: true,
    configurable: true,
    get() {
      const value = load()[name];
      if (value !== undefined) Object.defineProperty(exports, name, { enumerable: true, configurable: true, value });
      return value;
    },
  });
}
`;

for (const path of readdirSync('lib', { recursive: true })) {
  if (path.endsWith('.js')) rewrite(join('lib', path));
}

function rewrite(path) {
  const text = readFileSync(path, 'utf8');
  if (text.startsWith(MARK)) return;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const edits = [];
  const modules = new Set();

  for (const statement of source.statements) {
    const module = requiredModule(statement);
    if (!module) continue;
    modules.add(module.name);
    const lazy = `let ${module.name}_module;\nconst ${module.name} = () => (${module.name}_module ??= ${module.load});`;
    edits.push({ start: statement.getStart(), end: statement.end, text: lazy, whole: true });
  }
  for (const statement of source.statements) {
    const reexport = reexported(statement, modules);
    if (!reexport) continue;
    const { module, name } = reexport;
    edits.push({
      start: statement.getStart(),
      end: statement.end,
      text: getter(name, `${module}()`),
      whole: true,
    });
  }
  for (const statement of source.statements) {
    const load = exportedWhole(statement);
    if (!load) continue;
    const names = exportedNames(join(dirname(path), `${load.module}.js`));
    const announced = names.length > 0 ? `${names.map((name) => `exports.${name} = `).join('')}void 0;\n` : '';
    const getters = names.map((name) => getter(name, load.text)).join('\n');
    edits.push({ start: statement.getStart(), end: statement.end, text: announced + getters, whole: true });
  }
  visit(source);

  const whole = edits.filter((edit) => edit.whole);
  const inside = (edit) => !edit.whole && whole.some(({ start, end }) => edit.start >= start && edit.end <= end);
  let rewritten = text;
  for (const edit of edits.filter((edit) => !inside(edit)).sort((a, b) => b.start - a.start)) {
    rewritten = rewritten.slice(0, edit.start) + edit.text + rewritten.slice(edit.end);
  }
  const lazy = rewritten.includes('\nlazily(') ? rewritten + LAZILY : rewritten;
  writeFileSync(path, MARK + withoutComments(lazy));

  function visit(node) {
    if (ts.isIdentifier(node) && modules.has(node.text) && isReference(node)) {
      // `new module().Class()` would construct the function that loads the module.
      const { parent } = node;
      const constructed = ts.isNewExpression(parent.parent) && parent.parent.expression === parent;
      edits.push({
        start: node.getStart(),
        end: node.end,
        text: `${constructed ? '(' : ''}${node.text}()`,
        whole: false,
      });
      if (constructed) edits.push({ start: parent.end, end: parent.end, text: ')', whole: false });
    }
    ts.forEachChild(node, visit);
  }
}

function withoutComments(text) {
  const printer = ts.createPrinter({ removeComments: true, newLine: ts.NewLineKind.LineFeed });
  return printer.printFile(ts.createSourceFile('module.js', text, ts.ScriptTarget.ES2022));
}

/** The name and the loading expression of `const name = require(…)`, with or without a helper around it. */
function requiredModule(statement) {
  if (!ts.isVariableStatement(statement) || statement.declarationList.declarations.length !== 1) return undefined;
  const [{ name, initializer }] = statement.declarationList.declarations;
  if (
    !initializer ||
    !ts.isIdentifier(name) ||
    !/^(__importStar\()?require\("[^"]+"\)\)?$/.test(initializer.getText())
  ) {
    return undefined;
  }
  return { name: name.text, load: initializer.getText() };
}

/** The parts of `exports.A = module.A`. */
function reexported(statement, modules) {
  const parts = /^exports\.(\w+) = (\w+)\.\1;$/.exec(statement.getText());
  return parts && modules.has(parts[2]) ? { name: parts[1], module: parts[2] } : undefined;
}

/** The module of `__exportStar(require("./x"), exports)`. */
function exportedWhole(statement) {
  const parts = /^__exportStar\((require\("(\.[^"]+)"\)), exports\);$/.exec(statement.getText());
  return parts ? { text: parts[1], module: parts[2] } : undefined;
}

/** The names that a compiled module announces: `exports.A = exports.B = void 0;`. A module of types has none. */
function exportedNames(path) {
  const announced = readFileSync(path, 'utf8').match(/^(exports\.\w+ = )+void 0;$/gm) ?? [];
  return announced.flatMap((line) => [...line.matchAll(/exports\.(\w+) = /g)].map(([, name]) => name));
}

/** Node finds the names for `import { CfnRole }` by reading, and forgets one that it sees become a getter. */
function getter(exported, load) {
  return `lazily("${exported}", () => ${load});`;
}

function isReference(identifier) {
  const { parent } = identifier;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === identifier;
  return !ts.isVariableDeclaration(parent) && !ts.isPropertyAssignment(parent);
}
