/** Keeps the names of stacks apart: two assemblies may well hold stacks of one name. */
export class StackNames {
  private readonly taken = new Set<string>();

  /** The name of a stack in the model: its own, or with the file of its template where that is taken. */
  public claim(name: string, template: string): string {
    let unique = name;
    for (let count = 1; this.taken.has(unique); count++) {
      unique = count === 1 ? `${name} (${template})` : `${name} (${template}, ${count})`;
    }
    this.taken.add(unique);
    return unique;
  }
}
