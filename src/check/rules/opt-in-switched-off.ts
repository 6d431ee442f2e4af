import type { Selection } from '../../read/model';
import { guide } from '../../service/documentation';
import { ALWAYS_NEEDS_OPT_IN, kindsOfResource, RESOURCE_KINDS, type ResourceKind } from '../../service/features';
import type { OptInType } from '../../service/opt-in-types';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { namedKinds, selectionWords, settingOf } from '../named-kinds';
import { type SelectedResources, selectedResources } from '../selected-resources';

const ALWAYS: readonly ResourceKind[] = [
  ...ALWAYS_NEEDS_OPT_IN.map((id) => RESOURCE_KINDS[id]),
  RESOURCE_KINDS.fsxOpenZfs,
];

/** Resources of types that the account and Region have switched off. */
export const optInSwitchedOff: CheckRule = {
  id: 'opt-in-switched-off',
  title:
    'Types that are selected by tag are switched on in the account and Region, and so are Aurora, DocumentDB and Neptune',
  why: 'AWS Backup passes over resources of a type that is switched off, without a word, unless their ARN or their type is named. Aurora, DocumentDB, Neptune and FSx for OpenZFS it passes over even then. Whether a type is switched on is an assumption: no template says it.',
  severity: 'error',
  certainty: 'documented',
  source: guide('getting-started'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const selected = selectedResources(context);
    for (const selection of context.model.selections) {
      for (const { kinds, named } of namedKinds(context, selection)) {
        const isPassedOver = kinds.every((kind) => ALWAYS.includes(kind) && isOff(context, selection, kind.optIn));
        for (const kind of isPassedOver ? kinds : []) yield flaw(selection, named.path, kind);
      }
      yield* takenBesides(context, selection, selected);
    }
  },
};

/** What a selection takes by tag, or with everything. */
function* takenBesides(context: CheckContext, selection: Selection, selected: SelectedResources): Iterable<Flaw> {
  for (const { by, resource, property } of selected.of(selection)) {
    if ((by !== 'tag' && by !== 'everything') || !resource.resourceType) continue;
    if (by === 'everything' && context.leaning.value('star-obeys-opt-in') !== true) continue;
    const kinds = kindsOfResource(resource.type, resource.resourceType, settingOf(resource));
    const off = kinds.find(({ optIn }) => isOff(context, selection, optIn));
    if (!off || kinds.some(({ optIn }) => optIn !== off.optIn)) continue;
    // Whoever selects everything mostly means what is switched on.
    yield { ...flaw(selection, property, off), ...(by === 'everything' && { severity: 'info' }) };
  }
}

function isOff(context: CheckContext, selection: Selection, type: OptInType): boolean {
  return context.leaning.optIn(type, context.stackOf(selection) ?? {}) === false;
}

function flaw(selection: Selection, property: string, { label, optIn }: ResourceKind): Flaw {
  return {
    at: selection,
    property,
    says: `${selectionWords(selection)} takes ${label}, and ${optIn} is switched off in its account and Region, so they are passed over`,
    fix: `switch ${optIn} on in the settings of AWS Backup there, and say so in the file of assumptions`,
  };
}
