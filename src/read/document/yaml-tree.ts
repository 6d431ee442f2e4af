import { Composer, type CST, type Document, type ParsedNode, Parser } from 'yaml';
import { brokenText, DEEPEST, TOO_DEEP } from './broken-text';

/** CloudFormation takes one megabyte; a text much beyond would only keep the parser busy. */
const LONGEST = 2_000_000;

const OPTIONS = {
  // Every scalar stays the text it is: what it stands for is decided where its tag is known too.
  schema: 'failsafe',
  resolveKnownTags: false,
  // Their check compares each key with each other; ours does not.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** What to say instead of the words of the parser. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['TAB_AS_INDENT', 'a tab stands where YAML indents with spaces'],
  ['MULTIPLE_TAGS', 'two functions in short form follow each other: write the first in its long form'],
  ['BLOCK_AS_IMPLICIT_KEY', 'a second key follows on one line: put a value that holds a colon in quotes'],
]);

/**
 * Parses a YAML text to the tree of its nodes.
 *
 * @returns the root, or nothing where the text holds no value
 * @throws UnusableInput where the text is not one YAML document
 */
export function parseYamlTree(path: string, text: string): ParsedNode | null {
  if (text.length > LONGEST) {
    throw brokenText(path, 'yaml', text, {
      offset: LONGEST,
      says: 'a template has one million characters at most, and this has more than two',
    });
  }
  const tokens = [...new Parser().parse(text)];
  const deep = tokens.map(tooDeep).find((offset) => offset !== undefined);
  if (deep !== undefined) throw brokenText(path, 'yaml', text, { offset: deep, says: TOO_DEEP });
  const [first, ...more] = [...new Composer(OPTIONS).compose(tokens)] as Document.Parsed<ParsedNode>[];
  const [error] = first?.errors ?? [];
  if (error) {
    const [words = ''] = error.message.split('\n');
    throw brokenText(path, 'yaml', text, { offset: error.pos[0], says: WORDS.get(error.code) ?? lowerFirst(words) });
  }
  // What follows the end of a document may be nothing at all.
  const second = more.find(({ contents, errors }) => errors.length > 0 || (contents && !isEmpty(contents)));
  if (second) {
    throw brokenText(path, 'yaml', text, {
      offset: second.contents?.range[0] ?? second.range[0],
      says: 'a second document begins here, and a template is one',
    });
  }
  return first?.contents && !isEmpty(first.contents) ? first.contents : null;
}

function isEmpty(node: ParsedNode): boolean {
  return node.range[0] === node.range[1] && node.tag === undefined;
}

/** Where collections are nested too deep for the composer, which works by recursion. */
function tooDeep(root: CST.Token): number | undefined {
  let level: CST.Token[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    // The documents themselves are the first level.
    if (depth > DEEPEST) return level.find(isCollection)?.offset;
    level = level.flatMap(inside);
  }
  return undefined;
}

function inside(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!isCollection(token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((part) => part !== undefined && part !== null));
}

function isCollection(token: CST.Token): token is CST.BlockMap | CST.BlockSequence | CST.FlowCollection {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
