import { useTranslation } from 'react-i18next';
import type { PartnerLink } from '../../../data/links/model.ts';

/** How a link is called: its name, else what it is, else its code. */
export function useLinkName(): (link: Pick<PartnerLink, 'name' | 'code' | 'is_default'>) => string {
  const { t } = useTranslation('links');
  return ({ name, code, is_default: isDefault }) => name || (isDefault ? t('default_name') : code);
}
