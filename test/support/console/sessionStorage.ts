/** The parts of a browser that the console's session uses; the types of tests are Node's. */
interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
declare global {
  var sessionStorage: Storage;
  var location: { readonly hash: string; readonly pathname: string; readonly search: string };
  var history: { replaceState(data: null, unused: '', url: string): void };
}

/** Gives the console's code the `sessionStorage` of a browser tab for the tests of the block that calls it. */
export function keepInMemory(): void {
  const kept = new Map<string, string>();
  const storage: Storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  beforeAll(() => Object.assign(globalThis, { sessionStorage: storage }));
  afterAll(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));
}
