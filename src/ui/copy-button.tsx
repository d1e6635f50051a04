import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { announce } from './toast.ts';

type CopyButtonProps = { readonly text: string; readonly label?: string; readonly variant?: 'primary' | 'secondary' };

const SHOWN_FOR_MS = 2500;

/** Copies and says so, to the eye on the button and to a screen reader beside it. */
export function CopyButton({ text, label, variant = 'secondary' }: CopyButtonProps) {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const handleCopy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
      announce(t('copy.done'));
    } catch {
      announce(t('copy.failed'), 'error');
    }
  };

  const Icon = isCopied ? Check : Copy;
  return (
    <Button variant={variant} onClick={() => void handleCopy()}>
      <Icon aria-hidden="true" size={16} />
      {isCopied ? t('copy.copied') : (label ?? t('copy.copy'))}
    </Button>
  );
}
