import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

type NameFieldProps = { readonly name: string; readonly onSave: (name: string) => void };

const MOST_CHARACTERS = 120;

/** The name is typed, so it is saved on Enter or by its button, which is there once there is something to save. */
export function NameField({ name, onSave }: NameFieldProps) {
  const { t } = useTranslation('account');
  const { t: tc } = useTranslation();
  const [typed, setTyped] = useState(name);
  const isTooLong = typed.trim().length > MOST_CHARACTERS;

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isTooLong && typed.trim() !== name) onSave(typed.trim());
  };

  return (
    <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-2">
      <TextField
        label={t('name')}
        autoComplete="name"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={isTooLong ? t('name_too_long') : null}
      />
      {typed.trim() !== name && (
        <Button type="submit" className="self-start">
          {tc('save')}
        </Button>
      )}
    </form>
  );
}
