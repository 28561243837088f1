// Words that a person would see or hear and that stand in the code instead of the messages: found in the syntax tree, however they are wrapped.
import { walk, type Node } from './sources';

/** Attributes and properties whose text is shown or read out: `label`, `addLabel`, `aria-description` … */
const spokenName =
  /(?:^|[a-z-])(?:label|title|subtitle|placeholder|hint|error|description|message|caption|heading|words|valuetext|roledescription)$/i;
/** Too common as names of data to be followed in every object. */
const spokenAttributes = new Set(['alt', 'abbr', 'none', 'note']);
const spokenCalls = new Set(['notify', 'done', 'toast', 'announce', 'alert', 'confirm', 'prompt', 'Notification']);
const spokenTargets = new Set([
  'title',
  'textContent',
  'innerText',
  'placeholder',
  'alt',
  'ariaLabel',
  'ariaDescription',
]);

/** Methods that make another list of a list: only what they answer is shown. */
const remaking = new Set(['map', 'flatMap', 'filter', 'reduce']);

const letters = (value: unknown): boolean =>
  typeof value === 'string' && /\p{L}/u.test(value.replaceAll(/var\(--[\w-]+\)/g, ''));

/**
 * The nodes that hold such words. An attribute or property may hold the id of a message, for a part to look up; what stands
 * between tags may not.
 */
export function wordsInCode(body: readonly Node[], messages: ReadonlySet<string>): readonly Node[] {
  const all = [...walk(body)];
  const search: Search = { constants: constantsOf(all), messages, seen: new Set() };
  const found = all.flatMap((node) => {
    const shown = /^JSX(?:Element|Fragment)$/.test(node.type);
    return spokenExpressions(node).flatMap((one) => texts(one, shown ? { ...search, messages: new Set() } : search));
  });
  return [...new Set(found)];
}

interface Search {
  /** What each `const` of the file is made of; of equal names, all. */
  readonly constants: ReadonlyMap<string, readonly Node[]>;
  readonly messages: ReadonlySet<string>;
  /** Names being followed, against going round. */
  readonly seen: ReadonlySet<string>;
}

/** The expressions of a node that end up before a person. */
function spokenExpressions(node: Node): readonly Node[] {
  const child = (name: string): Node => node[name] as Node;
  switch (node.type) {
    case 'JSXElement':
    case 'JSXFragment':
      return (node['children'] as Node[]).filter(({ type }) => type === 'JSXText' || type === 'JSXExpressionContainer');
    case 'JSXAttribute':
      return node['value'] !== null && isSpoken(nameOf(child('name'))) ? [child('value')] : [];
    case 'Property':
      return spokenName.test(nameOf(child('key'))) ? [child('value')] : [];
    case 'AssignmentExpression':
      return child('left').type === 'MemberExpression' && spokenTargets.has(nameOf(child('left')))
        ? [child('right')]
        : [];
    case 'CallExpression':
    case 'NewExpression':
      return argumentsSpoken(nameOf(child('callee')), node['arguments'] as Node[]);
    default:
      return [];
  }
}

const isSpoken = (attribute: string): boolean => spokenName.test(attribute) || spokenAttributes.has(attribute);

function argumentsSpoken(callee: string, given: readonly Node[]): readonly Node[] {
  if (callee === 'createElement') return given.slice(2);
  return spokenCalls.has(callee) ? given : [];
}

/** An identifier's name, a property's key, the last part of a member: what a call or attribute is called. */
function nameOf(node: Node): string {
  if (node.type === 'MemberExpression') return nameOf(node['property'] as Node);
  if (node.type === 'JSXNamespacedName') return nameOf(node['name'] as Node);
  if (node.type === 'Literal') return String(node['value']);
  return typeof node['name'] === 'string' ? node['name'] : '';
}

/** The literal texts an expression may come to. */
function texts(node: Node | null | undefined, search: Search): readonly Node[] {
  if (node === null || node === undefined) return [];
  const inside = (...names: readonly string[]): readonly Node[] =>
    names.flatMap((name) => [node[name]].flat().flatMap((one) => texts(one as Node | null, search)));
  switch (node.type) {
    case 'JSXText':
    case 'Literal':
      return letters(node['value']) && !search.messages.has(node['value'] as string) ? [node] : [];
    case 'TemplateLiteral': {
      const written = (node['quasis'] as { value: { cooked: string } }[]).some(({ value }) => letters(value.cooked));
      return [...(written && !looksUp(node, search) ? [node] : []), ...inside('expressions')];
    }
    case 'ConditionalExpression':
      return inside('consequent', 'alternate');
    case 'LogicalExpression':
      return node['operator'] === '&&' ? inside('right') : inside('left', 'right');
    case 'BinaryExpression':
      return node['operator'] === '+' ? inside('left', 'right') : [];
    case 'ArrayExpression':
      return inside('elements');
    case 'SequenceExpression':
      return texts((node['expressions'] as Node[]).at(-1), search);
    case 'CallExpression':
      return called(node, search);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return returned(node).flatMap((one) => texts(one, search));
    case 'Identifier':
      return named(node['name'] as string, search);
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return inside('expression');
    default:
      return [];
  }
}

/** `'a'.trim()`, `list.map(() => 'a')`: what a method is asked of, and what a function given to it answers. */
function called(node: Node, search: Search): readonly Node[] {
  const callee = node['callee'] as Node;
  if (callee.type !== 'MemberExpression') return [];
  const functions = (node['arguments'] as Node[]).filter(({ type }) => /Function/.test(type));
  const asked = remaking.has(nameOf(callee)) ? [] : [callee['object'] as Node];
  return [...asked, ...functions].flatMap((one) => texts(one, search));
}

function returned(node: Node): readonly Node[] {
  const body = node['body'] as Node;
  if (body.type !== 'BlockStatement') return [body];
  return [...walk(body)].flatMap((one) =>
    one.type === 'ReturnStatement' && one['argument'] !== null ? [one['argument'] as Node] : [],
  );
}

function named(name: string, search: Search): readonly Node[] {
  if (search.seen.has(name)) return [];
  const deeper = { ...search, seen: new Set([...search.seen, name]) };
  return (search.constants.get(name) ?? []).flatMap((one) => texts(one, deeper));
}

/** `people.${kind}.title`: an id of a message put together. */
function looksUp(node: Node, { messages }: Search): boolean {
  const written = (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  const pattern = new RegExp(`^${written.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`);
  return /^[\w.-]*$/.test(written.join('')) && [...messages].some((id) => pattern.test(id));
}

function constantsOf(all: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const node of all) {
    const init = node['init'] as Node | null | undefined;
    if (node.type !== 'VariableDeclarator' || init === null || init === undefined) continue;
    const name = nameOf(node['id'] as Node);
    if (name !== '' && init.type !== 'ArrowFunctionExpression') found.set(name, [...(found.get(name) ?? []), init]);
  }
  return found;
}
