import type { RestoreTestingSelection } from '../../read/model';
import { isUnknown } from '../../read/told';
import {
  type RestoreKind,
  restoreTestingOverrideKey,
  restoreTestingOverrideList,
  restoreTestingRequiredOverrides,
} from '../../service/restore-overrides';
import type { CheckRule } from '../check-rule';
import { type CheckContext, known } from '../context';
import { fromValueRule, type Judged } from '../from-value-rule';
import { judged } from './ask';

const OVERRIDES = 'RestoreMetadataOverrides';

/** What is restored, by the name that restore testing has for its type, where that name is enough. */
const KINDS: ReadonlyMap<string, RestoreKind> = new Map(
  (['Aurora', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2', 'EFS', 'Neptune', 'RDS', 'S3'] as const).map((kind) => [
    kind,
    kind,
  ]),
);

/** What is restored of FSx, by the type of the file system. */
const FILE_SYSTEMS: ReadonlyMap<string, RestoreKind> = new Map([
  ['LUSTRE', 'FSx for Lustre'],
  ['OPENZFS', 'FSx for OpenZFS'],
  ['WINDOWS', 'FSx for Windows File Server'],
]);

/** The value rules of the overrides of restore tests, as checks. */
export const RESTORE_OVERRIDE_VALUES: readonly CheckRule[] = [
  fromValueRule(
    restoreTestingRequiredOverrides,
    'AWS Backup cannot find these out by itself, so every test of the selection fails.',
    (context) =>
      context.model.restoreTestingSelections.flatMap((selection) => {
        const given = givenIn(selection);
        if (!given || !context.isRead(selection, OVERRIDES)) return [];
        return kindsOf(context, selection).flatMap((kind) => judged(selection, OVERRIDES, { kind, given }));
      }),
  ),
  fromValueRule(
    restoreTestingOverrideKey,
    'What AWS Backup does about a key that it does not list, it does not say: the test may fail, or go on without it.',
    (context) =>
      context.model.restoreTestingSelections.flatMap((selection) => {
        const [kind, ...others] = kindsOf(context, selection);
        if (!kind || others.length > 0) return [];
        return selection.overrides.flatMap(({ path }) => judged(selection, path, { kind, key: keyIn(path) }));
      }),
  ),
  fromValueRule(
    restoreTestingOverrideList,
    'Overrides are texts; a list that is not written as JSON is read as something else, and the test fails.',
    ({ model }) => model.restoreTestingSelections.flatMap(overridesOf),
  ),
];

function overridesOf(selection: RestoreTestingSelection): Judged<{ readonly key: string; readonly value: string }>[] {
  return selection.overrides.flatMap(({ path, value: told }) => {
    const value = known(told);
    return judged(selection, path, value === undefined ? undefined : { key: keyIn(path), value });
  });
}

/** The keys that have a value, those within a configuration as `outer.inner`; `undefined` where one is not known. */
function givenIn({ overrides }: RestoreTestingSelection): string[] | undefined {
  if (overrides.some(({ path, value }) => isUnknown(value) && /configuration$/i.test(path))) return undefined;
  return overrides.flatMap(({ path, value }) => {
    const key = keyIn(path);
    if (isUnknown(value)) return [key];
    return value === '' ? [] : [key, ...innerKeys(value).map((inner) => `${key}.${inner}`)];
  });
}

function innerKeys(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

/** What a selection restores, as far as that is known: each kind of file system that it names, for one. */
function kindsOf(context: CheckContext, { resourceType, resources }: RestoreTestingSelection): RestoreKind[] {
  const type = known(resourceType) ?? '';
  const kind = KINDS.get(type);
  if (kind) return [kind];
  if (type !== 'FSx') return [];
  const kinds = resources.flatMap(({ arn }): RestoreKind[] => {
    const resource = context.resource(arn);
    if (resource?.resourceType === 'FsxOntapVolume') return ['FSx for NetApp ONTAP'];
    const setting = resource?.settings.find(({ path }) => path === 'FileSystemType');
    return [FILE_SYSTEMS.get(known(setting?.value) ?? '') ?? []].flat();
  });
  return [...new Set(kinds)];
}

function keyIn(path: string): string {
  return path.slice(OVERRIDES.length + 1);
}
