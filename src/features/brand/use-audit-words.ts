import { useTranslation } from 'react-i18next';
import { type AuditChange, type AuditEntry, keptStart, linesOf, shapeOf } from '../../data/audit/model.ts';
import { currencyOf } from '../../data/programs/model.ts';
import { usePlace } from '../../data/programs/place.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { toMinor } from '../../lib/money.ts';

/** Fields whose values are words of our own. */
const CODED: readonly string[] = ['audience', 'kind', 'status'];
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Fields and values in words. An entry outlives its column, so that a field without words shows its own name. */
export function useAuditWords() {
  const { t, i18n } = useTranslation('audit');
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { program } = usePlace();
  const zone = program.time_zone;

  const fieldOf = (field: string): string =>
    i18n.exists(`fields.${field}`, { ns: 'audit' })
      ? t(`fields.${field}` as 'fields.name')
      : field.replaceAll('_', ' ');

  const coreWord = (group: 'role' | 'status' | 'partner_type', value: string): string =>
    i18n.exists(`${group}.${value}`, { ns: 'core' }) ? tc(`${group}.${value}` as 'role.owner') : value;

  const numberOf = (field: string, value: number): string => {
    if (field.endsWith('_minor')) return format.money(toMinor(value), currencyOf(program));
    return field === 'rate_bps' ? format.rate(value) : format.number(value);
  };

  const textOf = (field: string, value: string): string => {
    if (field.endsWith('role')) return coreWord('role', value);
    if (field === 'status' && i18n.exists(`status.${value}`, { ns: 'core' })) return coreWord('status', value);
    if (field === 'partner_type') return coreWord('partner_type', value);
    if (field === 'default_locale' || field === 'language') return format.language(value);
    if (!CODED.includes(field) || !i18n.exists(`value.${value}`, { ns: 'audit' })) return value;
    return t(`value.${value}` as 'value.everyone');
  };

  const valueText = (field: string, value: unknown): string => {
    const kept = keptStart(value);
    if (kept !== null)
      return `${kept.start}… (${t('text_length', { count: kept.length, value: format.number(kept.length) })})`;
    switch (shapeOf(value)) {
      case 'nothing':
        return t('nothing');
      case 'yes_no':
        return t(value === true ? 'yes' : 'no');
      case 'number':
        return numberOf(field, Number(value));
      case 'instant':
        return format.instant(String(value), zone);
      case 'day':
        return format.dayShort(String(value));
      case 'list': {
        // An id says nothing to anybody: how many there are does.
        const items = value as readonly string[];
        if (items.length === 0) return t('nothing');
        if (items.every((item) => ID.test(item))) return format.number(items.length);
        return format.list(items.map((item) => (field === 'locales' ? format.language(item) : item)));
      }
      case 'text':
        return textOf(field, String(value));
      default:
        return linesOf(value)
          .map(({ path, text }) => (path === '' ? text : `${path}: ${text}`))
          .join('\n');
    }
  };

  const labelOf = (entry: AuditEntry): string => {
    if (entry.rows > 1) return t('many', { value: format.number(entry.rows) });
    if (entry.kind === 'rule') return coreWord('partner_type', entry.label);
    return entry.kind === 'program' ? '' : entry.label;
  };

  /** One small change is said whole, more of them by their names. */
  const summaryOf = (entry: AuditEntry, changes: readonly AuditChange[]): string => {
    const [only] = changes;
    if (changes.length === 1 && only !== undefined && entry.before !== null) {
      const [before, after] = [valueText(only.field, only.before), valueText(only.field, only.after)];
      if (before.length + after.length < 80)
        return tc('pair', { label: fieldOf(only.field), text: t('from_to', { before, after }) });
    }
    return format.list(changes.map(({ field }) => fieldOf(field)));
  };

  return { fieldOf, valueText, labelOf, summaryOf };
}
