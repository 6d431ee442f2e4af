import type { Declaration } from './model';

/** What is read of a resource's properties: all of it but where it stands. */
export type Facts<Model extends Declaration> = Omit<Model, keyof Declaration>;
