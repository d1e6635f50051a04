import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { settingsQueries } from '../../../data/programs/settings-queries.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { LogoCard } from './logo-card.tsx';
import { MoneyCard } from './money-card.tsx';
import { RulesCard } from './rules-card.tsx';
import { SettingsEditor } from './settings-editor.tsx';
import { WaysCard } from './ways-card.tsx';

/** Everything that a program's owners keep of it; all staff read it, finance adds rules. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const address = useAddress();
  const { program, role } = usePlace();
  const query = useQuery(settingsQueries.one(address.program));
  const isOwner = role === 'owner';
  const maySetRules = isOwner || role === 'finance';
  return (
    <>
      <PageHeader title={t('title')} meta={t('meta', { program: program.name, slug: program.slug })} />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-80', 'h-60', 'h-60']} />}>
        {(known) => (
          <div className="flex flex-col gap-4">
            {!isOwner && <Notice title={t(maySetRules ? 'rules_only' : 'read_only')} />}
            <LogoCard settings={known.settings} canKeep={isOwner} />
            <SettingsEditor stands={known.settings} canKeep={isOwner} />
            <MoneyCard known={known} canKeep={isOwner} />
            <RulesCard known={known} canAdd={maySetRules} />
            <WaysCard isOwner={isOwner} />
          </div>
        )}
      </PageState>
    </>
  );
}
