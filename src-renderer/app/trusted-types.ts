// The page's content policy lets no text become markup or script. The component library writes style sheets as text through
// the same door, so one policy lets text without any markup through, and nothing else.

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown;
}

/** Must run before the first component is drawn. */
export function allowStyleText(): void {
  const trustedTypes = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text.includes('<') ? null : text) });
}

/** The scroll lock under dialogs writes its style by itself and takes its nonce only from this name. Must run before the first dialog. */
export function shareStyleNonce(): void {
  Object.assign(window, { __webpack_nonce__: styleNonce() });
}

/** The nonce that styles written at run time must carry under the content policy. */
export const styleNonce = (): string => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
