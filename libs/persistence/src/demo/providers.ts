import { DemoDesk } from '@lianban/application';
import { PgDemoDesk } from './pg-demo.desk.js';

export const demoAdapters = [{ provide: DemoDesk, useClass: PgDemoDesk }];
