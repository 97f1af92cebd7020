import { Button } from 'antd';
import { switchLanguage } from '../i18n/index.js';
import { useLanguage } from '../i18n/use-language.js';

/** Named in the language it switches to, so that whoever is lost can read it. */
export function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void switchLanguage(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
