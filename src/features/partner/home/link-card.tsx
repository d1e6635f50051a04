import { QrCode, Share } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartnerHome } from '../../../data/insights/partner-model.ts';
import { linkAddress, spoken } from '../../../data/links/address.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';

const QrDialog = lazy(async () => ({ default: (await import('../qr-dialog.tsx')).QrDialog }));

type LinkCardProps = {
  readonly link: NonNullable<PartnerHome['link']>;
  readonly clicks: number;
  readonly programName: string;
  readonly isPaused: boolean;
};

/** The partner's own link: one tap to copy, to share, or to show as a code. */
export function LinkCard({ link, clicks, programName, isPaused }: LinkCardProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const url = linkAddress(link.code);
  const [isQrOpen, setIsQrOpen] = useState(false);
  const canShare = typeof navigator.share === 'function';
  const handleShare = () => {
    // Closing the share sheet without choosing rejects: that is an answer, not a failure.
    navigator.share({ title: t('link.share_title', { program: programName }), url }).catch(() => undefined);
  };
  return (
    <Card title={t('link.title')} aside={t('link.clicks_week', { count: clicks, value: format.number(clicks) })}>
      <div className="flex flex-wrap gap-2">
        <input
          readOnly
          aria-label={t('link.address')}
          value={spoken(url)}
          onFocus={(event) => event.target.select()}
          className="field min-w-0 basis-64 grow text-ellipsis"
        />
        <div className="flex grow gap-2 *:first:grow">
          <CopyButton variant="primary" label={t('link.copy')} text={url} />
          {canShare && (
            <IconButton label={t('link.share')} icon={<Share aria-hidden="true" size={18} />} onClick={handleShare} />
          )}
          <IconButton
            label={t('link.qr')}
            aria-haspopup="dialog"
            icon={<QrCode aria-hidden="true" size={18} />}
            onClick={() => setIsQrOpen(true)}
          />
        </div>
      </div>
      <p className="mt-2 text-sm wrap-anywhere text-ink-3">
        {isPaused ? t('link.paused') : t('link.opens', { destination: spoken(link.destination) })}{' '}
        <Link to="../links" className="whitespace-nowrap underline">
          {t('link.all')}
        </Link>
      </p>
      {isQrOpen && (
        <Suspense>
          <QrDialog url={url} name={link.code} onClose={() => setIsQrOpen(false)} />
        </Suspense>
      )}
    </Card>
  );
}
