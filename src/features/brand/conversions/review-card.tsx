import { Check, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayBookConversions } from '../../../data/conversions/rights.ts';
import { endOf, type Story } from '../../../data/insights/brand-story-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ReviewDialog } from './review-dialog.tsx';

/** Whether this reader may still say yes or no to the conversion, and why not when they may not. */
export function ReviewCard({ story }: { readonly story: Story }) {
  const { t } = useTranslation('brand');
  const [asked, setAsked] = useState<'approved' | 'rejected' | null>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const text = useReviewWords(story);
  const { conversion } = story;
  if (conversion === null || story.partnership === null || endOf(story) === 'given_back') return null;

  // The button that was pressed may be gone with the new state: the words that tell it take the focus.
  const handleDone = () => {
    setAsked(null);
    requestAnimationFrame(() => words.current?.focus());
  };
  return (
    <Card title={t('review.title')}>
      <p ref={words} tabIndex={-1} className="text-ink-2">
        {text}
      </p>
      {story.can_review && (
        <div className="mt-3 flex flex-wrap gap-2">
          {conversion.status === 'pending' && (
            <Button variant="primary" onClick={() => setAsked('approved')}>
              <Check aria-hidden="true" size={16} />
              {t('review.approve')}
            </Button>
          )}
          <Button variant="danger" onClick={() => setAsked('rejected')}>
            <X aria-hidden="true" size={16} />
            {t('review.reject')}
          </Button>
        </div>
      )}
      {asked !== null && (
        <ReviewDialog
          conversion={conversion}
          partner={story.partnership.name}
          status={asked}
          onClose={() => setAsked(null)}
          onDone={handleDone}
        />
      )}
    </Card>
  );
}

function useReviewWords(story: Story): string {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { role } = usePlace();
  const first = story.lines.find((line) => line.kind === 'commission');
  const date = first === undefined ? '–' : format.day(first.final_on);
  if (story.conversion?.status === 'rejected') return t('review.is_rejected');
  if (first === undefined) return t('review.no_commission');
  if (first.state !== 'pending' && !story.can_review) return t('review.over', { date });
  if (!mayBookConversions(role)) return t('review.not_yours', { date });
  return t(story.conversion?.status === 'approved' ? 'review.approved_until' : 'review.until', { date });
}
