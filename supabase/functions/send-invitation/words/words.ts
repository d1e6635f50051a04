import type { Kind, Locale, Role } from '../mail.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ko } from './ko.ts';
import { zhHant } from './zh-hant.ts';

/** One language of the mail. `{inviter}`, `{team}`, `{role}`, `{email}` and `{date}` are put in. */
export type Words = {
  readonly subject: Readonly<Record<Kind, string>>;
  /** With and without the inviter's name. */
  readonly lead: Readonly<Record<Kind, string>>;
  readonly leadOfNobody: Readonly<Record<Kind, string>>;
  readonly next: Readonly<Record<Kind, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly accept: string;
  readonly link: string;
  readonly until: string;
  readonly unexpected: string;
};

export const WORDS: Readonly<Record<Locale, Words>> = { en, de, fr, ko, 'zh-Hant': zhHant };
