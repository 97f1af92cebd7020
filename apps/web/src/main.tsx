import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { startI18n } from './i18n/index.js';
import { applyPalette } from './ui/theme.js';
import './ui/base.css';

applyPalette(document.documentElement);
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
await startI18n();
createRoot(root).render(<App />);
