import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { brandPromotionMutations } from '../../../data/promotions/brand-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';

/** A draft goes for good, with its codes; so it is asked for once more. */
export function DeleteDraft({ promotion }: { readonly promotion: PromotionDetail }) {
  const { t } = useTranslation('promotions');
  const { t: tc } = useTranslation();
  const { program } = usePlace();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const removing = useMutation(brandPromotionMutations.remove(program.slug));
  const handleRemove = () =>
    removing.mutate(promotion, {
      onSuccess: () => {
        announce(t('brand.deleted'));
        void navigate('../promotions');
      },
    });
  return (
    <>
      <Button variant="danger" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {t('brand.delete')}
      </Button>
      {isOpen && (
        <Dialog title={t('brand.delete_title', { name: promotion.name })} onClose={() => setIsOpen(false)}>
          <p className="mb-4 text-ink-2">{t('brand.delete_body', { count: promotion.codes })}</p>
          {removing.error !== null && <ErrorNotice error={removing.error} />}
          <div className="mt-4 flex flex-wrap gap-2">
            <Button variant="danger" isBusy={removing.isPending} onClick={handleRemove}>
              {t('brand.delete')}
            </Button>
            <Button onClick={() => setIsOpen(false)}>{tc('cancel')}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
