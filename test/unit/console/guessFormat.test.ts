import { guessFormat } from '../../../console/src/pages/lists/guessFormat';

describe('what uploaded files are, by their names', () => {
  it.each([
    [['sdn.csv', 'alt.csv', 'add.csv'], 'ofac'],
    [['consolidated.xml'], 'un'],
    [['20260805-FULL-1_1(xsd).xml'], undefined],
    [['xmlFullSanctionsList_1_1.xml'], 'eu'],
    [['UK-Sanctions-List.csv'], 'uk'],
    [['UK-Sanctions-List.xml'], 'uk'],
    [['sema-lmes.xml'], 'ca'],
    [['consolidated-list_2026-08-27.xml'], 'ch'],
    [['consolidatedLegacyByPRN.xml'], 'un'],
    [['Australian_Sanctions_Consolidated_List.xlsx'], 'au'],
    [['entities.ftm.json'], 'opensanctions'],
    [['transfers.csv'], 'transfers'],
    [['transfers-2024.jsonl'], 'transfers'],
    [['transfers.json'], 'transfers'],
    [['rows.csv'], undefined],
    [['sdn.csv', 'transfers.csv'], undefined],
    [[], undefined],
  ])('takes %j as %s', (names, format) => expect(guessFormat(names)).toBe(format));
});
