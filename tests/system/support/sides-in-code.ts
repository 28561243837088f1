// Left and right where start and end are meant: in objects of styles wherever they stand, in attributes, in what is written to an element, in style sheets.
import { walk, type Node } from './sources';

const property =
  /^(?:(?:margin|padding|border|inset|scroll-?margin|scroll-?padding)-?(?:left|right)(?:-?[a-z]+)?|border-?(?:top|bottom)-?(?:left|right)-?radius)$/i;
const bare = /^(?:left|right)$/;
/** Names that only a style has. */
const ofStyle = /^(?:position|top|bottom|width|height|transform|zIndex|z-index|inset\w*|display|inlineSize|blockSize)$/;
/** The component library's short names. */
const shorthand = /^(?:m|p|bd)[lr]$|^(?:left|right)$/;
const valued =
  /^(?:ta|text-?align|float|clear|caption-?side|background-?position|object-?position|transform-?origin|position|placement|side|align)$/i;
const side = /(?:^|[\s-])(?:left|right)(?:$|[\s-])/;

/** The nodes that say left or right of the layout of a page. */
export function sidesInCode(body: readonly Node[]): readonly Node[] {
  const all = [...walk(body)];
  return all.filter(isSided);
}

function isSided(node: Node): boolean {
  const child = (name: string): Node => node[name] as Node;
  switch (node.type) {
    case 'ObjectExpression':
      return isSidedObject(node);
    case 'JSXAttribute':
      return isSidedAttribute(node);
    case 'AssignmentExpression': {
      const target = child('left');
      return target.type === 'MemberExpression' && isStyle(target['object'] as Node)
        ? declares(nameOf(target['property'] as Node), child('right'))
        : false;
    }
    case 'CallExpression': {
      const [name, value] = node['arguments'] as Node[];
      return nameOf(child('callee')) === 'setProperty' && name !== undefined
        ? declares(nameOf(name), value ?? null)
        : false;
    }
    case 'Literal':
      return typeof node['value'] === 'string' && sidesInStyles(node['value']).length > 0;
    case 'TemplateElement':
      return sidesInStyles((node['value'] as { raw: string }).raw).length > 0;
    default:
      return false;
  }
}

/** `left` and `right` alone may be what remains, or two records compared; beside other styles, or with a length, they are sides. */
function isSidedObject({ properties }: Node): boolean {
  const own = (properties as Node[]).filter(({ type }) => type === 'Property');
  const name = (one: Node): string => nameOf(one['key'] as Node);
  const styled = own.some((one) => ofStyle.test(name(one)));
  return own.some((one) => {
    const value = one['value'] as Node;
    return bare.test(name(one))
      ? styled || /^(?:Literal|TemplateLiteral|BinaryExpression|UnaryExpression)$/.test(value.type)
      : declares(name(one), value);
  });
}

function isSidedAttribute(node: Node): boolean {
  const name = nameOf(node['name'] as Node);
  const value = node['value'] as Node | null;
  if (shorthand.test(name) || declares(name, value)) return true;
  return (
    /^styles?$/.test(name) &&
    [...walk(value)].some((one) => one.type === 'Property' && bare.test(nameOf(one['key'] as Node)))
  );
}

/** A side that is chosen by the direction of the page, left in one and right in the other, is mirrored by hand. */
function declares(name: string, value: Node | null): boolean {
  if (property.test(name) || bare.test(name)) return true;
  if (!valued.test(name)) return false;
  const all = [...walk(value)];
  const sides = (node: unknown): string[] =>
    [...walk(node)]
      .flatMap((one) => (one.type === 'Literal' ? (side.exec(String(one['value'])) ?? []) : []))
      .map((one) => one.replaceAll(/[\s-]/g, ''));
  const mirrored = all.some((one) => {
    if (one.type !== 'ConditionalExpression') return false;
    const [first, second] = [sides(one['consequent']), sides(one['alternate'])];
    return first.length === 1 && second.length === 1 && first[0] !== second[0];
  });
  return sides(value).length > 0 && !mirrored;
}

/** `element.style`, `style`. */
const isStyle = (node: Node): boolean => nameOf(node) === 'style';

function nameOf(node: Node): string {
  if (node.type === 'MemberExpression') return nameOf(node['property'] as Node);
  if (node.type === 'Literal') return String(node['value']);
  return typeof node['name'] === 'string' ? node['name'] : '';
}

const declaration =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)(?:-[a-z]+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:\s*[^;{}]+|(?:text-align|float|clear|caption-side|(?:background|object|mask)-position|transform-origin)\s*:[^;{}]*\b(?:left|right)\b|linear-gradient\(\s*to [^,]*\b(?:left|right)\b/gm;
const four =
  /(?:^|[\s;{])(margin|padding|inset|border-(?:width|style|color|radius)|scroll-margin|scroll-padding)\s*:\s*([^;{}]+)/gm;

/** The declarations of a style sheet (or of styles as text) that differ between left and right. */
export function sidesInStyles(css: string): readonly string[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const uneven = [...plain.matchAll(four)].filter(([, name = '', value = '']) => isUneven(name, value));
  return [...plain.matchAll(declaration), ...uneven].map(([found]) => found.trim());
}

/** Four values in the order of the clock tell right from left; four corners begin at the top left. */
function isUneven(name: string, value: string): boolean {
  const parts = valuesOf(value);
  if (name === 'border-radius')
    return parts.length > 1 && (parts[0] !== parts[1] || (parts[2] ?? parts[0]) !== (parts[3] ?? parts[1]));
  return parts.length === 4 && parts[1] !== parts[3];
}

/** Between blanks that lie in no parentheses. */
function valuesOf(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text.trim()) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0 && /\s/.test(sign)) parts.push('');
    else parts.push((parts.pop() ?? '') + sign);
  }
  return parts.filter((part) => part !== '');
}
