import type { Words } from './words.ts';

export const fr: Words = {
  subject: {
    staff: 'Votre invitation dans l’équipe de {team}',
    partner_member: 'Votre invitation dans l’équipe de {team}',
    partner: 'Devenez partenaire de {team}',
  },
  lead: {
    staff: '{inviter} vous invite à travailler sur le programme partenaires de {team}. Votre rôle : {role}.',
    partner_member: '{inviter} vous invite dans l’équipe de {team} sur le portail partenaires. Votre rôle : {role}.',
    partner: '{inviter} vous invite au programme partenaires de {team}.',
  },
  leadOfNobody: {
    staff: 'Vous êtes invité(e) à travailler sur le programme partenaires de {team}. Votre rôle : {role}.',
    partner_member: 'Vous êtes invité(e) dans l’équipe de {team} sur le portail partenaires. Votre rôle : {role}.',
    partner: 'Vous êtes invité(e) au programme partenaires de {team}.',
  },
  next: {
    staff: 'Acceptez, connectez-vous ou créez un compte avec cette adresse, et c’est tout.',
    partner_member: 'Acceptez, connectez-vous ou créez un compte avec cette adresse, et c’est tout.',
    partner: 'Sur le portail, vous trouvez vos liens, créations, promotions et vos revenus.',
  },
  role: { owner: 'propriétaire', manager: 'gestionnaire', finance: 'finances', member: 'membre', viewer: 'lecteur' },
  accept: 'Accepter l’invitation',
  link: 'Si le bouton ne fonctionne pas, ouvrez ce lien :',
  until: 'Ce lien est réservé à {email}, ne sert qu’une fois et reste valable jusqu’au {date}.',
  unexpected: 'Vous ne vous y attendiez pas ? Ne faites rien : rien ne se passe sans vous.',
};
