import type { Leaning } from '../read/assumptions/leaning';
import type { BackupModel } from '../read/model';
import { type Hole, isUnknown, type Piece, type Told } from '../read/told';
import { dataType } from '../service/data-types';
import { Conditions } from './conditions';
import { all, any, type Formula, not, same } from './formula';
import type { Place, Places } from './places';
import { joined, type Text, type Variable } from './text';

/** A text, and when it is that. */
export interface Case {
  readonly when: Formula;
  readonly text: Text;
}

/** So many texts come of one value at most, by the conditions in it. */
const MOST_CASES = 32;

/**
 * Types whose names stay as they are written.
 *
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
 */
const KEEPS_CASE = /^AWS::DynamoDB::/;

/** What CloudFormation knows of a stack, and the letters that it has nowhere: of names, those that part an ARN as well. */
const LACKED: ReadonlyMap<string, string> = new Map([
  ['AWS::StackId', ' *'],
  ['AWS::StackName', ' :/*'],
  ['AWS::URLSuffix', ' :/*'],
]);

/** Turns what templates tell into texts with variables. */
export class Texts {
  public readonly conditions: Conditions;
  private readonly allowed = new Map<string, readonly string[]>();
  /** The names that resources are given. */
  private readonly names = new Map<string, Told<string>>();
  /** What stands for a function is one value, whoever asks for it. */
  private readonly functions = new WeakMap<Hole, Variable>();
  private unnamed = 0;

  constructor(
    model: BackupModel,
    private readonly places: Places,
    leaning: Leaning,
  ) {
    for (const { stack, name, allowedValues } of model.openParameters)
      this.allowed.set(JSON.stringify([stack, name]), allowedValues);
    for (const { stack, logicalId, name } of model.resources)
      if (name !== undefined) this.names.set(JSON.stringify([stack, logicalId]), name);
    this.conditions = new Conditions(
      model,
      (one, other, stack) =>
        any(
          ...this.cases(one, stack).flatMap((a) =>
            this.cases(other, stack).map((b) => all(a.when, b.when, same(a.text, b.text))),
          ),
        ),
      leaning,
    );
  }

  /**
   * What a value may come to, and when.
   *
   * @param stack the stack in whose template it stands
   * @param place where that is, if it is to be read as if it were elsewhere
   */
  public cases(told: Told<string | number | boolean>, stack: string, place = this.places.of(stack)): readonly Case[] {
    if (!isUnknown(told)) return [{ when: true, text: told === '' ? [] : [String(told)] }];
    let cases: readonly Case[] = [{ when: true, text: [] }];
    // Most values come to one text, whose pieces need to be joined but once.
    let open: (string | Variable)[] = [];
    const close = () => {
      cases = cases.map(({ when, text }) => ({ when, text: joined([...text, ...open]) }));
      open = [];
    };
    for (const piece of told.pieces) {
      if (typeof piece === 'string') {
        open.push(piece);
        continue;
      }
      const next = this.casesOf(piece, stack, place);
      const [only, ...more] = next;
      if (only?.when === true && more.length === 0) {
        open.push(...only.text);
        continue;
      }
      close();
      cases = cases.flatMap((one) =>
        next.flatMap((other) => {
          const when = all(one.when, other.when);
          return when === false ? [] : [{ when, text: [...one.text, ...other.text] }];
        }),
      );
      if (cases.length > MOST_CASES) return [{ when: true, text: [this.anything(`a value of ${stack}`)] }];
    }
    close();
    return cases;
  }

  /** That something holds of a value, whichever it comes to. */
  public holds(told: Told<string | number | boolean>, stack: string, test: (text: Text) => Formula): Formula {
    return any(...this.cases(told, stack).map(({ when, text }) => all(when, test(text))));
  }

  private casesOf(hole: Hole, home: string, here: Place): readonly Case[] {
    const stack = hole.stack ?? home;
    switch (hole.kind) {
      case 'pseudoParameter':
        return [{ when: true, text: this.pseudo(hole.hole, stack, stack === home ? here : this.places.of(stack)) }];
      case 'parameter':
        return [{ when: true, text: [this.parameter(hole.hole, stack)] }];
      case 'resource':
        return this.givenName(hole) ?? [{ when: true, text: [resourceVariable(hole)] }];
      case 'condition':
        return this.choice(hole, stack, home);
      case 'dynamicReference':
        return [{ when: true, text: [variable(`dynamic:${stack}:${hole.hole}`, hole.hole)] }];
      case 'missing':
        return [{ when: true, text: [variable(`missing:${stack}:${hole.hole}`, hole.hole)] }];
      default:
        return [{ when: true, text: [this.function(hole)] }];
    }
  }

  private choice({ hole, either }: Hole, stack: string, home: string): readonly Case[] {
    const condition = hole.replace(/^Fn::If /, '');
    const holds = this.conditions.holds(condition, stack);
    const [yes, no] = either ?? [null, null];
    const under = (when: Formula, told: Told<string> | null) =>
      told === null
        ? [{ when, text: [] }]
        : this.cases(told, home).map((each) => ({ ...each, when: all(when, each.when) }));
    return [...under(holds, yes), ...under(not(holds), no)].filter(({ when }) => when !== false);
  }

  private parameter(name: string, stack: string): Variable {
    const allowed = this.allowed.get(JSON.stringify([stack, name]));
    return {
      ...variable(`parameter:${stack}:${name}`, `the parameter ${name}`),
      ...(allowed && { allowed, never: allowed.some((value) => /\s/.test(value)) ? '' : ' ' }),
    };
  }

  private pseudo(name: string, stack: string, place: Place): Text {
    const facts = this.places.stack(stack);
    switch (name) {
      case 'AWS::Region':
        return [place.region];
      case 'AWS::AccountId':
        return [place.account];
      case 'AWS::Partition':
        return [place.partition];
      default: {
        if (name === 'AWS::StackName' && facts?.stackName !== undefined) return [facts.stackName];
        return [{ ...variable(`pseudo:${stack}:${name}`, `${name} of ${stack}`), never: LACKED.get(name) ?? '' }];
      }
    }
  }

  /** Whether a resource has a name that no deployment makes up. */
  public hasName({ resource }: Pick<Hole, 'resource'>): boolean {
    return resource !== undefined && this.names.has(JSON.stringify([resource.stack, resource.logicalId]));
  }

  /** What `Ref` gives of a resource that the template names; undefined where deployment makes up what it gives. */
  private givenName({ resource, attribute }: Pick<Hole, 'resource' | 'attribute'>): readonly Case[] | undefined {
    if (!resource || attribute !== undefined) return undefined;
    const name = this.names.get(JSON.stringify([resource.stack, resource.logicalId]));
    if (name === undefined) return undefined;
    const keepsCase = KEEPS_CASE.test(resource.type ?? '');
    const isPlain = isUnknown(name)
      ? name.pieces.every((piece) => isPlainPiece(piece, keepsCase))
      : keepsCase || name === name.toLowerCase();
    return isPlain ? this.cases(name, resource.stack) : undefined;
  }

  private function(hole: Hole): Variable {
    const known = this.functions.get(hole) ?? this.anything(`what ${hole.hole} gives`, hole.among);
    this.functions.set(hole, known);
    return known;
  }

  /** Two functions may be called alike and give different things, so each is a variable of its own. */
  private anything(words: string, allowed?: readonly string[]): Variable {
    this.unnamed += 1;
    return { ...variable(`anything:${this.unnamed}`, words), ...(allowed && { allowed }) };
  }
}

/** Most services may keep a name in lower case, and what a condition leaves out is made up. */
function isPlainPiece(piece: Piece, keepsCase: boolean): boolean {
  if (typeof piece === 'string') return keepsCase || piece === piece.toLowerCase();
  return piece.kind === 'pseudoParameter' || (keepsCase && piece.kind === 'parameter');
}

/** The variable of what a resource tells: its Ref, or an attribute. */
export function resourceVariable({ resource, attribute, hole }: Hole): Variable {
  const of = resource ? [resource.stack, resource.logicalId, attribute ?? 'Ref'] : [hole];
  const words = attribute === undefined ? `the name or id of ${resource?.logicalId ?? hole}` : hole;
  const { type = '' } = resource ?? {};
  const isOfAws = type.startsWith('AWS::') && !type.startsWith('AWS::CloudFormation::');
  // The names and ids of what holds data stand at the end of their ARNs; what else is handed out may be anything.
  const isId = attribute === undefined && dataType(type) !== undefined;
  const never = isId ? ' :/*' : isOfAws && /(^$|Arn|ARN|Id|Name|Identifier)$/.test(attribute ?? '') ? ' ' : '';
  return { ...variable(`resource:${JSON.stringify(of)}`, `${words}, which deployment makes up`), never };
}

function variable(key: string, words: string): Variable {
  return { key, words, never: '' };
}
