import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  parse,
} from 'graphql';
import { code, page, table } from './markdown.mjs';

const roots = { queries: 'Query', mutations: 'Mutation' };

/**
 * Returns the pages of docs/reference/schema/, by file name: the roots, and the types of each subgraph. `api`
 * is the schema as clients see it. `needs` returns the sets of scopes that all of some places need (`Type`,
 * `Type.field`). `sdls` are the committed SDL by subgraph.
 */
export function schemaReference({ api, needs, sdls }) {
  const types = Object.values(api.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .filter(({ name }) => !Object.values(roots).includes(name))
    .sort(byName);
  const owners = new Map(types.map(({ name }) => [name, ownerOf(name, sdls)]));
  const pages = Object.entries(roots).map(([file, name]) => [
    `${file}.md`,
    page([`# ${name}`, '', ...made, ...fieldsOf(api.getType(name), needs)]),
  ]);
  for (const subgraph of Object.keys(sdls))
    for (const [file, kind] of Object.entries(kinds)) {
      const own = types.filter((type) => owners.get(type.name) === subgraph && kind.holds(type));
      if (own.length === 0) continue;
      pages.push([
        `${subgraph}-${file}.md`,
        page([
          `# ${kind.title} of ${code(subgraph)}`,
          '',
          ...made,
          ...own.flatMap((type) => typeSection(type, needs)),
        ]),
      ]);
    }
  return new Map([['README.md', index(pages.map(([file]) => file))], ...pages]);
}

const byName = (a, b) => (a.name < b.name ? -1 : 1);

const made = [
  'Made from the committed supergraph by `npm run gen`. How to read it: `docs/reference/schema/README.md`.',
];

const isShape = (type) => 'getFields' in type && !isInputObjectType(type);

const kinds = {
  types: { title: 'Types', holds: (type) => isShape(type) || isUnionType(type) },
  inputs: { title: 'Inputs', holds: isInputObjectType },
  values: { title: 'Enums and scalars', holds: (type) => isEnumType(type) || isScalarType(type) },
};

function index(files) {
  return page([
    '# The schema',
    '',
    'Made from the committed supergraph by `npm run gen`: what a client sees. The explorer at `/explorer` shows the same, and answers.',
    '',
    ...files.map((file) => `- [${file.replace('.md', '')}](${file})`),
    '',
    'A type is on the page of the subgraph that holds most of its fields; fields that others add are with it. `name(argument:)` is',
    'an argument of the field above. **Scopes** are what a token needs: of a type for all of its fields, of a field where it needs',
    'more than its type. A field that a token may not see is null with `UNAUTHORIZED_FIELD_OR_TYPE`.',
  ]);
}

/** The subgraph whose SDL holds most fields or values of a type; of several the first. */
function ownerOf(name, sdls) {
  const sizes = Object.entries(sdls).map(([subgraph, sdl]) => {
    const found = parse(sdl).definitions.find(
      (one) => one.kind.endsWith('Definition') && one.name?.value === name,
    );
    const own = (found?.fields ?? found?.values ?? []).filter(
      ({ directives = [] }) => !directives.some((directive) => directive.name.value === 'external'),
    );
    return { subgraph, size: found ? own.length : -1 };
  });
  return sizes.reduce((best, one) => (one.size > best.size ? one : best)).subgraph;
}

function typeSection(type, needs) {
  const needed = scopes(needs(type.name));
  const also = 'getInterfaces' in type ? type.getInterfaces().map(({ name }) => code(name)) : [];
  return [
    '',
    `## ${type.name}`,
    '',
    oneLine(type.description),
    ...(isInterfaceType(type) ? ['', 'An interface.'] : []),
    ...(also.length > 0 ? ['', `Is also ${also.join(', ')}.`] : []),
    ...(isUnionType(type)
      ? [
          '',
          `One of ${type
            .getTypes()
            .map(({ name }) => code(name))
            .join(', ')}.`,
        ]
      : []),
    ...(needed ? ['', `Scopes: ${needed}.`] : []),
    ...(isShape(type) ? fieldsOf(type, needs) : []),
    ...(isInputObjectType(type)
      ? table(['field', 'type', 'meaning'], Object.values(type.getFields()).map(given))
      : []),
    ...(isEnumType(type)
      ? table(
          ['value', 'meaning'],
          type.getValues().map(({ name, description }) => [code(name), description]),
        )
      : []),
  ];
}

function fieldsOf(type, needs) {
  const ofType = scopes(needs(type.name));
  const rows = inOrder(type).flatMap((field) => {
    const needed = scopes(needs(type.name, `${type.name}.${field.name}`, getNamedType(field.type).name));
    return [
      [code(field.name), code(field.type), needed === ofType ? '' : needed, meaning(field)],
      ...field.args.map((arg) => {
        const [, kind, text] = given(arg);
        return [code(`${field.name}(${arg.name}:)`), kind, '', text];
      }),
    ];
  });
  return table(['field', 'type', 'scopes', 'meaning'], rows);
}

/** The fields of a root by name, for there are many; of a type in the order of its schema. */
function inOrder(type) {
  const fields = Object.values(type.getFields());
  return Object.values(roots).includes(type.name) ? fields.sort(byName) : fields;
}

/**
 * Returns the line of an argument or input field: its name, its type and its purpose, with the default that
 * the schema names.
 */
function given(input) {
  const byDefault = input.astNode?.defaultValue
    ? ` Default: ${code(JSON.stringify(input.defaultValue))}.`
    : '';
  return [code(input.name), code(input.type), `${meaning(input)}${byDefault}`];
}

const meaning = ({ description, deprecationReason }) =>
  `${deprecationReason ? `**Deprecated**: ${deprecationReason} ` : ''}${oneLine(description)}`;

const oneLine = (text) => (text ?? '').replaceAll(/\s+/g, ' ').trim();

/** Sets of scopes: all of one set are needed, of any set. */
const scopes = (sets = []) => sets.map((set) => set.map(code).join(' and ')).join(', or ');
