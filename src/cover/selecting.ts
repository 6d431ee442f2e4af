import type { Leaning } from '../read/assumptions/leaning';
import type { Selection } from '../read/model';
import { isUnknown, type Told } from '../read/told';
import { decide } from './decide';
import { all, any, free, not } from './formula';
import type { Needs } from './needs';
import type { OptedIn } from './opted-in';
import type { Place, Places } from './places';
import type { PlanWorks } from './plan-works';
import type { StacksAround } from './stacks-around';
import type { Subject, Subjects } from './subjects';
import { conditionWords, type TagConditions } from './tag-conditions';
import { type Step, type Taking, taking } from './taking';
import type { Unread } from './unread';
import type { Names, Way, Ways } from './ways';

/** What everything about selections is judged with. */
export interface Judges {
  readonly places: Places;
  readonly ways: Ways;
  readonly stacks: StacksAround;
  readonly conditions: TagConditions;
  readonly optedIn: OptedIn;
  readonly needs: Needs;
  readonly planWorks: PlanWorks;
  readonly subjects: Subjects;
  readonly unread: Unread;
  readonly leaning: Leaning;
}

/** A way to be taken, and what has to hold besides. */
export interface WaySteps {
  readonly way: Way;
  readonly steps: readonly Step[];
}

/** Every way in which a selection may take a subject. */
export function takings(selection: Selection, subject: Subject, judges: Judges): Taking[] {
  const { places, planWorks, subjects } = judges;
  const samePlace = places.same(places.of(selection.stack), subject.place);
  if (samePlace === false) return fromElsewhere(selection, subject, judges);
  const before = [{ holds: samePlace }, { holds: subjects.exists(selection) }];
  const works = {
    holds: planWorks.of(selection, subject),
    otherwise: 'no vault of the plan takes what its rules make: each job fails',
  };
  return namedSteps(selection, subject, judges).map(({ way, steps }) =>
    takingBy(selection, judges, way, [...before, ...steps, works]),
  );
}

/**
 * Every way in which a selection names a subject, and what keeps it from taking that all the same.
 *
 * @param from where the selection is
 */
export function namedSteps(
  selection: Selection,
  subject: Subject,
  judges: Judges,
  from = judges.places.of(selection.stack),
): WaySteps[] {
  const place = judges.places.joint(subject.place, from);
  const names = judges.places.unified(subject.place, from);
  const refused = { holds: not(judges.ways.isRefused(selection)), otherwise: 'AWS Backup refuses the selection' };
  const out = [refused, ...excluded(selection, subject, judges, names)];
  const needs = needsOf(subject, judges);
  const direct = waysOf(selection, subject, judges, names).map((way) => ({
    way,
    steps: [
      { holds: way.means },
      ...out,
      ...conditionSteps(selection, subject, judges),
      { holds: judges.optedIn.lets(subject, way, place), otherwise: 'its type is not opted in' },
      ...needs,
    ],
  }));
  const isTaken = any(...direct.map(({ steps }) => all(...steps.map(({ holds }) => holds))));
  return [
    ...direct,
    ...stackSteps(selection, subject, judges, place, names)
      // That its stack is taken as everything is goes without saying where it is taken itself.
      .filter(({ way }) => way.obeysOptIn === 'no' || decide(isTaken, subject.exists) !== 'always')
      .map(({ way, steps }) => ({
        way,
        steps: [...steps, ...out, ...memberSteps(selection, subject, judges), ...needs],
      })),
  ];
}

/** What a subject needs, whoever selects it. */
export function needsOf(subject: Subject, { needs }: Judges): Step[] {
  return needs.of(subject).map(({ met, otherwise }) => ({ holds: met, otherwise }));
}

/** Every way in which a selection takes a stack that holds a subject: by its own name, and by tags of its own. */
function stackSteps(selection: Selection, subject: Subject, judges: Judges, place: Place, names: Names): WaySteps[] {
  const { stacks, conditions, optedIn } = judges;
  const around = stacks.of(subject);
  return around.flatMap((stack, depth) => {
    const found = stacks.waysOf(selection, stack, names);
    if (found.length === 0) return [];
    const within = any(...around.slice(0, depth).map((each) => stacks.isOut(selection, each, names)));
    const isKept = free('nested-stack-out', 'whether a nested stack that is taken out takes out what is in it');
    const steps = [
      {
        holds: all(not(stacks.isOut(selection, stack, names)), any(not(within), isKept)),
        otherwise: `NotResources takes the stack ${stack.name} out`,
      },
      ...selection.conditions.map((condition) => ({
        holds: conditions.met(condition, selection, stack.tags),
        otherwise: `the stack ${stack.name} does not pass the condition ${conditionWords(condition)}`,
      })),
    ];
    return found.map((way) => ({
      way,
      steps: [
        { holds: way.means },
        ...steps,
        { holds: optedIn.lets(subject, way, place), otherwise: 'stacks are not opted in' },
      ],
    }));
  });
}

/** A selection that names a subject by ARN and is elsewhere is worth telling; all others have nothing to do with it. */
function fromElsewhere(selection: Selection, subject: Subject, judges: Judges): Taking[] {
  const names = judges.places.unified(subject.place, judges.places.of(selection.stack));
  return named(selection, subject, judges, names).flatMap((way) =>
    way.by === 'everything'
      ? []
      : [
          takingBy(selection, judges, way, [
            { holds: way.means },
            { holds: false, otherwise: 'its plan is in another account or Region' },
          ]),
        ],
  );
}

function takingBy(selection: Selection, { planWorks }: Judges, { by, reason }: Way, steps: readonly Step[]): Taking {
  const planDeclared = planWorks.planOf(selection);
  return taking({
    plan: planDeclared ? called(planDeclared) : told(selection.plan?.name, 'a plan that was not read'),
    selection: called(selection),
    ...(planDeclared && { planDeclared }),
    selectionDeclared: selection,
    by,
    reason,
    steps,
  });
}

function waysOf(selection: Selection, subject: Subject, judges: Judges, names: Names): Way[] {
  const { ways, unread } = judges;
  const byTag = selection.tags.flatMap((tag) => ways.byTag(tag, selection.stack, subject));
  const hidden = ['Resources', 'ListOfTags'].map((name) => unread.mayTell(selection, `BackupSelection.${name}`));
  const byUnread: Way = {
    by: 'name',
    reason: 'a part of the selection that could not be read may name it',
    means: any(...hidden),
    obeysOptIn: 'yes',
  };
  return [...named(selection, subject, judges, names), ...byTag, ...(byUnread.means === false ? [] : [byUnread])];
}

function named(selection: Selection, subject: Subject, { ways }: Judges, names: Names): Way[] {
  return selection.resources.flatMap((each) => ways.byArn(each, selection, subject, names));
}

/** What is named by NotResources is out, whatever names it else. */
function excluded(selection: Selection, subject: Subject, { ways, unread }: Judges, names: Names): Step[] {
  const steps = selection.notResources.map((each) => {
    const found = ways.byArn(each, selection, subject, names);
    return {
      holds: not(any(...found.map(({ means }) => means))),
      otherwise: `NotResources takes it out: ${arnWords(each.arn)}`,
    };
  });
  const hidden = unread.mayTell(selection, 'BackupSelection.NotResources');
  return [...steps, { holds: not(hidden), otherwise: 'NotResources, of which a part could not be read, takes it out' }];
}

function conditionSteps(selection: Selection, { tags }: Subject, { conditions, unread }: Judges): Step[] {
  const hidden = unread.mayTell(selection, 'BackupSelection.Conditions');
  return [
    ...selection.conditions.map((condition) => ({
      holds: conditions.met(condition, selection, tags),
      otherwise: `the condition ${conditionWords(condition)} does not hold`,
    })),
    { holds: not(hidden), otherwise: 'a condition that could not be read keeps it out' },
  ];
}

/** Tags take members out of the backup of a stack; no page says that they need those that the stack has to have. */
function memberSteps(selection: Selection, subject: Subject, judges: Judges): Step[] {
  const words = 'whether what is in a selected stack needs the tags that its conditions ask for';
  const steps = conditionSteps(selection, subject, judges);
  return steps.map((step, index) => {
    const condition = selection.conditions[index];
    if (!condition || judges.conditions.isNegative(condition)) return step;
    return { ...step, holds: any(step.holds, free('tags-of-members', words)) };
  });
}

function arnWords(arn: Selection['notResources'][number]['arn']): string {
  if (typeof arn === 'string') return arn;
  return isUnknown(arn) ? arn.unknown : arn.logicalId;
}

/** What people call a plan or a selection. */
export function called({ name, logicalId }: { readonly name?: Told<string>; readonly logicalId: string }): string {
  return told(name, logicalId);
}

function told(name: Told<string> | undefined, otherwise: string): string {
  if (name === undefined) return otherwise;
  return isUnknown(name) ? name.unknown : name;
}
