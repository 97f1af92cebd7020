import type { Provider } from '@nestjs/common';
import { ErasePersonalDataHandler } from './erase-personal-data.handler.js';

export const trailProviders: Provider[] = [ErasePersonalDataHandler];
