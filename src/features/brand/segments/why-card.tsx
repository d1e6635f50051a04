import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddress } from '../../../data/programs/place.ts';
import type { Candidate } from '../../../data/segments/model.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import type { Group } from '../../../data/segments/rule.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CandidateChoices } from './candidate-choices.tsx';
import { ReasonTree } from './reason-tree.tsx';

/** Choose a partner and see, condition by condition, why they are in or not. */
export function WhyCard({ rule }: { readonly rule: Group }) {
  const { t } = useTranslation('segments');
  const [partner, setPartner] = useState<Candidate | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  // A partner's own page leads here with the question already asked.
  const [search] = useSearchParams();
  const asked = partner?.id ?? search.get('partner');
  const handleChoice = (chosen: Candidate) => {
    setPartner(chosen);
    setIsOpen(false);
  };
  return (
    <Card title={t('why.title')}>
      <div className="flex flex-col gap-3">
        {asked === null && <p className="text-ink-2">{t('why.body')}</p>}
        <Button size="dense" aria-haspopup="dialog" className="self-start" onClick={() => setIsOpen(true)}>
          <Search aria-hidden="true" size={16} />
          {t(asked === null ? 'why.choose' : 'why.other')}
        </Button>
        {asked !== null && <Explained rule={rule} partnership={asked} />}
      </div>
      {isOpen && (
        <Dialog title={t('why.choose')} onClose={() => setIsOpen(false)}>
          <CandidateChoices onChoice={handleChoice} />
        </Dialog>
      )}
    </Card>
  );
}

function Explained({ rule, partnership }: { readonly rule: Group; readonly partnership: string }) {
  const { t } = useTranslation('segments');
  const { t: core } = useTranslation();
  const { program } = useAddress();
  const query = useQuery(segmentQueries.explanation(program, rule, partnership));
  return (
    <PageState query={query} skeleton={<Skeleton className="h-24 w-full" />}>
      {(found) => {
        const isClosed = !['active', 'paused'].includes(found.partner.status);
        return (
          <div aria-busy={query.isPlaceholderData || undefined} className="flex flex-col gap-2">
            <p role="status" className="font-semibold">
              {t(found.holds ? 'why.in' : 'why.out', { name: found.partner.name })}
            </p>
            {isClosed && (
              <p className="text-warn">{t('why.closed', { status: core(`status.${found.partner.status}`) })}</p>
            )}
            <ReasonTree rule={rule} reason={found.tree} />
          </div>
        );
      }}
    </PageState>
  );
}
