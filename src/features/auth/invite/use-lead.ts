import { useTranslation } from 'react-i18next';
import type { KnownPeek } from '../../../data/invitations/model.ts';

/** "Olivia Grant invites you to the partner program of Lantern & Co." */
export function useLead(): (peek: KnownPeek) => string {
  const { t } = useTranslation('invite');
  return ({ kind, program, partner_name, invited_by }) => {
    const team = (kind === 'partner_member' ? partner_name : program?.name) ?? '';
    return invited_by === null ? t(`lead_plain.${kind}`, { team }) : t(`lead.${kind}`, { team, inviter: invited_by });
  };
}
