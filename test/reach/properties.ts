import { createRequire } from 'node:module';
import ts from 'typescript';

const require = createRequire(import.meta.url);

/** A property of a low-level construct, down to its leaves: `BackupPlan.BackupPlanRule.Lifecycle.DeleteAfterDays`. */
export interface PropertyPath {
  /** `AWS::Backup::BackupPlan` */
  readonly type: string;
  /** In lower case: the names in TypeScript and in CloudFormation differ in nothing else. */
  readonly path: string;
}

/**
 * Json-typed properties hide their shape behind `any`; the declarations still hold an interface for most of them, under
 * the property's name.
 */
function shapeOf(name: string, type: ts.TypeNode | undefined, shapes: ReadonlyMap<string, ts.InterfaceDeclaration>) {
  for (const named of [...namesIn(type), `${name.charAt(0).toUpperCase()}${name.slice(1)}Property`]) {
    const shape = shapes.get(named);
    if (shape) return shape;
  }
  return undefined;
}

function namesIn(type: ts.TypeNode | undefined): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node)) names.push(node.typeName.getText().split('.').at(-1) ?? '');
    ts.forEachChild(node, visit);
  };
  if (type) visit(type);
  return names;
}

/** Every property of every low-level construct of AWS Backup, read from the declarations of aws-cdk-lib. */
export function everyProperty(): PropertyPath[] {
  const file = require.resolve('aws-cdk-lib/aws-backup').replace(/index\.js$/, 'lib/backup.generated.d.ts');
  const text = ts.sys.readFile(file) ?? '';
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const shapesByClass = new Map<string, Map<string, ts.InterfaceDeclaration>>();
  const props = new Map<string, ts.InterfaceDeclaration>();
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) {
      const owner = /^(Cfn\w+)Props$/.exec(statement.name.text)?.[1];
      if (owner) props.set(owner, statement);
    }
    if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
      const shapes = shapesByClass.get(statement.name.text) ?? new Map<string, ts.InterfaceDeclaration>();
      for (const inner of statement.body.statements) {
        if (ts.isInterfaceDeclaration(inner)) shapes.set(inner.name.text, inner);
      }
      shapesByClass.set(statement.name.text, shapes);
    }
  }
  return [...props].flatMap(([owner, declaration]) =>
    leavesOf(declaration, shapesByClass.get(owner) ?? new Map()).map((path) => ({
      type: `AWS::Backup::${owner.slice('Cfn'.length)}`,
      path,
    })),
  );
}

function leavesOf(
  declaration: ts.InterfaceDeclaration,
  shapes: ReadonlyMap<string, ts.InterfaceDeclaration>,
  within: readonly ts.InterfaceDeclaration[] = [],
): string[] {
  return declaration.members.filter(ts.isPropertySignature).flatMap((member) => {
    const name = member.name.getText();
    const shape = shapeOf(name, member.type, shapes);
    if (!shape || within.includes(shape)) return [name.toLowerCase()];
    return leavesOf(shape, shapes, [...within, shape]).map((rest) => `${name.toLowerCase()}.${rest}`);
  });
}

/** The leaves of a template's resource, by path in lower case, arrays passed through. */
export function renderedLeaves(value: unknown, path: readonly string[] = []): [path: string, value: unknown][] {
  if (Array.isArray(value)) return value.flatMap((item) => renderedLeaves(item, path));
  if (typeof value !== 'object' || value === null || isIntrinsic(value)) return [[path.join('.').toLowerCase(), value]];
  return Object.entries(value).flatMap(([key, inner]) => renderedLeaves(inner, [...path, key]));
}

function isIntrinsic(value: object): boolean {
  const [key, ...more] = Object.keys(value);
  return more.length === 0 && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'));
}
