import { ApiSettings } from './api-settings.js';
import { createApp } from './create-app.js';

const settings = ApiSettings.from(process.env);
const app = await createApp(settings);
await app.listen(settings.port, settings.host);
