import { isSound, type TypedField } from '../../../console/src/recording/typed';

const field = (kind: TypedField['kind'], required = false): TypedField => ({
  name: 'x',
  label: 'X',
  kind,
  required,
});

it.each([
  ['TEXT', '', true],
  ['DAY', '2026-02-29', false],
  ['DAY', '2024-02-29', true],
  ['NUMBER', '0', false],
  ['NUMBER', '5000000000000000000', true],
  ['NUMBER', '1.5', false],
  ['AMOUNT', '1,250.5', true],
  ['AMOUNT', '0', false],
  ['AMOUNT', '-1', false],
] as const)('tells if a %s field can be sent with %j', (kind, x, sound) => {
  expect(isSound(field(kind), { x })).toBe(sound);
});

it('wants what is required', () => {
  expect(isSound(field('TEXT', true), { x: '  ' })).toBe(false);
  expect(isSound(field('CHOICE', true), {})).toBe(false);
  expect(isSound(field('IDS', true), { x: [] })).toBe(false);
  expect(isSound(field('IDS', true), { x: ['meridian:acct-1003'] })).toBe(true);
});
