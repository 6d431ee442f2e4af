import { isObject, kindOf } from '../json';
import { UnusableInput } from '../unusable-input';

/** What is quoted of a value that is wrong; nobody needs more of it to find it. */
const LONGEST = 60;

/** A spot in a file: its path from the top, for whoever has to find and mend it. */
export class Spot {
  constructor(
    private readonly file: string,
    private readonly path = '',
  ) {}

  /** The value of a key. */
  public at(key: string): Spot {
    const step = /^[\w*/-]+$/.test(key) ? key : `["${shortened(key)}"]`;
    return new Spot(this.file, this.path === '' || step.startsWith('[') ? this.path + step : `${this.path}.${step}`);
  }

  /** A member of a list. */
  public item(index: number): Spot {
    return new Spot(this.file, `${this.path}[${index}]`);
  }

  /** Says that a value is not what it has to be. */
  public misfit(value: unknown, expects: string, hint?: string): UnusableInput {
    const subject = this.path === '' ? 'it' : this.path;
    return this.fault(`${subject} is ${shown(value)}, expected ${expects}${hint === undefined ? '' : `; ${hint}`}`);
  }

  /** Says that something is missing. */
  public lack(what: string): UnusableInput {
    return this.fault(`${this.path === '' ? 'it' : this.path} ${what}`);
  }

  /** Says that a key is not one of those there are. */
  public strayKey(key: string, expects: string, meant: string | undefined): UnusableInput {
    const where = this.path === '' ? '' : ` in ${this.path}`;
    const todo = meant === undefined ? `, expected ${expects}` : `; did you mean '${meant}'?`;
    return this.fault(`there is no '${shortened(key)}'${where}${todo}`);
  }

  private fault(says: string): UnusableInput {
    return new UnusableInput(`${this.file} cannot be used: ${says}`);
  }
}

/** A value as an error message quotes it. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `'${shortened(value)}'`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isObject(value) ? 'an object' : kindOf(value);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
}
