import { type ClaimedMail, LOCALES, type Rendered } from './mail.ts';
import { WORDS, type Words } from './words/words.ts';

/** Where the portal is, and where logos are. */
export type Places = { readonly portalUrl: string; readonly apiUrl: string };

const PLAIN_COLOR = '#0b6e5a';
const PORTAL = 'Partner Portal';

/** The mail in the invitation's language, as text and as HTML that says the same. */
export function render(mail: ClaimedMail, places: Places): Rendered {
  const locale = LOCALES.find((known) => known === mail.locale) ?? 'en';
  const { kind, role, program, partner_name, expires_at } = mail.invitation;
  const words = WORDS[locale];
  const team = oneLine((kind === 'partner_member' ? partner_name : program?.name) ?? PORTAL);
  const inviter = oneLine(mail.inviter);
  const values = {
    team,
    inviter,
    role: words.role[role ?? 'viewer'],
    email: mail.to,
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(expires_at)),
  };
  const say = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name) => new Map(Object.entries(values)).get(name) ?? whole);
  const subject = say(words.subject[kind]);
  const lead = say((inviter === '' ? words.leadOfNobody : words.lead)[kind]);
  const link = `${places.portalUrl.replace(/\/+$/, '')}/invite#${mail.token}`;
  const lines: Lines = { subject, lead, next: words.next[kind], until: say(words.until), link, words };
  return {
    to: mail.to,
    fromName: kind === 'partner_member' ? PORTAL : team,
    subject,
    text: asText(lines),
    html: asHtml(lines, { locale, ...lookOf(mail, team, places) }),
  };
}

type Lines = {
  readonly subject: string;
  readonly lead: string;
  readonly next: string;
  readonly until: string;
  readonly link: string;
  readonly words: Words;
};
type Look = { readonly locale: string; readonly name: string; readonly color: string; readonly logoUrl: string | null };

function lookOf(mail: ClaimedMail, team: string, places: Places): Omit<Look, 'locale'> {
  const { program } = mail.invitation;
  const isColor = /^#[0-9a-f]{6}$/i.test(program?.color ?? '');
  return {
    name: program === null ? PORTAL : team,
    color: program !== null && isColor ? program.color : PLAIN_COLOR,
    logoUrl:
      program?.logo_path == null
        ? null
        : `${places.apiUrl}/storage/v1/object/public/brand/${program.logo_path.split('/').map(encodeURIComponent).join('/')}`,
  };
}

function asText({ lead, next, until, link, words }: Lines): string {
  return [lead, next, `${words.accept}:\n${link}`, until, words.unexpected].join('\n\n').concat('\n');
}

function asHtml({ subject, lead, next, until, link, words }: Lines, look: Look): string {
  const name = escapeHtml(look.name);
  const mark =
    look.logoUrl === null
      ? `<strong style="font-size:17px">${name}</strong>`
      : `<img src="${escapeHtml(look.logoUrl)}" alt="${name}" height="40" style="height:40px;max-width:200px">`;
  return `<!doctype html>
<html lang="${look.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f7f6f3;color:#16181d;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:520px;margin:0 auto;padding:28px 24px;background:#ffffff;border:1px solid #e6e4de;border-radius:14px">
<p style="margin:0 0 20px">${mark}</p>
<p style="margin:0 0 12px">${escapeHtml(lead)}</p>
<p style="margin:0 0 20px;color:#565b66">${escapeHtml(next)}</p>
<p style="margin:0 0 20px"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:${look.color};color:${inkOn(look.color)};font-weight:600;text-decoration:none">${escapeHtml(words.accept)}</a></p>
<p style="margin:0 0 4px;font-size:14px;color:#565b66">${escapeHtml(words.link)}</p>
<p style="margin:0 0 20px;font-size:14px;word-break:break-all"><a href="${escapeHtml(link)}" style="color:#16181d">${escapeHtml(link)}</a></p>
<p style="margin:0 0 8px;font-size:14px;color:#565b66">${escapeHtml(until)}</p>
<p style="margin:0;font-size:14px;color:#565b66">${escapeHtml(words.unexpected)}</p>
</div>
</body>
</html>
`;
}

/**
 * People choose these names: a line that goes on, or an address in it, would make our mail say something else. Mail
 * programs make a link of an address by themselves, so nothing is left joined that could be one.
 */
function oneLine(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('://', ' ')
    .replace(/([.。．｡․/／@＠])(?=\S)/gu, '$1 ')
    .trim()
    .slice(0, 120);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** White or nearly black, whichever is read better on the colour (WCAG 2.2, relative luminance). */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0575 ? '#ffffff' : '#16181d';
}
