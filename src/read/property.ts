import type { Asked } from './asked';
import type { Evaluator } from './evaluator';
import { isObject, kindOf } from './json';
import { callOf, child, type Located } from './located';
import type { Part, When } from './model';
import type { NoteBook } from './note-book';
import type { Reduced } from './reduced';
import { type OpenHole, onlyHole, type Segments, toldText } from './segments';
import type { Template, TemplateResource } from './template';
import { isUnknown, type ResourceId, type Told, type Unknown } from './told';

/** What every property leans on while it is read. */
export interface Reading {
  readonly evaluator: Evaluator;
  readonly notes: NoteBook;
  readonly asked: Asked;
}

/** Values within values, as deep as anybody writes them. */
const MOST_BRANCHES = 64;

/**
 * A property of a resource: its value, and where it stands.
 *
 * Asked for a type that it has not, it leaves a note and answers as if it were not there.
 */
export class Property {
  /** The properties of a resource. */
  public static of(resource: TemplateResource, template: Template, reading: Reading): Property {
    const at = { value: resource.value, template, path: resource.path };
    return new Property(resource, template, reading, '', child(at, 'Properties'), []);
  }

  /** The attribute of a resource that stands beside its properties, such as its DeletionPolicy. */
  public static beside(resource: TemplateResource, template: Template, reading: Reading, name: string): Property {
    const at = { value: resource.value, template, path: resource.path };
    return new Property(resource, template, reading, name, child(at, name), []);
  }

  private computed: Reduced | undefined;

  private constructor(
    private readonly owner: TemplateResource,
    /** The template in which this stands. */
    public readonly home: Template,
    private readonly reading: Reading,
    private readonly path: string,
    private readonly at_: Located,
    private readonly when: readonly When[],
  ) {}

  /** Where this stands, and when it is there. */
  public get part(): Part {
    return { path: this.path, ...(this.when.length > 0 && { when: this.when }) };
  }

  /** Whether this is text in so many words, and no function. */
  public get isText(): boolean {
    const { reduced } = this;
    return reduced.is === 'json' && typeof reduced.at.value === 'string';
  }

  /** Whether there is a value. AWS::NoValue stands for none. */
  public get isGiven(): boolean {
    return this.reduced.is !== 'nothing';
  }

  /** A property of this one, which has to be an object. */
  public at(name: string): Property {
    return this.child(this.path === '' ? name : `${this.path}.${name}`, name);
  }

  /** Says that properties of this object are known, and left aside on purpose. */
  public passOver(...names: readonly string[]): void {
    for (const name of names) this.at(name);
  }

  /** Leaves a note about each property, of this object or within it, that was not asked for. */
  public noteRest(): void {
    this.reading.asked.rest(this.at_.value, this.path, (path, names) => {
      const { stack, logicalId } = this.owner.reference;
      const property = path === '' ? {} : { property: path };
      this.reading.notes.add({ stack, logicalId, ...property, says: `not known here, so not read: ${names}` });
    });
  }

  /** The keys of this object and the properties under them. */
  public entries(): [key: string, property: Property][] {
    const { object } = this;
    if (!object) return [];
    return Object.keys(object.value as object)
      .map((key): [string, Property] => [key, this.at(key)])
      .filter(([, property]) => property.isGiven);
  }

  /**
   * The members of this list; those between which a condition decides are all of them members, each with its condition.
   */
  public items(): Property[] {
    return this.isGiven ? this.listed(0) : [];
  }

  /** The members of this list, or the one value that stands for a list of one, as policies have it. */
  public oneOrMore(): Property[] {
    const { reduced } = this;
    if (reduced.is === 'nothing') return [];
    const isList = reduced.is === 'texts' || (reduced.is === 'json' && Array.isArray(reduced.at.value));
    return isList || reduced.is === 'choice' ? this.listed(0) : [this];
  }

  /** The members of this list of texts, or a function that only deployment can compute, which may stand for any number. */
  public textItems(): Property[] {
    const { reduced } = this;
    return reduced.is === 'text' && onlyHole(reduced.segments) ? [this] : this.items();
  }

  /** This value where it stands, and where a condition decides, each of the two with its condition. */
  public branches(): Property[] {
    const { reduced } = this;
    if (reduced.is !== 'choice' || this.when.length >= MOST_BRANCHES) return this.isGiven ? [this] : [];
    const { template, either } = reduced;
    // The template of a nested stack may have a condition of that name as well, which is another.
    const condition = template === this.home ? reduced.condition : `${reduced.condition} of ${template.stack.name}`;
    const known = this.when.find((when) => when.condition === condition);
    return either
      .map((branch, index) => ({ branch, holds: index === 0 }))
      .filter(({ holds }) => !known || known.holds === holds)
      .flatMap(({ branch, holds }) =>
        this.with(branch, known ? this.when : [...this.when, { condition, holds }]).branches(),
      );
  }

  /** This text, in its pieces. */
  public segments(): Segments | undefined {
    if (!this.isGiven) return undefined;
    const segments = this.reading.evaluator.textOf(this.reduced);
    if (!segments) this.misfit('text');
    for (const segment of segments ?? []) if (!('words' in segment)) this.noteMissing(segment);
    return segments;
  }

  /** This text. */
  public text(): Told<string> | undefined {
    const segments = this.segments();
    return segments && toldText(segments, this.home);
  }

  /** This value, where only deployment knows what it is at all. */
  public unknown(): Unknown | undefined {
    const told = this.reduced.is === 'text' ? this.text() : undefined;
    return isUnknown(told) ? told : undefined;
  }

  /** The texts of this list, or of the one value that stands for a list of one. */
  public texts(): Told<string>[] {
    return this.oneOrMore().flatMap((item) => item.text() ?? []);
  }

  /** The text in which this value stands, told for the model. */
  public told(segments: Segments): Told<string> {
    return toldText(segments, this.home);
  }

  /** The resource that this names by its Ref or by an attribute, if it is nothing else. */
  public resource(): ResourceId | undefined {
    const segments = this.segments();
    return segments && onlyHole(segments)?.resource?.reference;
  }

  /** This number; CloudFormation takes its digits too. */
  public number(): Told<number> | undefined {
    const told = this.text();
    if (typeof told !== 'string') return told;
    // Digits after a zero are octal to some who read YAML.
    if (/^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(told)) return Number(told);
    this.misfit('a number');
    return undefined;
  }

  /** This truth value; CloudFormation takes its name too. */
  public boolean(): Told<boolean> | undefined {
    const told = this.text();
    if (typeof told !== 'string') return told;
    if (told === 'true' || told === 'false') return told === 'true';
    this.misfit('true or false');
    return undefined;
  }

  /** This object, which may also be written as JSON in a text, as CloudFormation takes policies. */
  public document(): Property {
    const { reduced } = this;
    if (reduced.is === 'nothing') return this;
    if (reduced.is === 'json' && typeof reduced.at.value !== 'string') return this;
    const text = this.text();
    if (typeof text !== 'string') return this;
    try {
      return this.with({ ...this.at_, value: JSON.parse(text) }, this.when);
    } catch {
      this.note('this text is not JSON, so it was not read');
      return this.with({ ...this.at_, value: undefined }, this.when);
    }
  }

  /** Leaves a note about this property. */
  public note(says: string): void {
    const { stack, logicalId } = this.owner.reference;
    this.reading.notes.add({ stack, logicalId, ...(this.path === '' ? {} : { property: this.path }), says });
  }

  /** The texts of another resource's property that this one leads to, without a note: that one is read in its own turn. */
  public elsewhere(at: Located): Segments | undefined {
    return this.reading.evaluator.segments(at);
  }

  private get reduced(): Reduced {
    this.computed ??= this.reading.evaluator.reduce(this.at_);
    return this.computed;
  }

  /** This object as it is written, or a note where it is none. */
  private get object(): Located | undefined {
    const { reduced } = this;
    if (reduced.is === 'nothing') return undefined;
    if (reduced.is === 'json' && isObject(reduced.at.value)) return reduced.at;
    this.misfit('an object');
    return undefined;
  }

  private listed(depth: number): Property[] {
    const { reduced } = this;
    if (reduced.is === 'choice' && depth < MOST_BRANCHES) {
      return this.branches().flatMap((branch) => branch.listed(depth + 1));
    }
    if (reduced.is === 'texts') {
      return reduced.items.map((item, index) =>
        this.with(this.at_, this.when, `${this.path}[${index}]`, { is: 'text', segments: item }),
      );
    }
    if (reduced.is !== 'json' || !Array.isArray(reduced.at.value)) {
      this.misfit('a list');
      return [];
    }
    return reduced.at.value.flatMap((_, index) =>
      this.with(child(reduced.at, index), this.when, `${this.path}[${index}]`).members(depth),
    );
  }

  /** What a member of a list comes to: one, none, or those between which a condition decides. */
  private members(depth: number): Property[] {
    if (this.reduced.is !== 'choice' || depth >= MOST_BRANCHES) return this.isGiven ? [this] : [];
    return this.branches();
  }

  private child(path: string, name: string): Property {
    const { reduced } = this;
    if (reduced.is === 'choice') return this.with(this.at_, this.when, path, this.choiceOf(reduced, name));
    const { object } = this;
    this.reading.asked.add(object?.value, [name]);
    const at = object ? child(object, name) : { ...this.at_, value: undefined };
    return this.with(at, this.when, path);
  }

  /** The choice between what two objects have under a name. */
  private choiceOf({ condition, template, either }: Extract<Reduced, { is: 'choice' }>, name: string): Reduced {
    const [one, other] = either.map((branch) => {
      const { reduced } = this.with(branch, this.when);
      if (reduced.is === 'choice') this.with(branch, this.when).misfit('an object');
      if (reduced.is === 'json') this.reading.asked.add(reduced.at.value, [name]);
      return reduced.is === 'json' ? child(reduced.at, name) : { ...branch, value: undefined };
    }) as [Located, Located];
    const isNothing = [one, other].every((branch) => this.reading.evaluator.reduce(branch).is === 'nothing');
    return isNothing ? { is: 'nothing' } : { is: 'choice', condition, template, either: [one, other] };
  }

  private with(at: Located, when: readonly When[], path = this.path, computed?: Reduced): Property {
    const property = new Property(this.owner, this.home, this.reading, path, at, when);
    if (computed) property.computed = computed;
    return property;
  }

  private noteMissing({ kind, hole, template, either }: OpenHole): void {
    for (const branch of either ?? [])
      for (const inner of branch ?? []) if (!('words' in inner)) this.noteMissing(inner);
    if (kind !== 'missing') return;
    const where = template === this.home ? '' : ` of ${template.stack.name}`;
    this.note(`nothing that was read tells ${hole}${where}, so it is not known where this leads`);
  }

  private misfit(wanted: string): void {
    const { reduced } = this;
    if (reduced.is === 'json') {
      this.note(`${wanted} is expected here, not ${kindOf(reduced.at.value)}, so this was not read`);
      return;
    }
    const call = callOf(this.at_.value);
    this.note(
      `only deployment can tell what ${call?.name ?? 'this'} gives here, where ${wanted} is expected, so this was not read`,
    );
  }
}
