// The rules of what a person sees find what they forbid, however it is wrapped, and nothing else.
import { describe, expect, test } from 'vitest';
import { sidesInCode, sidesInStyles } from './support/sides-in-code';
import { parse } from './support/sources';
import { wordsInCode } from './support/words-in-code';

const messages = new Set(['people.title', 'people.person.title', 'common.save']);
const words = (text: string): number => wordsInCode(parse('page.tsx', text).body, messages).length;
const sides = (text: string): number => sidesInCode(parse('page.tsx', text).body).length;

describe('a word in the code', () => {
  test.each([
    [`<p>Save</p>`],
    [`<p>ذخیره</p>`],
    [`<p>x</p>`],
    [`<>Save</>`],
    [`<p>{'Save'}</p>`],
    [`<p>{"Save"}{count}</p>`],
    [`<p>{\`Save\`}</p>`],
    [`<p>{\`\${count} records\`}</p>`],
    [`<p>{count + ' records'}</p>`],
    [`<p>{ready ? 'Save' : null}</p>`],
    [`<p>{ready && 'Save'}</p>`],
    [`<p>{name ?? 'Nobody'}</p>`],
    [`<p>{('Save' as string)!}</p>`],
    [`<p>{['Save', count]}</p>`],
    [`<p>{['a', 'b'].join(', ')}</p>`],
    [`<p>{list.map((one) => 'Save')}</p>`],
    [`<p>{list.map((one) => { return one ? 'Save' : one.name; })}</p>`],
    [`const word = 'Save'; const page = <p>{word}</p>;`],
    [`const word = ready ? 'Save' : t('common.save'); const page = <p>{word}</p>;`],
    [`<p>people.title</p>`],
    [`<p>{'people.title'}</p>`],
    [`<Button label="Save" />`],
    [`<Button label={'Save'} />`],
    [`<Button label={\`Save \${name}\`} />`],
    [`<Button title={ready ? 'Save' : t('common.save')} />`],
    [`<Field placeholder="Name" />`],
    [`<img alt="A face" />`],
    [`<i aria-label="Close" />`],
    [`<i aria-description={'Close'} />`],
    [`<i aria-valuetext="half" />`],
    [`<i aria-roledescription="slider" />`],
    [`<Field description="As in the passport" />`],
    [`<Field hint="As in the passport" />`],
    [`<Field error={wrong && 'Not a number'} />`],
    [`<Field addLabel="Add" />`],
    [`notify('Saved')`],
    [`notify({ message: 'Saved' })`],
    [`notify({ message: ready ? \`\${name} saved\` : name })`],
    [`done(result, 'Saved')`],
    [`window.alert('Saved')`],
    [`new Notification('Saved')`],
    [`createElement('p', null, 'Saved')`],
    [`document.title = 'Diwan'`],
    [`element.textContent = 'Saved'`],
    [`const options = [{ value: 'a', label: 'Save' }]`],
    [`useHotkey({ keys: 'Ctrl+KeyS', label: 'Save' })`],
  ])('is found: %s', (text) => {
    expect(words(text)).toBeGreaterThan(0);
  });

  test('each branch is found by itself', () => {
    expect(words(`<p>{ready ? 'Save' : 'Cancel'}</p>`)).toBe(2);
  });

  test.each([
    [`<p>{t('common.save')}</p>`],
    [`<p>{t('people.count', { count, kind: 'person' })}</p>`],
    [`<p>{t(ready ? 'common.save' : 'people.title')}</p>`],
    [`<p>{t.any(\`people.\${kind}.title\`)}</p>`],
    [`<p>{name} · {count}</p>`],
    [`<p>{name ?? '—'} {'·'} {' '} {\`\${a} – \${b}\`}</p>`],
    [`<p className={ready ? 'wide' : 'narrow'} data-kind="person" dir="auto">{name}</p>`],
    [`<p>{kind === 'person' && <Icon name="face" />}</p>`],
    [`<p>{(['given', 'family'] as const).map((part) => <Field key={part} name={part} label={t.any(part)} />)}</p>`],
    [`<Button kind="primary" type="submit" label={t('common.save')} aria-haspopup="dialog" aria-current="page" />`],
    [`<Tab label="people.title" />`],
    [`<Tab label={\`people.\${kind}.title\`} />`],
    [`<Field label={label} autoComplete="username" inputMode="numeric" placeholder=" " />`],
    [`const theme = { error: 'var(--dw-danger)' }`],
    [`show('search'); ask('people.list', { text: 'name' })`],
    [`const kind = 'person'; ask(kind);`],
    [`const label = t('common.save'); const page = <p>{label}</p>;`],
  ])('is not seen where there is none: %s', (text) => {
    expect(words(text)).toBe(0);
  });
});

describe('left and right', () => {
  test.each([
    [`<p style={{ marginLeft: 4 }} />`],
    [`<p style={{ left: offset }} />`],
    [`<p style={{ ...base, 'padding-right': 4 }} />`],
    [`<p style={{ textAlign: 'left' }} />`],
    [`<p style={{ float: ready ? 'left' : 'none' }} />`],
    [`const box = { marginLeft: 4 }; const page = <p style={box} />;`],
    [`const box = { left: 0 };`],
    [`const box = { position: 'absolute', left: offset };`],
    [`const box: CSSProperties = { borderTopLeftRadius: 4 };`],
    [`const boxes = { inner: { paddingInline: 3, borderRightWidth: 1 } };`],
    [`const box = { scrollMarginLeft: 4 }`],
    [`element.style.left = '4px'`],
    [`element.style.marginRight = width`],
    [`element.style.setProperty('margin-left', width)`],
    [`<Box ml={4} />`],
    [`<Box pr="md" />`],
    [`<Box ta="right" />`],
    [`<Menu position="bottom-left" />`],
    [`const rule = 'margin-left: 4px';`],
    [`const rule = \`left: \${x}px;\`;`],
  ])('are found in code: %s', (text) => {
    expect(sides(text)).toBeGreaterThan(0);
  });

  test.each([
    [`<p style={{ marginInlineStart: 4, insetInlineEnd: 0, textAlign: 'start' }} />`],
    [`const { left, right } = element.getBoundingClientRect();`],
    [`const both = { left: compare(one), right: compare(other) };`],
    [`const told = t('recovery.cards-left', { left });`],
    [`const x = event.clientX - box.left;`],
    [`<Drawer position={dir === 'rtl' ? 'left' : 'right'} />`],
    [`<Menu position="bottom-end" />`],
    [`const moves = { ArrowLeft: back, ArrowRight: forward };`],
    [`<Icon icon={IconChevronLeft} />`],
    [`element.scrollLeft = 0`],
  ])('are not seen in code where there are none: %s', (text) => {
    expect(sides(text)).toBe(0);
  });

  test.each([
    ['.a { margin-left: 4px; }'],
    ['.a{left:0}'],
    ['.a { border-top-left-radius: 4px; }'],
    ['.a { text-align: right; }'],
    ['.a { float: left; }'],
    ['.a { margin: 1px 2px 3px 4px; }'],
    ['.a { padding: 0 var(--x) 0 calc(var(--x) + 1px); }'],
    ['.a { border-radius: 4px 0 0 4px; }'],
    ['.a { background-position: left center; }'],
    ['.a { background: linear-gradient(to right, red, blue); }'],
    ['.a { scroll-padding-right: 4px; }'],
  ])('are found in styles: %s', (css) => {
    expect(sidesInStyles(css)).not.toEqual([]);
  });

  test.each([
    ['.a { margin-inline-start: 4px; inset-inline: 0; text-align: start; }'],
    ['.a { margin: 1px 2px 3px 2px; padding: 0 calc(1px + 2px) 3px; }'],
    ['.a { border-radius: 4px; } /* margin-left: 4px */'],
    ['.left { color: red; } .a:has(> .right) { color: blue; }'],
    ['.a { border-radius: 4px 4px 0 0; }'],
  ])('are not seen in styles where there are none: %s', (css) => {
    expect(sidesInStyles(css)).toEqual([]);
  });
});
