import { afterAll, beforeAll, vi } from 'vitest';

/** The instant at which every test runs. */
export const NOW = new Date('2026-01-15T12:34:56.789Z');

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});

afterAll(() => {
  vi.useRealTimers();
});
