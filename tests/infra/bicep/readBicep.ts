import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

export const INFRA = resolve(import.meta.dirname, '../../../infra');

export type BicepFile = {
  readonly path: string;
  /** Lines the grammar could not make sense of. */
  readonly errors: readonly number[];
  readonly parameters: readonly {
    readonly name: string;
    readonly hasDefault: boolean;
    readonly isDescribed: boolean;
  }[];
  /** Parameters and variables that nothing reads. */
  readonly unused: readonly string[];
  /** Names that are read and declared nowhere. */
  readonly undeclared: readonly string[];
  readonly resources: readonly { readonly symbol: string; readonly type: string; readonly text: string }[];
  readonly modules: readonly {
    readonly symbol: string;
    readonly path: string;
    readonly passed: readonly string[];
  }[];
  readonly outputs: readonly { readonly name: string; readonly value: string }[];
  /** `symbol.outputs.name` wherever it stands. */
  readonly outputsRead: readonly { readonly module: string; readonly output: string }[];
};

const DECLARATIONS = [
  'parameter_declaration',
  'variable_declaration',
  'resource_declaration',
  'module_declaration',
  'output_declaration',
];

/** Parses Bicep with the public grammar, compiled to WebAssembly: no compiler, no network, no native build. */
export async function openBicepReader(): Promise<(path: string, text?: string) => BicepFile> {
  const require = createRequire(import.meta.url);
  await Parser.init({ wasmBinary: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')) });
  const grammar = readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
  const parser = new Parser();
  parser.setLanguage(await Language.load(new Uint8Array(grammar)));
  return (path, text = readFileSync(join(INFRA, path), 'utf8')) => {
    const tree = parser.parse(text);
    if (!tree) throw new Error(`${path} could not be parsed`);
    const file = describeFile(path, tree.rootNode);
    tree.delete();
    return file;
  };
}

function describeFile(path: string, root: Node): BicepFile {
  const top = root.namedChildren.filter((node): node is Node => node !== null);
  const ofType = (type: string): Node[] => top.filter((node) => node.type === type);
  const read = namesRead(root);
  const inputs = [...ofType('parameter_declaration'), ...ofType('variable_declaration')].map(nameOf);
  const declared = top
    .filter(({ type }) => DECLARATIONS.includes(type) && type !== 'output_declaration')
    .map(nameOf);
  return {
    path,
    errors: descendants(root)
      .filter((node) => node.isError || node.isMissing)
      .map((node) => node.startPosition.row + 1),
    parameters: ofType('parameter_declaration').map((node) => ({
      name: nameOf(node),
      hasDefault: node.namedChildren.length > 2,
      isDescribed: /@description\(/.test(decoratorsBefore(node, top)),
    })),
    unused: inputs.filter((name) => !read.includes(name)),
    undeclared: [...new Set(read.filter((name) => !declared.includes(name)))],
    resources: ofType('resource_declaration').map((node) => ({
      symbol: nameOf(node),
      type: stringAfterName(node),
      text: node.text,
    })),
    modules: ofType('module_declaration').map((node) => ({
      symbol: nameOf(node),
      path: stringAfterName(node),
      passed: keysOf(propertyOf(bodyOf(node), 'params')),
    })),
    outputs: ofType('output_declaration').map((node) => ({
      name: nameOf(node),
      value: node.namedChildren.at(-1)?.text ?? '',
    })),
    outputsRead: [...root.text.matchAll(/\b(\w+)\.outputs\.(\w+)/g)].map(([, module = '', output = '']) => ({
      module,
      output,
    })),
  };
}

/** Identifiers that stand for a value: not keys of an object, not names of functions, not what is being declared. */
function namesRead(root: Node): string[] {
  const all = descendants(root);
  // What a lambda gives its own name to; one name for two things would be hard for people, too.
  const bound = all
    .filter(({ type }) => type === 'lambda_expression')
    .flatMap((node) => descendants(node.namedChildren[0] ?? node).map(({ text }) => text));
  return all
    .filter((node) => node.type === 'identifier' && !bound.includes(node.text))
    .filter((node) => {
      const parent = node.parent;
      const isFirst = parent?.namedChildren[0]?.id === node.id;
      if (parent?.type === 'call_expression') return !isFirst;
      if (parent?.type === 'object_property' || DECLARATIONS.includes(parent?.type ?? '')) return !isFirst;
      return true;
    })
    .map((node) => node.text);
}

const descendants = (node: Node): Node[] => [
  node,
  ...node.children.flatMap((child) => (child ? descendants(child) : [])),
];
const nameOf = (node: Node): string => node.namedChildren[0]?.text ?? '';
const stringAfterName = (node: Node): string => node.namedChildren[1]?.text.replaceAll("'", '') ?? '';
const bodyOf = (node: Node): Node | undefined => node.namedChildren.at(-1) ?? undefined;

function decoratorsBefore(node: Node, top: readonly Node[]): string {
  const before = top[top.findIndex(({ id }) => id === node.id) - 1];
  return before?.type === 'decorators' ? before.text : '';
}

const propertiesOf = (object: Node | undefined): Node[] =>
  (object?.namedChildren ?? []).flatMap((node) => (node?.type === 'object_property' ? [node] : []));
const keysOf = (object: Node | undefined): string[] => propertiesOf(object).map(nameOf);
const propertyOf = (object: Node | undefined, key: string): Node | undefined =>
  propertiesOf(object).find((property) => nameOf(property) === key)?.namedChildren[1] ?? undefined;
