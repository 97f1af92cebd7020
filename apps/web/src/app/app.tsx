import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { BrowserRouter } from 'react-router';
import { antdLocale } from '../i18n/index.js';
import { useLanguage } from '../i18n/use-language.js';
import { theme } from '../ui/theme.js';
import { BusinessClock } from './business-clock.js';
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
      getPopupContainer={root}
      {...(locale === undefined ? {} : { locale })}
    >
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <BusinessClock>
            <AppRoutes />
          </BusinessClock>
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
