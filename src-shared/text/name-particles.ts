// Words of names that are no name: titles, ibn and bint, and the halves of compounds. All as the fold writes them.

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Titles that are nobody's name. */
export const plainHonorifics: ReadonlySet<string> = new Set(
  words(`
    د م ا دكتور الدكتور دكتوره الدكتوره دكتر مهندس المهندس مهندسه المهندسه استاذ الاستاذ استاذه الاستاذه استاد السيده سيده اقا
    اقاي خانم بانو جناب سركار حضره الحاج حاجيه الحاجه حاجه حجيه الشيخ الشيخه السيد المرحوم مرحوم مرحومه شادروان كربلايي مشهدي
    mr mrs ms miss dr doctor doktor eng engr engineer prof professor ustad ostad mohandes agha aghaye khanom khanoom khanum
    madam madame sir mme mlle haj hajj hajji haji hajje hajia alhaj elhaj hajieh karbalaei mashhadi
  `),
);

/** Titles that are given names, too: سيد أحمد may be Mr Ahmad of the Prophet's house, or Sayed son of Ahmad. */
export const honorifics: ReadonlySet<string> = new Set(
  words(`
    سيد سيده حاج حاجي حجي شيخ ملا ميرزا خواجه مولوي
    sayed sayyed sayyid seyed seyyed syed sayid sheikh shaikh shaykh sheik shekh mulla mirza
  `),
);

/** Between a name and the father's: dropped, so that with and without it agree. */
export const lineage: ReadonlySet<string> = new Set(words('بن ابن بنت ولد bin ben ibn bn bint binte bent ould walad'));

/** Servant of …: the half before one of God's names. */
export const servantHeads: ReadonlyMap<string, string> = new Map([
  ['عبد', 'عبد'],
  ...words('abd abdul abdel abdal abdol abdu abdo abdur abdir abdus abdun abdor abdos').map(
    (head) => [head, 'abdul'] as const,
  ),
]);

/** Father or mother of …. */
export const kunyaHeads: ReadonlyMap<string, string> = new Map([
  ...words('ابو ابا ابي').map((head) => [head, 'ابو'] as const),
  ['ام', 'ام'],
  ...words('abu abou abo abi').map((head) => [head, 'abu'] as const),
  ...words('abul aboul abol abal').map((head) => [head, 'abul'] as const),
  ...words('um umm om oum').map((head) => [head, 'um'] as const),
]);

/** Second halves that are written apart or joined, and how they are written joined. */
export const compoundEnds: ReadonlyMap<string, string> = new Map([
  ...words('زاده زاد پور نژاد فر نيا يان خواه پناه منش دوست الله الدين دين').map((end) => [end, end] as const),
  ...words('zadeh zade zada').map((end) => [end, 'zadeh'] as const),
  ...words('pour poor pur').map((end) => [end, 'pour'] as const),
  ...words('nejad nezhad nejhad nejaad').map((end) => [end, 'nejad'] as const),
  ...words('far nia niya yan khah panah manesh doost').map((end) => [end, end] as const),
  ...words('allah ullah ollah').map((end) => [end, 'allah'] as const),
  ...words('din deen eddin eddine uddin aldin eldin eldeen aldeen dine').map((end) => [end, 'aldin'] as const),
]);
