import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { BrowserRouter } from 'react-router';
import { antdLocale } from '../i18n/index.js';
import { useLanguage } from '../i18n/use-language.js';
import { theme } from '../ui/theme.js';
import { BusinessClock } from './business-clock.js';
import { CrashGuard } from './crash-guard.js';
import { queryClient } from './query-client.js';
import { AppRoutes } from './routes.js';

/** antd writes its styles at run time; the content policy admits them by the nonce of this page. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Dialogs in the body would lock its scrolling by a style without our nonce; this body never scrolls. */
const root = (): HTMLElement => document.getElementById('root') ?? document.body;

export function App() {
  const locale = antdLocale(useLanguage());
  return (
    <ConfigProvider
      theme={theme}
      csp={{ nonce }}
      // A space between the two characters of a word is neither Chinese nor what a screen reader should say.
      button={{ autoInsertSpace: false }}
      getPopupContainer={root}
      {...(locale === undefined ? {} : { locale })}
    >
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <BusinessClock>
            <CrashGuard>
              <AppRoutes />
            </CrashGuard>
          </BusinessClock>
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
