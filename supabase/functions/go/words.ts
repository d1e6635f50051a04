/** The two sentences a visitor may have to read, in the portal's languages. Plain text: hosts serve no HTML of functions. */
const WORDS = {
  en: {
    nowhere: 'This link leads nowhere. Please check it.',
    wait: 'One moment, please. The page loads again by itself.',
  },
  de: {
    nowhere: 'Dieser Link führt nirgendwohin. Bitte prüfen Sie ihn.',
    wait: 'Einen Moment bitte. Die Seite lädt von selbst neu.',
  },
  fr: {
    nowhere: 'Ce lien ne mène nulle part. Vérifiez-le, s’il vous plaît.',
    wait: 'Un instant, s’il vous plaît. La page se recharge toute seule.',
  },
  ko: {
    nowhere: '이 링크는 연결된 곳이 없습니다. 주소를 확인해 주세요.',
    wait: '잠시만 기다려 주세요. 페이지가 자동으로 다시 열립니다.',
  },
  zh: { nowhere: '這個連結沒有指向任何頁面，請檢查網址。', wait: '請稍候，頁面會自動重新載入。' },
} as const;

type Language = keyof typeof WORDS;
const isKnown = (language: string): language is Language => language in WORDS;

/** The first language of the list that we speak; English otherwise. Weights are taken to stand in order. */
export function wordsFor(acceptLanguage: string | null): (typeof WORDS)[Language] {
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return WORDS[asked.find(isKnown) ?? 'en'];
}
