import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../data/creatives/model.ts';
import { fetchFile } from '../../../data/creatives/queries.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { announce } from '../../../ui/toast.ts';

/** Fetches the file of a creative with the reader's rights, and saves it under its name. */
export function useSaveAsset({ original }: Asset) {
  const { t } = useTranslation('creatives');
  const saving = useMutation({
    mutationFn: async () => {
      if (original === null) return;
      saveFile(original.file_name, await fetchFile(original.path));
      announce(t('saved_file', { name: original.file_name }));
    },
  });
  return { save: () => saving.mutate(), isSaving: saving.isPending, error: saving.error };
}
