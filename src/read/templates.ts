import { parseDocument } from './document/parse-document';
import type { JsonObject, ReadText } from './json';
import { expandMacros } from './macros';
import type { StackFacts } from './model';
import type { NoteBook } from './note-book';
import { StackNames } from './stack-names';
import { type Origin, readTemplate, type Template } from './template';
import type { Hook } from './world';

/** What is known of a stack besides its name and its template. */
export type StackOrigin = Omit<StackFacts, 'name' | 'template'>;

/** The templates that have been read, each file parsed once. */
export class ReadTemplates {
  public readonly templates: Template[] = [];
  /** Where nested stacks hang. */
  public readonly hooks = new Map<Template, Hook>();
  private readonly names = new StackNames();
  private readonly parsed = new Map<string, JsonObject>();

  constructor(
    private readonly readText: ReadText,
    public readonly notes: NoteBook,
  ) {}

  /**
   * Reads one template.
   *
   * @param file the file it stands in
   * @param wanted the name of its stack; another is made of it where that is taken
   * @throws UnusableInput where the file holds no template
   */
  public read(
    file: string,
    wanted: string,
    facts: StackOrigin,
    origins: ReadonlyMap<string, Origin>,
    hook: Hook | undefined,
  ): Template {
    const json = this.parse(file);
    const name = this.names.claim(wanted, file);
    const expanded = expandMacros(json, name, this.notes);
    const template = readTemplate(expanded, { name, template: file, ...facts }, origins, this.notes);
    this.templates.push(template);
    if (hook) this.hooks.set(template, hook);
    return template;
  }

  /** The content of a file in JSON or YAML. */
  public parse(file: string): JsonObject {
    const known = this.parsed.get(file);
    if (known) return known;
    const { value } = parseDocument(file, this.readText);
    this.parsed.set(file, value);
    return value;
  }
}
