// Code pages of DOS, which the platform's decoder lacks and old tables are in.
// Source: the Unicode Consortium's mapping tables for PC code pages; 864 holds letters in their joined shapes, which are resolved.

export const DOS_CODE_PAGES = ['cp437', 'cp850', 'cp720', 'cp864'] as const;
export type DosCodePage = (typeof DOS_CODE_PAGES)[number];

/** The characters of the bytes 128 to 255. */
const upperHalves: Readonly<Record<DosCodePage, string>> = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿\u2310¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈\u00b0∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿\u00ae¬½¼¡«»░▒▓│┤ÁÂÀ\u00a9╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄\u00a6Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸\u00b0¨·¹³²■\u00a0',
  cp720:
    '\u0080\u0081éâ\u0084à\u0086çêëèïî\u008d\u008e\u008f\u0090\u0651\u0652ô¤ـûùءآأؤ£إئابةتثجحخدذرزسشص«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ضطظعغفµقكلمنهوىي≡\u064b\u064c\u064d\u064e\u064f\u0650≈\u00b0∙·√ⁿ²■\u00a0',
  cp864:
    '\u00b0·∙√▒─│┼┤┬├┴┐┌└┘β∞φ±½¼≈«»ﻷﻸ\ufffd\ufffdﻻﻼ\ufffd\u00a0\u00adﺂ£¤ﺄ\ufffd\ufffdﺎﺏﺕﺙ،ﺝﺡﺥ٠١٢٣٤٥٦٧٨٩ﻑ؛ﺱﺵﺹ؟¢ﺀﺁﺃﺅﻊﺋﺍﺑﺓﺗﺛﺟﺣﺧﺩﺫﺭﺯﺳﺷﺻﺿﻁﻅﻋﻏ\u00a6¬÷×ﻉـﻓﻗﻛﻟﻣﻧﻫﻭﻯﻳﺽﻌﻎﻍﻡﹽ\u0651ﻥﻩﻬﻰﻲﻐﻕﻵﻶﻝﻙﻱ■\ufffd',
};

export function isDosCodePage(name: string): name is DosCodePage {
  return Object.hasOwn(upperHalves, name);
}

export function decodeDos(bytes: Uint8Array, page: DosCodePage): string {
  const upper = upperHalves[page];
  let text = '';
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? '\ufffd');
  return page === 'cp864' ? text.replace(/[\ufe70-\ufefc]+/g, (shapes) => shapes.normalize('NFKC')) : text;
}
