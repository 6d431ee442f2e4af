import { evaluateCondition, type Truth } from './condition';
import { isObject, own } from './json';
import { isListParameter, listOf } from './list-parameters';
import { callOf, child, type Located } from './located';
import { hole, type Reduced, type Reducer, text } from './reduced';
import { type Segment, type Segments, wordsOf } from './segments';
import type { Template } from './template';
import { dynamicIn, join, select, split, substitute } from './text-functions';
import { ANY_ACCOUNT, type Found, isCrossRegionReader, type OutputPlace, type World } from './world';

/** Values of parameters that are known although no template says them. */
export type ParameterValue = (template: Template, name: string) => string | undefined;

/** Functions within functions, as deep as anybody writes them, nested stacks and imports included. */
const DEEPEST = 64;
/** So many functions make one value at most: those that name each other many times over would never end. */
const MOST_STEPS = 20_000;
const NOTHING: Reduced = { is: 'nothing' };

/** Computes the functions of templates. */
export class Evaluator implements Reducer {
  private readonly truths = new Map<Template, Map<string, Truth>>();
  private depth = 0;
  private steps = 0;

  constructor(
    private readonly world: World,
    private readonly parameterValue: ParameterValue,
  ) {}

  /** What a value comes to. */
  public reduce(at: Located): Reduced {
    const { value } = at;
    if (value === undefined) return NOTHING;
    if (typeof value === 'string')
      return value.includes('{{resolve:')
        ? { is: 'text', segments: dynamicIn([{ words: value }], at.template) }
        : { is: 'json', at };
    const call = callOf(value);
    if (!call) return { is: 'json', at };
    const unknown = (): Reduced =>
      hole({ hole: label(call.name, call.argument), kind: 'function', template: at.template });
    return this.within(() => this.call(call.name, at) ?? unknown(), unknown);
  }

  /** A text in its pieces; `undefined` where the value is no text at all, or none. */
  public segments(at: Located): Segments | undefined {
    const tooDeep = (): Segments => [{ hole: '…', kind: 'function', template: at.template }];
    return this.within(() => this.textOf(this.reduce(at)), tooDeep);
  }

  /** The text that a value comes to, in its pieces; `undefined` where that is no text, or nothing. */
  public textOf(reduced: Reduced): Segments | undefined {
    switch (reduced.is) {
      case 'text':
        return reduced.segments;
      case 'choice': {
        const { condition, template, either } = reduced;
        const [one, other] = [this.segments(either[0]), this.segments(either[1])];
        return [{ hole: `Fn::If ${condition}`, kind: 'condition', template, either: [one, other] }];
      }
      case 'json': {
        const { value } = reduced.at;
        if (typeof value === 'string') return value === '' ? [] : [{ words: value }];
        // CloudFormation itself takes a number where a text is asked for.
        return typeof value === 'number' || typeof value === 'boolean' ? [{ words: String(value) }] : undefined;
      }
      default:
        return undefined;
    }
  }

  /** A text of which all is known, with the environment of its stack where that is known. */
  public known(at: Located): string | undefined {
    const segments = this.segments(at);
    return segments && wordsOf(segments.map((segment) => placed(segment)));
  }

  /** Whether a condition of a template holds; `undefined` where only deployment knows. */
  public condition(name: string, template: Template): Truth {
    const known = this.truths.get(template) ?? new Map<string, Truth>();
    this.truths.set(template, known);
    if (known.has(name)) return known.get(name);
    // A condition that asks for itself is not known.
    known.set(name, undefined);
    const at = { value: own(template.conditions, name), template, path: ['Conditions', name] };
    const truth = this.within(
      () => evaluateCondition(at, this),
      () => undefined,
    );
    known.set(name, truth);
    return truth;
  }

  /** Whether the stack of a template exists: a nested one may hang on conditions, its own and those of stacks around it. */
  public existence(template: Template): { readonly truth: Truth; readonly condition?: string } {
    let open: string | undefined;
    for (let hook = this.world.hookOf(template); hook; hook = this.world.hookOf(hook.template)) {
      const { condition } = hook.resource;
      const truth = condition === undefined ? true : this.condition(condition, hook.template);
      if (truth === false) return { truth };
      // The nested template may have a condition of that name as well, which is another.
      if (truth === undefined) open ??= `${condition} of ${hook.template.stack.name}`;
    }
    return open === undefined ? { truth: true } : { truth: undefined, condition: open };
  }

  /** Computes one function within others, unless they are too many. */
  private within<Result>(compute: () => Result, tooMany: () => Result): Result {
    if (this.depth === 0) this.steps = 0;
    this.steps += 1;
    if (this.depth >= DEEPEST || this.steps > MOST_STEPS) return tooMany();
    this.depth += 1;
    try {
      return compute();
    } finally {
      this.depth -= 1;
    }
  }

  private call(name: string, at: Located): Reduced | undefined {
    const argument = child(at, name);
    switch (name) {
      case 'Ref':
        return typeof argument.value === 'string' ? this.reference(argument.value, at) : undefined;
      case 'Fn::GetAtt':
        return this.attribute(argument);
      case 'Fn::Join':
        return text(join(argument, this));
      case 'Fn::Sub':
        return text(substitute(argument, this));
      case 'Fn::If':
        return this.either(argument);
      case 'Fn::FindInMap':
        return this.findInMap(argument);
      case 'Fn::Select':
        return select(argument, this);
      case 'Fn::Split':
        return split(argument, this);
      case 'Fn::ImportValue':
        return this.importValue(argument);
      case 'Fn::GetStackOutput':
        return this.stackOutput(argument);
      default:
        return undefined;
    }
  }

  private reference(name: string, at: Located): Reduced {
    const { template } = at;
    if (name === 'AWS::NoValue') return NOTHING;
    if (name.startsWith('AWS::')) return hole({ hole: name, kind: 'pseudoParameter', template });
    const resource = template.resources.get(name);
    if (resource) return hole({ hole: name, kind: 'resource', template, resource });
    const parameter = own(template.parameters, name);
    if (parameter === undefined) return hole({ hole: name, kind: 'missing', template });
    const type = own(parameter, 'Type');
    // What the template says of such a parameter is where its value is kept, not the value.
    if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value')) {
      return hole({ hole: name, kind: 'dynamicReference', template });
    }
    const given = this.parameterValue(template, name);
    if (given !== undefined) return this.assumed(given, parameter, at);
    const hook = this.world.hookOf(template);
    const passed = hook && own(own(hook.resource.value, 'Properties'), 'Parameters');
    const value = own(passed, name);
    if (hook && value !== undefined) {
      const path = [...hook.resource.path, 'Properties', 'Parameters', name];
      return this.passed({ value, template: hook.template, path }, parameter, { name, template });
    }
    const fallback = own(parameter, 'Default');
    // The parent of a nested stack is there to be read, so what it leaves out does have its default, or is missing.
    if (hook && (passed === undefined || (isObject(passed) && !callOf(passed)))) {
      if (fallback === undefined) return hole({ hole: name, kind: 'missing', template });
      const path = ['Parameters', name, 'Default'];
      return this.passed({ value: fallback, template, path }, parameter, { name, template });
    }
    const noted = typeof fallback === 'string' || typeof fallback === 'number' ? { default: String(fallback) } : {};
    return hole({ hole: name, kind: 'parameter', template, ...noted });
  }

  /** What a nested stack gets for a parameter: a list of texts comes as one text, with commas. */
  private passed(
    at: Located,
    parameter: unknown,
    { name, template }: { readonly name: string; readonly template: Template },
  ): Reduced {
    const reduced = this.reduce(at);
    if (!isListParameter(parameter) || reduced.is === 'nothing' || reduced.is === 'texts') return reduced;
    if (reduced.is === 'json' && Array.isArray(reduced.at.value)) return reduced;
    return listOf(reduced.is === 'choice' ? undefined : this.textOf(reduced), name, template);
  }

  private assumed(given: string, parameter: unknown, { template, path }: Located): Reduced {
    const value = isListParameter(parameter) ? given.split(',').map((item) => item.trim()) : given;
    return { is: 'json', at: { value, template, path } };
  }

  private attribute(at: Located): Reduced | undefined {
    const { value, template } = at;
    const [logicalId, ...names] = typeof value === 'string' ? splitOnce(value, '.') : Array.isArray(value) ? value : [];
    if (typeof logicalId !== 'string' || names.length === 0) return undefined;
    // The name may be put together by a function; the CDK writes an attribute with dots in one piece.
    const told = names.map((name, index) => this.known({ value: name, template, path: [...at.path, index + 1] }));
    if (told.some((name) => name === undefined)) return undefined;
    const attribute = told.join('.');
    const resource = template.resources.get(logicalId);
    if (!resource) return hole({ hole: `${logicalId}.${attribute}`, kind: 'missing', template });
    const nested = this.world.nestedIn(resource);
    if (nested && attribute.startsWith('Outputs.')) {
      return this.follow(
        this.world.outputOf(nested, attribute.slice('Outputs.'.length)),
        at,
        `${logicalId}.${attribute}`,
      );
    }
    if (isCrossRegionReader(resource))
      return this.follow(this.world.written(attribute), at, `${logicalId}.${attribute}`);
    return hole({ hole: `${logicalId}.${attribute}`, kind: 'resource', template, resource, attribute });
  }

  private importValue(at: Located): Reduced | undefined {
    const name = this.known(at);
    if (name !== undefined)
      return this.follow(this.world.imported(name, at.template, this), at, `Fn::ImportValue ${name}`);
    const segments = this.segments(at);
    return segments && hole({ hole: `Fn::ImportValue ${tell(segments)}`, kind: 'missing', template: at.template });
  }

  private stackOutput(at: Located): Reduced | undefined {
    const [stack, output] = ['StackName', 'OutputName'].map((name) => this.known(child(at, name)));
    if (stack === undefined || output === undefined) return undefined;
    const place = this.placeOfOutput(at, stack);
    const name = /^arn:[^:]*:cloudformation:[^:]*:[^:]*:stack\/([^/]+)/.exec(stack)?.[1] ?? stack;
    return (
      place && this.follow(this.world.stackOutput(name, output, place), at, `Fn::GetStackOutput ${stack}.${output}`)
    );
  }

  /** Where the stack of an output is: where its ARN says, in the Region that is named, else where the one is that asks. */
  private placeOfOutput(at: Located, stack: string): OutputPlace | undefined {
    const own = at.template.stack;
    const [, , , arnRegion, arnAccount] = stack.startsWith('arn:') ? stack.split(':') : [];
    const named = child(at, 'Region');
    const segments = this.segments(named);
    const isOwn = segments?.length === 1 && isPseudo(segments[0], 'AWS::Region', at.template);
    const region = isOwn ? own.region : this.known(named);
    // A Region that only deployment knows may be any.
    if (named.value !== undefined && !isOwn && region === undefined) return undefined;
    const isElsewhere = child(at, 'RoleArn').value !== undefined;
    return {
      region: arnRegion ?? (named.value === undefined ? own.region : region),
      // A role leads into an account, which only the stack that is found can tell.
      account: arnAccount ?? (isElsewhere ? ANY_ACCOUNT : own.account),
      asking: at.template,
    };
  }

  private follow(found: Found, { template }: Located, name: string): Reduced {
    return 'at' in found ? this.reduce(found.at) : hole({ hole: name, kind: 'missing', template });
  }

  private either(at: Located): Reduced | undefined {
    if (!Array.isArray(at.value) || at.value.length !== 3) return undefined;
    const [condition] = at.value;
    if (typeof condition !== 'string') return undefined;
    const truth = this.condition(condition, at.template);
    const branches = [child(at, 1), child(at, 2)] as const;
    if (truth !== undefined) return this.reduce(branches[truth ? 0 : 1]);
    return { is: 'choice', condition, template: at.template, either: branches };
  }

  /** What a mapping may give where its keys are not known: any of its values that the known key leaves. */
  private somewhereInMap(at: Located, map: string, first?: string, second?: string): Reduced | undefined {
    if (child(child(at, 3), 'DefaultValue').value !== undefined) return undefined;
    const rows = entriesOf(own(at.template.mappings, map), first);
    const values = rows.flatMap((row) => entriesOf(row, second));
    const among = values.filter((value) => typeof value === 'string');
    if (among.length === 0 || among.length < values.length) return undefined;
    return hole({ hole: `Fn::FindInMap ${map}`, kind: 'function', template: at.template, among: [...new Set(among)] });
  }

  private findInMap(at: Located): Reduced | undefined {
    if (!Array.isArray(at.value)) return undefined;
    const [map, first, second] = [0, 1, 2].map((index) => this.known(child(at, index)));
    if (map === undefined) return undefined;
    if (first === undefined || second === undefined) return this.somewhereInMap(at, map, first, second);
    const value = own(own(own(at.template.mappings, map), first), second);
    if (value !== undefined)
      return { is: 'json', at: { value, template: at.template, path: ['Mappings', map, first, second] } };
    const fallback = child(child(at, 3), 'DefaultValue');
    if (fallback.value !== undefined) return this.reduce(fallback);
    return hole({ hole: `Fn::FindInMap ${map}.${first}.${second}`, kind: 'missing', template: at.template });
  }
}

/** The values of an object: that of one key, or all. */
function entriesOf(object: unknown, key: string | undefined): unknown[] {
  if (!isObject(object)) return [];
  if (key === undefined) return Object.values(object);
  const value = own(object, key);
  return value === undefined ? [] : [value];
}

/** A hole that its stack's environment fills, where that is known. */
function placed(segment: Segment): Segment {
  if ('words' in segment || segment.kind !== 'pseudoParameter') return segment;
  const { account, region, stackName } = segment.template.stack;
  const words = { 'AWS::AccountId': account, 'AWS::Region': region, 'AWS::StackName': stackName }[segment.hole];
  return words === undefined ? segment : { words };
}

/** A function by its name and, where that says more, by what it asks for: `Fn::Transform Macro`. */
function label(name: string, argument: unknown): string {
  if (name === 'Fn::Join' || name === 'Fn::Sub') return name;
  const first = Array.isArray(argument) ? argument[0] : argument;
  return typeof first === 'string' ? `${name} ${first.slice(0, 100)}` : name;
}

function tell(segments: Segments): string {
  return segments.map((segment) => ('words' in segment ? segment.words : `\${${segment.hole}}`)).join('');
}

function isPseudo(segment: Segment | undefined, name: string, template: Template): boolean {
  return segment !== undefined && 'hole' in segment && segment.hole === name && segment.template === template;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
