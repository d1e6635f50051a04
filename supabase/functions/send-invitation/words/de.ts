import type { Words } from './words.ts';

export const de: Words = {
  subject: {
    staff: 'Ihre Einladung ins Team von {team}',
    partner_member: 'Ihre Einladung ins Team von {team}',
    partner: 'Werden Sie Partner von {team}',
  },
  lead: {
    staff: '{inviter} lädt Sie ein, am Partnerprogramm von {team} mitzuarbeiten. Ihre Rolle: {role}.',
    partner_member: '{inviter} lädt Sie ins Team von {team} im Partnerportal ein. Ihre Rolle: {role}.',
    partner: '{inviter} lädt Sie zum Partnerprogramm von {team} ein.',
  },
  leadOfNobody: {
    staff: 'Sie sind eingeladen, am Partnerprogramm von {team} mitzuarbeiten. Ihre Rolle: {role}.',
    partner_member: 'Sie sind ins Team von {team} im Partnerportal eingeladen. Ihre Rolle: {role}.',
    partner: 'Sie sind zum Partnerprogramm von {team} eingeladen.',
  },
  next: {
    staff: 'Nehmen Sie an, melden Sie sich mit dieser Adresse an oder legen Sie ein Konto an – schon sind Sie dabei.',
    partner_member:
      'Nehmen Sie an, melden Sie sich mit dieser Adresse an oder legen Sie ein Konto an – schon sind Sie dabei.',
    partner: 'Im Portal finden Sie Ihre Links, Werbemittel, Aktionen und Ihre Einnahmen.',
  },
  role: { owner: 'Inhaber', manager: 'Manager', finance: 'Finanzen', member: 'Mitglied', viewer: 'Leser' },
  accept: 'Einladung annehmen',
  link: 'Falls die Schaltfläche nicht funktioniert, öffnen Sie diesen Link:',
  until: 'Der Link gilt nur für {email}, nur einmal und bis zum {date}.',
  unexpected: 'Sie haben das nicht erwartet? Dann tun Sie nichts: Ohne Sie geschieht nichts.',
};
