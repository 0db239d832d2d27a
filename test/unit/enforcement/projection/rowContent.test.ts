import { contentOf, type ProjectedRow } from '../../../../subgraphs/enforcement/projection/projection';

interface DatedRow extends ProjectedRow {
  readonly name: string;
  readonly openedOn?: string | null;
}

describe('the content of a row', () => {
  it('is what a projection gives, with every field of the row', () => {
    expect(contentOf<DatedRow>()({ _id: 'a', name: 'n', openedOn: null })).toEqual({
      _id: 'a',
      name: 'n',
      openedOn: null,
    });
  });

  it('has no field that is undefined', () => {
    const fact: { readonly openedOn?: string | undefined } = { openedOn: undefined };
    const content = contentOf<DatedRow>()({ _id: 'a', name: 'n', openedOn: fact.openedOn });
    expect(Object.keys(content)).toEqual(['_id', 'name']);
  });

  it('does not compile where a projection forgets a field, also an optional one', () => {
    // @ts-expect-error openedOn is missing
    contentOf<DatedRow>()({ _id: 'a', name: 'n' });
    // @ts-expect-error name is missing
    contentOf<DatedRow>()({ _id: 'a', openedOn: null });
    const spread = { _id: 'a', name: 'n', openedOn: null, closedOn: null };
    // @ts-expect-error no row has closedOn
    expect(contentOf<DatedRow>()(spread)).toEqual(spread);
  });
});
