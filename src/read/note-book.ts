import type { Note } from './model';

/** Collects notes, each of them once. */
export class NoteBook {
  private readonly byContent = new Map<string, Note>();

  /** Adds a note, unless it stands here already. */
  public add(note: Note): void {
    this.byContent.set(JSON.stringify([note.stack, note.logicalId, note.property, note.says]), note);
  }

  /** The notes, in the order in which they first came. */
  public get notes(): Note[] {
    return [...this.byContent.values()];
  }
}
