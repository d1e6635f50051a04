import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import type { Phase } from './import-flow.ts';
import { FormatFields } from './import-format.tsx';
import { ProblemNotice } from './import-problem.tsx';
import type { ImportSession } from './import-session.ts';

type ImportUnreadableProps = {
  readonly phase: Extract<Phase, { name: 'unreadable' }>;
  readonly session: ImportSession;
};

/** A text file that makes no table in this encoding and with this separator: both can be changed. */
export function ImportUnreadable({ phase, session }: ImportUnreadableProps) {
  const { t } = useTranslation('import');
  const { file, inspection } = phase;
  if (inspection.format === null) return null;
  return (
    <div className="flex flex-col gap-4">
      <ProblemNotice problem={inspection.problem} />
      <Card title={file.name}>
        <FormatFields
          format={inspection.format}
          detected={null}
          onChange={(format) => void session.inspect(file, format)}
        />
        <Button className="mt-4" onClick={() => session.startOver()}>
          {t('other_file')}
        </Button>
      </Card>
    </div>
  );
}
