import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ZipDownload } from '../../../data/creatives/download.ts';
import type { Asset } from '../../../data/creatives/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { todayIn } from '../../../lib/dates.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { announce } from '../../../ui/toast.ts';

/** The archive of this visit: one at a time, called off with the page. */
export function useZip() {
  const { t } = useTranslation('creatives');
  const { program } = usePlace();
  const [zip] = useState(() => new ZipDownload(saveFile));
  const download = useSyncExternalStore(zip.subscribe, zip.read);

  useEffect(() => {
    void import('../../../data/creatives/zip-file.ts')
      .then(({ removeStaleZips }) => removeStaleZips())
      .catch(() => undefined);
    return zip.cancel;
  }, [zip]);

  const start = async (assets: readonly Asset[]) => {
    const fileName = `${program.slug}-${todayIn(program.time_zone)}.zip`;
    const saved = await zip.start(fileName, assets);
    if (saved !== null) announce(t('zip.saved', { count: saved, name: fileName }));
  };
  return { download, start: (assets: readonly Asset[]) => void start(assets), cancel: zip.cancel };
}
