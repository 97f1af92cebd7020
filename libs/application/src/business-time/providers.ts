import type { Provider } from '@nestjs/common';
import { MoveBusinessTimeHandler } from './move-business-time.handler.js';

export const businessTimeProviders: Provider[] = [MoveBusinessTimeHandler];
