import type account from './en/account.json';
import type announcements from './en/announcements.json';
import type audience from './en/audience.json';
import type audit from './en/audit.json';
import type brand from './en/brand.json';
import type commands from './en/commands.json';
import type core from './en/core.json';
import type creatives from './en/creatives.json';
import type details from './en/details.json';
import type imports from './en/import.json';
import type invite from './en/invite.json';
import type links from './en/links.json';
import type markdown from './en/markdown.json';
import type messages from './en/messages.json';
import type partner from './en/partner.json';
import type partners from './en/partners.json';
import type profile from './en/profile.json';
import type promotions from './en/promotions.json';
import type segments from './en/segments.json';
import type settings from './en/settings.json';
import type team from './en/team.json';

type Messages = {
  readonly account: typeof account;
  readonly announcements: typeof announcements;
  readonly audience: typeof audience;
  readonly audit: typeof audit;
  readonly commands: typeof commands;
  readonly core: typeof core;
  readonly creatives: typeof creatives;
  readonly details: typeof details;
  readonly invite: typeof invite;
  readonly links: typeof links;
  readonly markdown: typeof markdown;
  readonly messages: typeof messages;
  readonly partner: typeof partner;
  readonly brand: typeof brand;
  readonly import: typeof imports;
  readonly partners: typeof partners;
  readonly profile: typeof profile;
  readonly promotions: typeof promotions;
  readonly segments: typeof segments;
  readonly settings: typeof settings;
  readonly team: typeof team;
};

export type Namespace = keyof Messages;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'core';
    resources: Messages;
  }
}
