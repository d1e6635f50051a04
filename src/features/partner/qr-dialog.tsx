import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fileNameOf, saveFile } from '../../ui/save-file.ts';

type QrDialogProps = { readonly url: string; readonly name: string; readonly onClose: () => void };

/** One path of squares: dark on white in both themes, since scanners expect it so. */
function squaresOf(url: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(url, { ecc: 'M', border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}

export function QrDialog({ url, name, onClose }: QrDialogProps) {
  const { t } = useTranslation('partner');
  const { size, path } = squaresOf(url);
  const handleSave = () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="1024" height="1024"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
    saveFile(fileNameOf([name, 'qr'], 'svg'), new Blob([svg], { type: 'image/svg+xml' }));
  };
  return (
    <Dialog title={t('link.qr_title')} onClose={onClose}>
      <svg
        role="img"
        aria-label={t('link.qr_alt', { url })}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="mx-auto block w-full max-w-72 rounded-control"
      >
        <path fill="#ffffff" d={`M0 0h${size}v${size}H0z`} />
        <path fill="#000000" d={path} />
      </svg>
      <p className="my-3 text-ink-2">{t('link.qr_body')}</p>
      <Button className="w-full" onClick={handleSave}>
        <Download aria-hidden="true" size={16} />
        {t('link.qr_save')}
      </Button>
    </Dialog>
  );
}
