import { loadMany } from '../../../shared/batch/loaders';

interface Row {
  readonly key: string;
  readonly n: number;
}

describe('a loader of rows that is filled before', () => {
  const asked: (readonly string[])[] = [];
  let away = false;
  const loader = () =>
    loadMany<string, Row>(
      (keys) => {
        asked.push(keys);
        if (away) return Promise.reject(new Error('the store is away'));
        return Promise.resolve(keys.flatMap((key) => (key === 'none' ? [] : [{ key, n: key.length }])));
      },
      ({ key }) => [key],
    );
  beforeEach(() => {
    asked.length = 0;
    away = false;
  });

  it('answers filled keys at once, also an absent row, and reads nothing twice', async () => {
    const rows = loader();
    await rows.fill(['a', 'bb', 'none', 'a']);
    await rows.fill(['bb']);
    expect(rows.rows('bb')).toEqual([{ key: 'bb', n: 2 }]);
    expect(rows.rows('none')).toEqual([]);
    expect(asked).toEqual([['a', 'bb', 'none']]);
    await expect(rows.rows('c')).resolves.toEqual([{ key: 'c', n: 1 }]);
  });

  it('asks for 1,000 keys at a time', async () => {
    await loader().fill(Array.from({ length: 2_500 }, (_, i) => String(i)));
    expect(asked.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
  });

  it('never takes what could not be read for nothing: who asks for it hears why', async () => {
    const rows = loader();
    away = true;
    await rows.fill(['a']);
    await expect(rows.rows('a')).rejects.toThrow('the store is away');
  });
});
