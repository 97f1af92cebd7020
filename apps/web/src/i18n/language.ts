export type Language = 'zh' | 'en';

const remembered = 'lianban.language';

const initial = (): Language => {
  const kept = localStorage.getItem(remembered);
  if (kept === 'zh' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') || navigator.language === '' ? 'zh' : 'en';
};

let language: Language | undefined;

export const currentLanguage = (): Language => (language ??= initial());

export function rememberLanguage(next: Language): void {
  language = next;
  localStorage.setItem(remembered, next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}
