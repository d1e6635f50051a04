import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../data/segments/model.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { SaveDialog } from './save-dialog.tsx';
import type { SaveSegment } from './use-save-segment.ts';
import type { SegmentDraft } from './use-segment-draft.ts';

type SegmentActionsProps = {
  readonly segment: Segment | null;
  readonly draft: SegmentDraft;
  readonly save: SaveSegment;
};

/** Save, copy, delete. A segment in use is saved only after its effect was seen. */
export function SegmentActions({ segment, draft, save }: SegmentActionsProps) {
  const { t } = useTranslation('segments');
  // A new one can be saved as it is: a copy, or everybody.
  const canSave = segment === null || draft.isChanged;
  const [open, setOpen] = useState<'save' | 'delete' | null>(null);
  const isRuleInUse = segment !== null && segment.uses.length > 0;
  const handleSave = () => {
    if (!save.check()) return;
    if (isRuleInUse) setOpen('save');
    else save.run();
  };
  return (
    <>
      {segment !== null && (
        <>
          <LinkButton to={`../segments/new?from=${segment.id}`}>
            <Copy aria-hidden="true" size={16} />
            {t('editor.duplicate')}
          </LinkButton>
          <Button onClick={() => setOpen('delete')} aria-haspopup="dialog">
            <Trash2 aria-hidden="true" size={16} />
            {t('editor.delete')}
          </Button>
        </>
      )}
      <Button variant="primary" isBusy={save.isPending} disabled={!canSave} onClick={handleSave}>
        {t(canSave ? 'editor.save' : 'editor.save_unchanged')}
      </Button>
      {open === 'save' && segment !== null && draft.complete !== null && (
        <SaveDialog segment={segment} rule={draft.complete} save={save} onClose={() => setOpen(null)} />
      )}
      {open === 'delete' && segment !== null && (
        <DeleteDialog segment={segment} onClose={() => setOpen(null)} onDeleted={draft.drop} />
      )}
    </>
  );
}
