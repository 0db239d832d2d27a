/** The order of a field's parts with its hint below, so that the inputs of fields beside each other stand in one line. */
export const hintBelow: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];
