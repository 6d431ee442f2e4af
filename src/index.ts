export class Probe { public readonly x: string = 'x'; }
