import { isObject, kindOf, own } from './json';
import type { Told } from './model';
import type { NoteBook } from './note-book';
import type { Template, TemplateResource } from './template';
import { intrinsicOf, type Segment, textOf, toldText } from './text';

/**
 * A property of a resource: its value, and where it stands.
 *
 * Asked for a type that it has not, it leaves a note and answers as if it were not there.
 */
export class Property {
  /** The properties of a resource. */
  public static of(resource: TemplateResource, template: Template, notes: NoteBook): Property {
    return new Property(resource, template, notes, '', resource.properties);
  }

  private constructor(
    private readonly resource: TemplateResource,
    public readonly template: Template,
    private readonly notes: NoteBook,
    private readonly path: string,
    private readonly value: unknown,
  ) {}

  /** Whether this is text in so many words, and no function. */
  public get isText(): boolean {
    return typeof this.value === 'string';
  }

  /** Whether there is a value. AWS::NoValue stands for none. */
  public get isGiven(): boolean {
    return this.value !== undefined && own(this.value, 'Ref') !== 'AWS::NoValue';
  }

  /** A property of this one, which has to be an object. */
  public at(name: string): Property {
    if (this.isGiven && !this.isPlainObject) this.misfit('an object');
    return this.child(this.path === '' ? name : `${this.path}.${name}`, own(this.plainObject, name));
  }

  /** The keys of this object and the properties under them. */
  public entries(): [key: string, property: Property][] {
    if (this.isGiven && !this.isPlainObject) this.misfit('an object');
    return Object.entries(this.plainObject)
      .map(([key, value]): [string, Property] => [key, this.child(`${this.path}.${key}`, value)])
      .filter(([, property]) => property.isGiven);
  }

  /** The members of this list. */
  public items(): Property[] {
    if (!this.isGiven) return [];
    if (!Array.isArray(this.value)) {
      this.misfit('a list');
      return [];
    }
    return this.value
      .map((item, index) => this.child(`${this.path}[${index}]`, item))
      .filter((property) => property.isGiven);
  }

  /** The members of this list, or the one value that stands for a list of one, as policies have it. */
  public oneOrMore(): Property[] {
    return this.isGiven && !Array.isArray(this.value) ? [this] : this.items();
  }

  /** This text, in its pieces. */
  public segments(): readonly Segment[] | undefined {
    if (!this.isGiven) return undefined;
    const segments = textOf(this.value, this.template);
    if (!segments) this.misfit('text');
    return segments;
  }

  /** This text. */
  public text(): Told<string> | undefined {
    const segments = this.segments();
    return segments && toldText(segments);
  }

  /** This text, where it is known; a note where it is not. */
  public knownText(): string | undefined {
    const text = this.text();
    if (text === undefined || typeof text === 'string') return text;
    this.note(`only deployment can tell ${text.unknown}, so this was not read`);
    return undefined;
  }

  /** This number; CloudFormation takes its digits too. */
  public number(): Told<number> | undefined {
    const told = this.text();
    if (typeof told !== 'string') return told;
    if (/^-?\d{1,15}(\.\d{1,9})?$/.test(told)) return Number(told);
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
    if (typeof this.value !== 'string') return this;
    try {
      return this.child(this.path, JSON.parse(this.value));
    } catch {
      this.note('this text is not JSON, so it was not read');
      return this.child(this.path, undefined);
    }
  }

  /** Leaves a note about this property. */
  public note(says: string): void {
    const { stack, logicalId } = this.resource.id;
    this.notes.add({ stack, logicalId, ...(this.path === '' ? {} : { property: this.path }), says });
  }

  private get isPlainObject(): boolean {
    return isObject(this.value) && !intrinsicOf(this.value);
  }

  private get plainObject(): Readonly<Record<string, unknown>> {
    return this.isGiven && isObject(this.value) && this.isPlainObject ? this.value : {};
  }

  private child(path: string, value: unknown): Property {
    return new Property(this.resource, this.template, this.notes, path, value);
  }

  private misfit(wanted: string): void {
    const call = intrinsicOf(this.value);
    this.note(
      call
        ? `only deployment can tell what ${call.name} gives here, where ${wanted} is expected, so this was not read`
        : `${wanted} is expected here, not ${kindOf(this.value)}, so this was not read`,
    );
  }
}
