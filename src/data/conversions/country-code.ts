/** English country names as shops write them, by ISO 3166 code; compared without case and points. */
const NAMES = `
AE united arab emirates,uae|AF afghanistan|AL albania|AM armenia|AO angola|AR argentina|AT austria,osterreich
AU australia|AZ azerbaijan|BA bosnia and herzegovina|BD bangladesh|BE belgium,belgien|BG bulgaria|BH bahrain
BO bolivia|BR brazil|BY belarus|CA canada|CH switzerland,schweiz|CI ivory coast|CL chile|CM cameroon|CN china
CO colombia|CR costa rica|CU cuba|CY cyprus|CZ czech republic,czechia|DE germany,deutschland|DK denmark
DO dominican republic|DZ algeria|EC ecuador|EE estonia|EG egypt|ES spain|ET ethiopia|FI finland|FR france
GB united kingdom,uk,great britain,england,scotland,wales,northern ireland|GE georgia|GG guernsey|GH ghana
GI gibraltar|GR greece|GT guatemala|HK hong kong|HN honduras|HR croatia|HU hungary|ID indonesia
IE ireland,eire,republic of ireland|IL israel|IM isle of man|IN india|IQ iraq|IR iran|IS iceland|IT italy
JE jersey|JM jamaica|JO jordan|JP japan|KE kenya|KH cambodia|KR south korea,republic of korea,korea|KW kuwait
KZ kazakhstan|LB lebanon|LI liechtenstein|LK sri lanka|LT lithuania|LU luxembourg|LV latvia|MA morocco|MC monaco
MD moldova|ME montenegro|MK north macedonia|MM myanmar|MO macau,macao|MT malta|MU mauritius|MX mexico|MY malaysia
MZ mozambique|NA namibia|NG nigeria|NI nicaragua|NL netherlands,the netherlands,holland|NO norway|NP nepal
NZ new zealand|OM oman|PA panama|PE peru|PH philippines|PK pakistan|PL poland|PR puerto rico|PT portugal
PY paraguay|QA qatar|RO romania|RS serbia|RU russia,russian federation|RW rwanda|SA saudi arabia|SE sweden
SG singapore|SI slovenia|SK slovakia|SN senegal|SV el salvador|SY syria|TH thailand|TN tunisia|TR turkey,turkiye
TW taiwan|TZ tanzania|UA ukraine|UG uganda|US usa,united states,united states of america|UY uruguay|UZ uzbekistan
VE venezuela|VN vietnam,viet nam|ZA south africa,rsa|ZM zambia|ZW zimbabwe`;

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
    .trim();

const CODES = new Map(
  NAMES.split(/[\n|]/).flatMap((entry) => {
    const names = entry.slice(3).split(',');
    return names.map((name) => [name, entry.slice(0, 2)] as const);
  }),
);

/**
 * The ISO code of a country given by code or by name, so that orders and clicks count in one place.
 * A name that is no country of the list (`Channel Islands`) stays as written; `Unspecified` is none.
 */
export function countryCode(text: string): string | null {
  const name = plain(text);
  if (name === '' || name === 'unspecified' || name === 'unknown') return null;
  if (/^[a-z]{2}$/.test(name) && name !== 'uk') return name.toUpperCase();
  return CODES.get(name) ?? text.trim();
}
