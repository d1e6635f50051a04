import type { Words } from './words.ts';

export const en: Words = {
  subject: {
    staff: 'Your invitation to the team of {team}',
    partner_member: 'Your invitation to the team of {team}',
    partner: 'Become a partner of {team}',
  },
  lead: {
    staff: '{inviter} has invited you to work on the partner program of {team}. Your role: {role}.',
    partner_member: '{inviter} has invited you to the team of {team} in the partner portal. Your role: {role}.',
    partner: '{inviter} has invited you to the partner program of {team}.',
  },
  leadOfNobody: {
    staff: 'You are invited to work on the partner program of {team}. Your role: {role}.',
    partner_member: 'You are invited to the team of {team} in the partner portal. Your role: {role}.',
    partner: 'You are invited to the partner program of {team}.',
  },
  next: {
    staff: 'Accept, sign in or make an account with this address, and you are in.',
    partner_member: 'Accept, sign in or make an account with this address, and you are in.',
    partner: 'In the portal you find your links, creatives, promotions and what you earn.',
  },
  role: { owner: 'owner', manager: 'manager', finance: 'finance', member: 'member', viewer: 'viewer' },
  accept: 'Accept the invitation',
  link: 'If the button does not work, open this link:',
  until: 'The link is for {email} alone, works once, and until {date}.',
  unexpected: 'You did not expect this? Then do nothing: without you nothing happens.',
};
